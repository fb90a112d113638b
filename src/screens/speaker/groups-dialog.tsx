import { useState } from 'preact/hooks';
import { lengthWords } from '../shared/words.ts';
import { t } from '../strings.ts';
import { type Group, groupsOf, isShort, proposeGroups } from '../wall/phases.ts';
import { useDesk } from './desk.ts';
import { Dialog } from './dialog.tsx';

/** From the number of participants to groups and cases; everything can be changed, a case swapped or dropped. */
export function GroupsDialog() {
  const desk = useDesk();
  const { room, live } = desk;
  const state = live.state.peek();
  const cases = room.cases.map((c) => c.id);
  const [participants, setParticipants] = useState(state.groups?.participants ?? 24);
  const [groups, setGroups] = useState<Group[]>(groupsOf(room, state));
  const used = (list: readonly Group[]): number =>
    new Set(list.map((g) => g.case).filter(Boolean)).size;
  const fewer = used(groupsOf(room, state)) - used(groups);
  const reports = state.plan.segments.find((s) => s.kind === 'reports');
  const row = state.segments.find((s) => s.id === reports?.id);
  const eachMs =
    row && row.state === 'ahead' ? row.revisedMs / Math.max(1, used(groupsOf(room, state))) : 0;
  const byMs = reports?.keep === 'always' ? 0 : -Math.round((fewer * eachMs) / 30_000) * 30_000;
  const [follow, setFollow] = useState(true);
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    desk.write({ type: 'groups-set', participants, groups });
    if (follow && byMs && reports) desk.write({ type: 'extended', segment: reports.id, byMs });
    desk.dialog.value = null;
  };
  return (
    <Dialog title={t('speaker.groups')}>
      <form class="groups-form" onSubmit={save}>
        <label class="field">
          <span>{t('speaker.participants')}</span>
          <input
            type="number"
            onFocus={(e) => e.currentTarget.select()}
            min={1}
            max={200}
            value={participants}
            onInput={(e) => {
              const n = Math.max(0, Math.floor(Number(e.currentTarget.value) || 0));
              setParticipants(n);
              if (n > 0) setGroups(proposeGroups(n, cases, isShort(room, state.plan)));
            }}
          />
        </label>
        <p>{t('speaker.groupsHow')}</p>
        <ul class="group-edit">
          {groups.map((g, i) => (
            <li key={g.id}>
              <label>
                <span>{t('deck.group', { group: g.id })}</span>
                <select
                  value={g.case ?? ''}
                  onChange={(e) =>
                    setGroups(
                      groups.map((other, j) =>
                        i === j ? { ...g, case: e.currentTarget.value || null } : other,
                      ),
                    )
                  }
                >
                  {room.cases.map((c) => (
                    <option key={c.id} value={c.id}>
                      {c.title}
                    </option>
                  ))}
                  <option value="">{t('speaker.noCase')}</option>
                </select>
              </label>
            </li>
          ))}
        </ul>
        <div class="row">
          <button
            type="button"
            class="quiet"
            disabled={groups.length >= 12}
            onClick={() =>
              setGroups([
                ...groups,
                {
                  id: String(groups.length + 1),
                  case: cases[groups.length % cases.length] ?? null,
                },
              ])
            }
          >
            {t('speaker.groupMore')}
          </button>
          <button
            type="button"
            class="quiet"
            disabled={groups.length <= 1}
            onClick={() => setGroups(groups.slice(0, -1))}
          >
            {t('speaker.groupFewer')}
          </button>
        </div>
        {byMs !== 0 && reports && (
          <label class="check">
            <input
              type="checkbox"
              checked={follow}
              onChange={(e) => setFollow(e.currentTarget.checked)}
            />
            {t(byMs < 0 ? 'speaker.reportsShorter' : 'speaker.reportsLonger', {
              segment: reports.id,
              time: lengthWords(Math.abs(byMs)),
            })}
          </label>
        )}
        <button type="submit" class="main">
          {t('speaker.groupsSet')}
        </button>
      </form>
    </Dialog>
  );
}
