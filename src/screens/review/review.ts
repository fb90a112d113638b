/** The review page: charts, and the quiz to test oneself. */
import { drawCharts } from '../charts/index.ts';
import { selfCheck } from './self-check.ts';

drawCharts(document);
for (const item of document.querySelectorAll<HTMLElement>('.self-check [data-answer]')) selfCheck(item);
