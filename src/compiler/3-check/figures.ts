import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { at, type Reporter } from '../../messages/index.ts';
import { readFigure } from '../2-parse/figure.ts';
import { placeOfNode } from '../2-parse/markdown.ts';
import type { FigureSource, ModuleSource } from '../2-parse/sources.ts';
import { isDirective, trees, walk } from './walk.ts';

/** Diagrams exist, have all their labels and a description, and hold nothing that runs. */
export function checkFigures(module: ModuleSource, reporter: Reporter): void {
  const used = new Set<string>();
  for (const { file, blocks } of trees(module)) {
    walk(blocks, (node) => {
      if (!isDirective(node) || node.type !== 'containerDirective' || node.name !== 'figure')
        return;
      const place = placeOfNode(file, node);
      const read = readFigure(node);
      const figure = module.figures.get(read.name);
      if (!figure) {
        const known = [...module.figures.keys()].map((n) => `\`${n}\``).join(', ');
        reporter.report('reference/figure', place, { name: read.name, known });
        return;
      }
      used.add(read.name);
      if (!read.description) reporter.report('figure/alt', place, { name: read.name });
      const slots = slotsOf(figure);
      for (const [key, optional] of slots) {
        if (!optional && !read.labels.has(key))
          reporter.report('figure/label-missing', place, { name: read.name, key });
      }
      for (const key of read.labels.keys()) {
        if (!slots.has(key)) {
          const known = [...slots.keys()].map((k) => `\`${k}\``).join(', ');
          reporter.report('figure/label-unknown', place, { name: read.name, key, known });
        }
      }
    });
  }
  for (const name of used) {
    const figure = module.figures.get(name);
    if (figure) checkSafe(figure, reporter);
  }
}

const parser = unified().use(rehypeParse, { fragment: true });

/** label key → may it be left out? */
function slotsOf(figure: FigureSource): Map<string, boolean> {
  const slots = new Map<string, boolean>();
  visit(parser.parse(figure.html) as Root, 'element', (element) => {
    const key = element.properties.dataLabel;
    if (typeof key === 'string') slots.set(key, element.properties.dataOptional !== undefined);
  });
  return slots;
}

const ELEMENTS = new Set(
  'div span p ul ol li dl dt dd strong em svg g path rect circle ellipse line polyline polygon defs marker pattern'.split(
    ' ',
  ),
);

function checkSafe(figure: FigureSource, reporter: Reporter): void {
  visit(parser.parse(figure.html) as Root, 'element', (element) => {
    const place = at(figure.file, element.position?.start.line, element.position?.start.column);
    if (!ELEMENTS.has(element.tagName))
      reporter.report('figure/unsafe', place, { what: `<${element.tagName}>` });
    for (const key of Object.keys(element.properties)) {
      if (/^(on|style$|href|xlink|src)/i.test(key))
        reporter.report('figure/unsafe', place, { what: key });
    }
  });
  const css = /@import|url\(|expression\(|<\/style/i.exec(figure.css);
  if (css) {
    const line = figure.css.slice(0, css.index).split('\n').length;
    reporter.report('figure/unsafe', at(figure.file.replace(/\.html$/, '.css'), line), {
      what: css[0],
    });
  }
}
