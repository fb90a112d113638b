import { t } from '../strings.ts';
import {
  caseOfPhase,
  casesInUse,
  groupsOf,
  type Round,
  roundsOf,
  segmentOf,
} from '../wall/phases.ts';
import { Card } from './card.tsx';
import { Countdown, Tone } from './countdown.tsx';
import { useDesk } from './desk.ts';
import { caseToReveal, countdownHere, kindHere } from './exercise-actions.ts';

/** The countdown, who works on what, who of the team walks with whom, and what the room is shown of a case. */
export function GroupWork() {
  const desk = useDesk();
  const kind = kindHere(desk);
  if (!kind || kind === 'quiz-answers') return null;
  const state = desk.live.state.value;
  const number = (id: string | null): string =>
    desk.room.cases.find((c) => c.id === id)?.number ?? '–';
  const rounds =
    kind === 'case-work'
      ? roundsOf(desk.room, state, segmentOf(state.plan, desk.place.value.slide))
      : [];
  return (
    <Card id="group-work" title={t('speaker.exercise')} tone="time">
      <Countdown />
      {kind === 'reports' && <Reveals />}
      {rounds.length > 0 && (
        <div class="rounds">
          <h3>{t('speaker.rounds')}</h3>
          <ul>
            {rounds.map((round) => (
              <li key={round.role}>{roundWords(round, number)}</li>
            ))}
          </ul>
        </div>
      )}
      {(kind === 'groups' || kind === 'case-work') && (
        <p>
          {groupsOf(desk.room, state)
            .map((g) => t('speaker.groupCase', { group: g.id, number: number(g.case) }))
            .join(' · ')}
        </p>
      )}
      <div class="exercise-foot">
        <Tone />
        {kind !== 'quiz' && <GroupsButton />}
      </div>
    </Card>
  );
}

const roundWords = ({ role, tables }: Round, number: (id: string) => string): string =>
  tables.length
    ? tables
        .map(({ case: id, groups }) =>
          t('speaker.roundWith', {
            role,
            count: groups.length,
            groups: groups.join(', '),
            number: number(id),
          }),
        )
        .join('; ')
    : t('speaker.roundFree', { role });

/** Act, means and purpose on the wall, once the group has spoken. */
function Reveals() {
  const desk = useDesk();
  const state = desk.live.state.value;
  const here = countdownHere(desk);
  const now = here && caseOfPhase(here.phases[here.phase]?.id ?? '');
  const byKey = caseToReveal(desk);
  const cases = casesInUse(desk.room, state).flatMap((id) =>
    desk.room.cases.filter((c) => c.id === id && c.analysis),
  );
  return (
    <div class="row reveals">
      {cases.map((c) => {
        const shown = state.revealed.includes(c.id);
        return (
          <button
            type="button"
            key={c.id}
            class={c.id === now ? 'main' : ''}
            disabled={shown}
            onClick={() => desk.write({ type: 'revealed', item: c.id })}
          >
            {t(shown ? 'speaker.revealed' : 'speaker.reveal', { number: c.number })}
            {c.id === byKey && <kbd>R</kbd>}
          </button>
        );
      })}
    </div>
  );
}

function GroupsButton() {
  const desk = useDesk();
  return (
    <button
      type="button"
      class="quiet"
      onClick={() => {
        desk.dialog.value = 'groups';
      }}
    >
      {t('speaker.groups')} <kbd>G</kbd>
    </button>
  );
}
