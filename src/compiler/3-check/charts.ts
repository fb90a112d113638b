import type { Code } from 'mdast';
import type { Reporter } from '../../messages/index.ts';
import { type ChartBlock, chartBlock } from '../2-parse/schemas.ts';
import type { ModuleSource } from '../2-parse/sources.ts';
import { parseYaml } from '../2-parse/yaml.ts';
import { trees, walk } from './walk.ts';

/** Charts are well-formed and say where their numbers come from. */
export function checkCharts(module: ModuleSource, reporter: Reporter): void {
  for (const { file, blocks } of trees(module)) {
    walk(blocks, (node) => {
      if (node.type === 'code' && node.lang === 'chart') readChart(node, file, reporter);
    });
  }
}

/** The YAML of a chart block, validated. @returns undefined where it is wrong (reported). */
export function readChart(node: Code, file: string, reporter: Reporter): ChartBlock | undefined {
  const linesBefore = node.position?.start.line ?? 0;
  const columnsBefore = (node.position?.start.column ?? 1) - 1;
  const yaml = parseYaml(
    node.value,
    chartBlock,
    { file, linesBefore, columnsBefore, of: 'the chart' },
    reporter,
  );
  if (!yaml) return undefined;
  const { type, data } = yaml.value;
  for (const [i, row] of data.entries()) {
    if (type !== 'range' && row.value === undefined) {
      reporter.report('chart/invalid', yaml.placeOf(['data', i]), {
        reason: `a row of from and to in a ${type} chart`,
        expected: '`value`, or `type: range`',
      });
    }
  }
  return yaml.value;
}
