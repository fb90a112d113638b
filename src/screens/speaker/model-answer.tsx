import { t } from '../strings.ts';
import { caseOfPhase, casesInUse } from '../wall/phases.ts';
import { Card, Fold } from './card.tsx';
import { useDesk } from './desk.ts';
import { kindHere } from './exercise-actions.ts';
import { Html } from './html.tsx';

/** The right analysis of each case, beside the group that reports; the one of the moment open. */
export function ModelAnswer() {
  const desk = useDesk();
  const kind = kindHere(desk);
  if (kind !== 'case-work' && kind !== 'reports') return null;
  const state = desk.live.state.value;
  const { exercise } = state;
  const phase = exercise && !exercise.ended ? exercise.phases[exercise.phase]?.id : undefined;
  const now = phase && caseOfPhase(phase);
  const inUse = casesInUse(desk.room, state);
  const guides = desk.speaker.caseGuides.filter((g) => inUse.includes(g.id));
  return (
    <Card id="model-answer" title={t('speaker.modelAnswer')}>
      {guides.map((g) => (
        <Fold
          key={`${g.id}${g.id === now ? '!' : ''}`}
          open={g.id === now}
          title={t('speaker.caseTitle', { number: g.number, title: g.title, who: g.presenter })}
        >
          <Html html={g.html} />
        </Fold>
      ))}
    </Card>
  );
}
