import type { QuizItem } from '../../model/index.ts';
import { t } from '../strings.ts';
import { quizItems } from '../wall/phases.ts';
import { quizItemAt } from '../wall/steps.ts';
import { words } from '../wall/tally.ts';
import { Card } from './card.tsx';
import { Countdown, Tone } from './countdown.tsx';
import { useDesk } from './desk.ts';
import { kindHere, showAnswer } from './exercise-actions.ts';
import { Html } from './html.tsx';
import { otherCount, quizShortHere, showItem, toggleShortQuiz } from './quiz-actions.ts';

/** Item by item: show the statement, count hands, show the bars, then the answer and its reason. */
export function QuizControl() {
  const desk = useDesk();
  const state = desk.live.state.value;
  if (kindHere(desk) !== 'quiz-answers') return null;
  const short = quizShortHere(desk);
  const { slide, step } = desk.place.value;
  const section = desk.sections.get(slide);
  const at = section ? quizItemAt(section, step) : null;
  const items = quizItems(desk.room, short);
  const all = quizItems(desk.room, false);
  const number = (item: QuizItem): number => all.indexOf(item) + 1;
  const index = items.findIndex((q) => q.id === at?.item);
  const shown = all.find((q) => q.id === at?.item);
  const next = items[index + 1];
  const show = (item: QuizItem): void => showItem(desk, item.id);
  return (
    <Card id="quiz" title={t('speaker.quiz')} tone="time">
      {shown && (
        <div class="quiz-now" key={shown.id}>
          <p class="question-words">
            {number(shown)}. {shown.statement}
          </p>
          <Count item={shown} />
          <p class="quiz-key">
            {t('speaker.quizAnswer', { answer: t(shown.answer ? 'common.true' : 'common.false') })}{' '}
            {shown.reason}
          </p>
          <Guide id={shown.id} />
        </div>
      )}
      <div class="row">
        {shown && !at?.answered && (
          <button type="button" class="main" onClick={() => showAnswer(desk)}>
            {t('speaker.quizShowAnswer')} <kbd>R</kbd>
          </button>
        )}
        {next && (
          <button
            type="button"
            class={!shown || at?.answered ? 'main' : ''}
            onClick={() => show(next)}
          >
            {t('speaker.quizNext', { number: number(next) })} <kbd>J</kbd>
          </button>
        )}
        <label class="check">
          <input type="checkbox" checked={short} onChange={() => toggleShortQuiz(desk)} />
          <span>
            {t('speaker.quizShort', { numbers: quizItems(desk.room, true).map(number).join(', ') })}{' '}
            <kbd>H</kbd>
          </span>
        </label>
      </div>
      <ol class="quiz-items">
        {items.map((q) => (
          <li
            key={q.id}
            value={number(q)}
            class={q.id === at?.item ? 'is-current' : ''}
            aria-current={q.id === at?.item ? 'step' : undefined}
          >
            <button type="button" class="quiet" onClick={() => show(q)}>
              {q.statement}
            </button>
            <span class="quiz-counts">
              {state.tallies
                .filter((x) => x.item === q.id)
                .map((x) => words(x.counts))
                .join(' → ')}
            </span>
          </li>
        ))}
      </ol>
      <Countdown />
      <Tone />
    </Card>
  );
}

/** Raised hands, typed. A second round, after the answer, is shown beside the first. */
function Count({ item }: { item: QuizItem }) {
  const desk = useDesk();
  const rounds = desk.live.state.value.tallies.filter((x) => x.item === item.id);
  const round = desk.round.value ?? rounds.at(-1)?.round ?? '1';
  const known = rounds.find((x) => x.round === round)?.counts;
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const count = (name: string): number =>
      Math.min(10_000, Math.max(0, Math.floor(Number(form.get(name)) || 0)));
    desk.write({
      type: 'tally',
      item: item.id,
      round,
      counts: { yes: count('yes'), no: count('no'), abstained: count('abstained') },
    });
    (document.activeElement as HTMLElement | null)?.blur();
  };
  const field = (name: 'yes' | 'no' | 'abstained', label: string) => (
    <label class="count">
      <span>{label}</span>
      <input
        id={`count-${name}`}
        name={name}
        type="number"
        inputMode="numeric"
        min={0}
        max={10000}
        onFocus={(e) => e.currentTarget.select()}
        defaultValue={known ? String(known[name]) : ''}
      />
    </label>
  );
  return (
    <form class="counts" key={round} onSubmit={save}>
      <kbd>C</kbd>
      {field('yes', t('common.true'))}
      {field('no', t('common.false'))}
      {field('abstained', t('deck.abstained'))}
      <button type="submit">
        {t('speaker.quizCount')} <kbd>↵</kbd>
      </button>
      {rounds.length > 0 && (
        <button type="button" class="quiet" onClick={() => otherCount(desk, item.id)}>
          {t(round === '1' ? 'speaker.quizAgain' : 'speaker.quizFirst')} <kbd>A</kbd>
        </button>
      )}
    </form>
  );
}

function Guide({ id }: { id: string }) {
  const guide = useDesk().speaker.quizGuide.find((g) => g.id === id);
  if (!guide) return null;
  const rows = [
    [t('pages.quizError'), guide.error],
    [t('pages.quizReply'), guide.reply],
    [t('pages.quizLaw'), guide.law],
  ] as const;
  return (
    <dl class="facts">
      {rows.map(
        ([label, html]) =>
          html && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <Html html={html} />
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
