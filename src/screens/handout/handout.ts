/** A handout in the browser: charts, local facts, clock times, copies to print, and the button that prints. */
import { drawCharts } from '../charts/index.ts';
import { countCopies } from '../shared/print-list.ts';
import { reachTables } from '../shared/tables.ts';
import { t } from '../strings.ts';
import { fillIn, showBlanks } from './blanks.ts';
import { preparePaper } from './paper.ts';
import { printAs } from './print-as.ts';
import { sessionPlan } from './session-plan.ts';

drawCharts(document);
preparePaper();
printAs();
fillIn();
reachTables();

for (const box of document.querySelectorAll<HTMLElement>('.session-plan')) sessionPlan(box);

for (const table of document.querySelectorAll<HTMLTableElement>('.print-list')) {
  const people = document.createElement('input');
  people.type = 'number';
  people.min = '4';
  people.max = '60';
  people.value = '24';
  people.addEventListener('input', () => countCopies(document, Number(people.value) || 0));
  const label = document.createElement('label');
  label.className = 'people-control';
  label.append(`${t('pages.printListPeople')} `, people);
  (table.closest('.table-scroll') ?? table).before(label);
}

// In a pack, the contents lead to the parts on the same page.
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-part]')) {
  const part = document.getElementById(`handout-${link.dataset.part}`);
  if (part) link.href = `#${part.id}`;
}

document.getElementById('print')?.addEventListener('click', () => window.print());
document.getElementById('with-facilitator')?.addEventListener('change', (event) => {
  document.body.classList.toggle('with-facilitator', (event.target as HTMLInputElement).checked);
  showBlanks();
});
// Another window may have filled in facts meanwhile.
addEventListener('storage', fillIn);
addEventListener('pageshow', (event) => event.persisted && fillIn());
