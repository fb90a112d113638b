import { type Copies, copiesFor } from '../../model/index.ts';
import { t } from '../strings.ts';

/** Recounts every print list on the page. */
export function countCopies(root: ParentNode, people: number): void {
  for (const cell of root.querySelectorAll<HTMLElement>('[data-copies]')) {
    cell.textContent = String(
      copiesFor(cell.dataset.copies as Copies, people, Number(cell.dataset.cases)),
    );
  }
  for (const cell of root.querySelectorAll<HTMLElement>('[data-sheets]')) {
    const copies = copiesFor(cell.dataset.sheets as Copies, people);
    const sheets = Math.ceil(copies / Number(cell.dataset.up || 1));
    cell.textContent = t('pages.printListSheets', { sheets });
  }
  for (const caption of root.querySelectorAll('.print-list caption')) {
    caption.textContent = t('pages.printListCaption', { count: people });
  }
}
