import type { QuizItem, RoomData, TallyCounts } from '../../model/index.ts';
import type { Tally } from '../../syllabus/index.ts';
import { t } from '../strings.ts';
import { words } from '../wall/tally.ts';

/** Raised hands, item by item, before and after: how many had it right. */
export function QuizTable({ room, tallies }: { room: RoomData; tallies: readonly Tally[] }) {
  if (!tallies.length) return <p>{t('report.noTallies')}</p>;
  const order = room.quiz.map((q) => q.id);
  const ids = [...new Set(tallies.map((x) => x.item))].sort(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  );
  return (
    <table class="quiz-table">
      <thead>
        <tr>
          <th scope="col">{t('report.item')}</th>
          <th scope="col">{t('report.answer')}</th>
          <th scope="col">{t('report.first')}</th>
          <th scope="col">{t('report.second')}</th>
        </tr>
      </thead>
      <tbody>
        {ids.map((id) => {
          // A record of an older quiz may hold an item that is gone: its hands are shown all the same.
          const item = room.quiz.find((q) => q.id === id);
          const counts = (round: string) =>
            tallies.find((x) => x.item === id && x.round === round)?.counts;
          return (
            <tr key={id}>
              <th scope="row">{item ? `${order.indexOf(id) + 1}. ${item.statement}` : id}</th>
              <td>{item && t(item.answer ? 'common.true' : 'common.false')}</td>
              <Hands item={item} counts={counts('1')} />
              <Hands item={item} counts={counts('2')} />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface HandsProps {
  item: QuizItem | undefined;
  counts: TallyCounts | undefined;
}

function Hands({ item, counts }: HandsProps) {
  if (!counts) return <td>{t('report.notAsked')}</td>;
  const { yes, no, abstained } = counts;
  return (
    <td>
      {item && (
        <>
          <strong>
            {t('report.rightOf', { right: item.answer ? yes : no, all: yes + no + abstained })}
          </strong>
          <br />
        </>
      )}
      {words(counts)}
    </td>
  );
}
