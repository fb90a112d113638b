/** A handout in the browser: charts, clock times, copies to print, and the button that prints. */
import { drawCharts } from '../charts/index.ts';
import { countCopies } from '../shared/print-list.ts';
import { t } from '../strings.ts';
import { sessionPlan } from './session-plan.ts';

drawCharts(document);

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
  table.before(label);
}

document.getElementById('print')?.addEventListener('click', () => window.print());
document.getElementById('with-facilitator')?.addEventListener('change', (event) => {
  document.body.classList.toggle('with-facilitator', (event.target as HTMLInputElement).checked);
});
