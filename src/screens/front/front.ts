/** The front door: local facts, and the copies to print for a number of participants. */
import { countCopies } from '../shared/print-list.ts';
import type { ProfileField } from '../shared/profile.ts';
import { reachTables } from '../shared/tables.ts';
import { localFacts } from './local-facts.ts';

for (const box of document.querySelectorAll<HTMLElement>('.print-list-box')) {
  const people = box.querySelector<HTMLInputElement>('.people');
  people?.addEventListener('input', () => countCopies(box, Number(people.value) || 0));
}

const facts = document.getElementById('local-facts');
const fields = document.getElementById('profile-fields');
if (facts && fields) localFacts(facts, JSON.parse(fields.textContent ?? '[]') as ProfileField[]);

// A link to a section opens it: `index.html#local-facts` comes from the handouts.
const open = (): void => {
  const target = location.hash && document.querySelector(location.hash);
  if (target instanceof HTMLDetailsElement) target.open = true;
};
open();
addEventListener('hashchange', open);
reachTables();
