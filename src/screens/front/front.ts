/** The front door: counts the copies to print for a number of participants. */
import { countCopies } from '../shared/print-list.ts';

for (const box of document.querySelectorAll<HTMLElement>('.print-list-box')) {
  const people = box.querySelector<HTMLInputElement>('.people');
  people?.addEventListener('input', () => countCopies(box, Number(people.value) || 0));
}
