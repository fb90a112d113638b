import type { Plugin } from 'chart.js';

interface Options {
  texts: string[];
  ink: string;
  font: string;
  horizontal: boolean;
  rtl: boolean;
  /** Which data set the texts belong to. */
  dataset?: number;
}

/** Writes each value beside its bar: nobody in the back row reads an axis. */
export const valueLabels = ({
  texts,
  ink,
  font,
  horizontal,
  rtl,
  dataset = 0,
}: Options): Plugin => ({
  id: `value-labels-${dataset}`,
  afterDatasetsDraw(chart) {
    const { ctx } = chart;
    ctx.save();
    ctx.font = font;
    ctx.fillStyle = ink;
    ctx.direction = 'ltr';
    for (const [i, bar] of chart.getDatasetMeta(dataset).data.entries()) {
      const { x, y } = bar.tooltipPosition(false) as { x: number; y: number };
      const end = bar.getProps(['x', 'y'], true) as { x: number; y: number };
      if (horizontal) {
        ctx.textAlign = rtl ? 'right' : 'left';
        ctx.textBaseline = 'middle';
        ctx.fillText(texts[i] ?? '', end.x + (rtl ? -10 : 10), end.y);
      } else {
        ctx.textAlign = 'center';
        ctx.textBaseline = 'bottom';
        ctx.fillText(texts[i] ?? '', x, Math.min(y, end.y) - 8);
      }
    }
    ctx.restore();
  },
});
