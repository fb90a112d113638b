// placeholder until the windows are written
import { drawCharts } from './charts/index.ts';

drawCharts(document);
