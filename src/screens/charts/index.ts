export { drawCharts } from './draw.ts';
