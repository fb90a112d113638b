import { t } from '../strings.ts';

/** Copies for a number of participants: groups as the syllabus counts them (under 12: two; over 32: eight; else four). A case is for its readers. */
export function copiesFor(copies: string, people: number, cases = 0): number {
  const groups = people < 12 ? 2 : people > 32 ? 8 : 4;
  if (copies === 'participant') return people;
  if (copies === 'group') return groups;
  if (copies === 'case') return Math.ceil(people / Math.max(1, Math.min(groups, cases)));
  return copies === 'team' ? 4 : 1;
}

/** Recounts every print list on the page. */
export function countCopies(root: ParentNode, people: number): void {
  for (const cell of root.querySelectorAll<HTMLElement>('[data-copies]')) {
    cell.textContent = String(
      copiesFor(cell.dataset.copies ?? '', people, Number(cell.dataset.cases)),
    );
  }
  for (const cell of root.querySelectorAll<HTMLElement>('[data-sheets]')) {
    const copies = copiesFor(cell.dataset.sheets ?? '', people);
    const sheets = Math.ceil(copies / Number(cell.dataset.up || 1));
    cell.textContent = t('pages.printListSheets', { sheets });
  }
  for (const caption of root.querySelectorAll('.print-list caption')) {
    caption.textContent = t('pages.printListCaption', { count: people });
  }
}
