import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { at, type Place, type Reporter } from '../../messages/index.ts';
import { readFigure } from '../2-parse/figure.ts';
import { placeOfNode } from '../2-parse/markdown.ts';
import type { FigureSource, ModuleSource } from '../2-parse/sources.ts';
import { isDirective, trees, walk } from './walk.ts';

/** Diagrams exist, have all their labels and a description, and hold nothing that runs. */
export function checkFigures(module: ModuleSource, reporter: Reporter): void {
  for (const { file, blocks } of trees(module)) {
    walk(blocks, (node) => {
      if (!isDirective(node) || node.type !== 'containerDirective' || node.name !== 'figure')
        return;
      const place = placeOfNode(file, node);
      const read = readFigure(node);
      const figure = module.figures.get(read.name);
      if (!figure) {
        if (module.broken.has(`slides/figures/${read.name}.html`)) return;
        const known = [...module.figures.keys()].map((n) => `\`${n}\``).join(', ');
        reporter.report('reference/figure', place, { name: read.name, known });
        return;
      }
      if (!read.description) reporter.report('figure/alt', place, { name: read.name });
      const { slots, parts } = placesOf(figure);
      for (const part of read.here) {
        const known = parts.map((p) => `\`${p}\``).join(', ');
        if (!parts.includes(part))
          reporter.report('figure/part-unknown', place, { name: read.name, part, known });
      }
      for (const [key, optional] of slots) {
        if (!optional && !read.labels.has(key))
          reporter.report('figure/label-missing', place, { name: read.name, key });
      }
      const known = [...slots.keys()].map((k) => `\`${k}\``).join(', ');
      const seen = new Map<string, Place>();
      for (const { key, node: line } of read.lines) {
        const at = placeOfNode(file, line);
        const first = seen.get(key);
        if (!slots.has(key)) {
          reporter.report('figure/label-unknown', at, { name: read.name, key, known });
        } else if (first) {
          reporter.report(
            'id/duplicate',
            at,
            { id: key },
            { place: first, what: `the first \`${key}\`` },
          );
        }
        seen.set(key, at);
      }
    });
  }
  // Also those that no page uses: the styles of all drawings go into every page.
  for (const figure of module.figures.values()) checkSafe(figure, reporter);
}

const parser = unified().use(rehypeParse, { fragment: true });

/** Label key → may it be left out; and the parts that `here` may name. */
function placesOf(figure: FigureSource): { slots: Map<string, boolean>; parts: string[] } {
  const slots = new Map<string, boolean>();
  const parts: string[] = [];
  visit(parser.parse(figure.html) as Root, 'element', (element) => {
    const key = element.properties.dataLabel;
    if (typeof key === 'string') slots.set(key, element.properties.dataOptional !== undefined);
    const { dataPart } = element.properties;
    if (typeof dataPart === 'string') parts.push(dataPart);
  });
  return { slots, parts };
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
    for (const [key, value] of Object.entries(element.properties)) {
      if (/url\(\s*['"]?(?!#)/i.test(String(value))) {
        reporter.report('figure/unsafe', place, { what: String(value).slice(0, 40) });
      }
      if (/^(on|style$|href|xlink|src|id$|name$|data(?!Label$|Optional$|Part$))/i.test(key))
        reporter.report('figure/unsafe', place, { what: key });
    }
  });
  const css = /@import|url\(|image-set\(|image\(|src:|src\(|expression\(|<|\\/i.exec(figure.css);
  if (css) {
    const before = figure.css.slice(0, css.index).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    reporter.report(
      'figure/unsafe',
      at(figure.file.replace(/\.html$/, '.css'), before.length, column),
      {
        what: css[0],
      },
    );
  }
}
