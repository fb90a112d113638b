/** The review page: charts, local facts that anyone may have, and the quiz to test oneself. */
import { drawCharts } from '../charts/index.ts';
import { preparePaper } from '../handout/paper.ts';
import { applyProfile, readProfile } from '../shared/profile.ts';
import { reachTables } from '../shared/tables.ts';
import { selfCheck } from './self-check.ts';

drawCharts(document);
preparePaper();
applyProfile(document, readProfile(false), false);
reachTables();
for (const quiz of document.querySelectorAll<HTMLElement>('.self-check')) selfCheck(quiz);
