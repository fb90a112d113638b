/** After the session: planned against actual, cuts, hands, issues. To print, and to take away as CSV and JSON. */
import { effect } from '@preact/signals';
import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { mmss, type Status } from '../../syllabus/index.ts';
import type { Live } from '../live.ts';
import { clockTime, minutesNumber, paceWords } from '../shared/words.ts';
import { download, fileName } from '../speaker/files.ts';
import { lang, t } from '../strings.ts';
import { csv, json, suggestedYaml, tableRows } from './figures.ts';
import { drawPlanChart } from './plan-chart.ts';
import { QuizTable } from './quiz-table.tsx';

export function startReport(live: Live): void {
  document.body.dataset.role = 'report';
  document.title = `${t('report.title')} · ${live.room.title}`;
  document.getElementById('room')?.remove();
  document.getElementById('speaker-data')?.remove();
  const root = document.getElementById('app');
  if (!root) return;
  let shown = '';
  effect(() => {
    const state = live.state.value;
    // While the session runs, the page follows every ten seconds.
    const now = `${state.phase} ${live.store.journal.events.length} ${Math.floor(state.elapsedMs / 10_000)}`;
    if (now === shown) return;
    shown = now;
    render(<Report live={live} state={state} />, root);
  });
}

function Report({ live, state }: { live: Live; state: Status }) {
  const { room } = live;
  if (state.phase === 'not-started') {
    return (
      <main class="report">
        <h1>{t('report.title')}</h1>
        <p>{t('report.none')}</p>
      </main>
    );
  }
  const date =
    state.startedAt === null
      ? ''
      : new Intl.DateTimeFormat(lang, { dateStyle: 'long' }).format(state.startedAt);
  const suggested = suggestedYaml(state);
  return (
    <main class="report">
      <p class="kicker">{room.title}</p>
      <h1>{t('report.title')}</h1>
      <p>
        {t('report.when', {
          date,
          from: clockTime(state.startedAt ?? state.now),
          to: clockTime(state.finishedAt ?? state.now),
          variant: state.plan.variantTitle,
        })}{' '}
        {state.phase !== 'finished' && <strong>{t('report.running')}</strong>}
      </p>
      <dl class="report-sums">
        <Sum label={t('report.planned')} value={mmss(state.plannedTotalMs, 'gone')} />
        <Sum label={t('report.actual')} value={mmss(state.elapsedMs, 'gone')} />
        <Sum label={t('report.pauses')} value={mmss(state.pausedMs, 'gone')} />
        <Sum label={t('speaker.paceName')} value={paceWords(state)} />
      </dl>
      <div class="row no-print">
        <button type="button" class="main" onClick={() => window.print()}>
          {t('pages.print')}
        </button>
        <button
          type="button"
          onClick={() =>
            download(fileName(live, 'report', 'csv'), 'text/csv', `\uFEFF${csv(state)}`)
          }
        >
          CSV
        </button>
        <button
          type="button"
          onClick={() =>
            download(fileName(live, 'report', 'json'), 'application/json', json(room, state))
          }
        >
          JSON
        </button>
      </div>
      <h2>{t('report.segments')}</h2>
      <PlanChart state={state} />
      <table class="segment-table">
        <thead>
          <tr>
            <th scope="col">{t('report.segment')}</th>
            <th scope="col">{t('report.planned')}</th>
            <th scope="col">{t('report.revised')}</th>
            <th scope="col">{t('report.actual')}</th>
            <th scope="col">{t('report.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {tableRows(state).map((s) => (
            <tr key={s.id}>
              <th scope="row">
                {s.id} {s.title}
                {s.state === 'skipped' && ` (${t('speaker.segmentState.skipped')})`}
              </th>
              <td>{mmss(s.plannedMs, 'gone')}</td>
              <td>{mmss(s.revisedMs, 'gone')}</td>
              <td>{mmss(s.actualMs, 'gone')}</td>
              <td>{signed(s.actualMs - s.plannedMs)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('report.total')}</th>
            <td>{mmss(state.plannedTotalMs, 'gone')}</td>
            <td>{mmss(state.revisedTotalMs, 'gone')}</td>
            <td>{mmss(state.elapsedMs, 'gone')}</td>
            <td>{signed(state.elapsedMs - state.plannedTotalMs)}</td>
          </tr>
        </tfoot>
      </table>
      <h2>{t('report.cuts')}</h2>
      <List items={cutsMade(state)} none={t('report.noCuts')} />
      <h2>{t('report.tallies')}</h2>
      <QuizTable room={room} tallies={state.tallies} />
      <h2>{t('report.issues')}</h2>
      <List
        items={state.notes.map((n) => `${n.segment ?? ''} ${mmss(n.elapsedMs, 'gone')}: ${n.text}`)}
        none={t('report.noIssues')}
      />
      <h2>{t('report.next')}</h2>
      <p>{t('report.nextHow', { minutes: minutesNumber(state.elapsedMs) })}</p>
      <textarea
        class="yaml"
        readOnly
        rows={Math.max(3, suggested.split('\n').length)}
        aria-label={t('report.next')}
        value={suggested}
      />
      <p class="small">{t('report.noNames')}</p>
    </main>
  );
}

/** The cuts accepted, then what was left out by hand, in words. */
function cutsMade({ cutsTaken, segments, plan }: Status): string[] {
  const dropped = segments.filter((s) => s.state === 'skipped').map((s) => `drop:${s.id}`);
  return [...new Set([...cutsTaken, ...dropped])].map((cut) => {
    const [kind, segment] = cut.split(':');
    const words = {
      segment: segment ?? cut,
      title: plan.segments.find((s) => s.id === segment)?.title ?? '',
    };
    return (
      plan.cuts.find((c) => c.id === cut)?.text ??
      t(kind === 'drop' ? 'speaker.cut.drop' : 'speaker.cut.shorten', words)
    );
  });
}

const signed = (ms: number): string =>
  Math.abs(ms) < 1000 ? '0:00' : ms > 0 ? `+${mmss(ms, 'gone')}` : `−${mmss(-ms, 'gone')}`;

function Sum({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function List({ items, none }: { items: string[]; none: string }) {
  if (!items.length) return <p>{none}</p>;
  return (
    <ul>
      {items.map((item, i) => (
        <li key={`${i} ${item}`}>{item}</li>
      ))}
    </ul>
  );
}

function PlanChart({ state }: { state: Status }) {
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const chart = ref.current && drawPlanChart(ref.current, state);
    return () => chart?.destroy();
  }, [state]);
  return (
    <figure class="plan-chart">
      <figcaption>{t('report.chart')}</figcaption>
      <div class="plan-canvas">
        <canvas
          ref={ref}
          role="img"
          aria-label={t('pages.chartLabel', { title: t('report.chart') })}
        />
      </div>
    </figure>
  );
}
