import type { Reporter } from '../../messages/index.ts';
import { placeOfNode } from '../2-parse/markdown.ts';
import type { ModuleSource } from '../2-parse/sources.ts';
import { directiveNames, vocabulary } from '../2-parse/vocabulary.ts';
import { type AnyDirective, formOf, isDirective, trees, walk } from './walk.ts';

const SAFE_URL = /^(https:\/\/|mailto:|#)/i;

/** Raw HTML, addresses, pictures and directives: what Markdown may hold here. */
export function checkMarkdown(module: ModuleSource, reporter: Reporter): void {
  for (const { file, where, blocks } of trees(module)) {
    walk(blocks, (node) => {
      const place = placeOfNode(file, node);
      if (node.type === 'html' && !/^<!--[\s\S]*-->$/.test(node.value.trim())) {
        reporter.report('markdown/raw-html', place, { html: node.value.slice(0, 60) });
      } else if ((node.type === 'link' || node.type === 'definition') && !SAFE_URL.test(node.url)) {
        reporter.report('markdown/url', place, { url: node.url.slice(0, 80) });
      } else if (node.type === 'image') {
        const path = `${file.split('/').slice(0, -1).join('/')}/${node.url}`;
        if (!module.pictures.has(path))
          reporter.report('markdown/picture-missing', place, { name: node.url.slice(0, 80), path });
        else if (!node.alt) reporter.report('markdown/picture-alt', place, { name: node.url });
      } else if (node.type === 'text' && /^:{2,}/m.test(node.value)) {
        reporter.report('markdown/broken-fence', place, { text: node.value.trim().slice(0, 40) });
      } else if (isDirective(node)) checkDirective(node, file, where, reporter);
    });
  }
}

function checkDirective(node: AnyDirective, file: string, where: string, reporter: Reporter): void {
  const place = placeOfNode(file, node);
  const known = Object.hasOwn(vocabulary, node.name) ? vocabulary[node.name] : undefined;
  if (!known) {
    reporter.report('directive/unknown', place, {
      name: node.name,
      known: directiveNames.map((n) => `\`${n}\``).join(', '),
      near: nearest(node.name, directiveNames) ?? '',
    });
    return;
  }
  const form = formOf(node);
  if (form !== known.form && form !== known.alsoForm) {
    reporter.report('directive/form', place, { name: node.name, form, expected: known.example });
    return;
  }
  if (!(known.where as readonly string[]).includes(where)) {
    const places = known.where
      .map((w) => (w === 'notes' ? 'speaker notes' : `a ${w}`))
      .join(' or ');
    reporter.report('directive/place', place, {
      name: node.name,
      expected: `\`${node.name}\` in ${places}`,
    });
  }
  const attributes = known.attributes.safeParse({ ...node.attributes });
  if (!attributes.success) {
    const what = attributes.error.issues
      .map((i) =>
        i.code === 'unrecognized_keys'
          ? `\`${i.keys.join('`, `')}\``
          : `\`${i.path.join('.')}\` (${i.message})`,
      )
      .join(', ');
    reporter.report('directive/attribute', place, {
      name: node.name,
      what,
      expected: `\`${known.example}\``,
    });
  }
  const labelled = form === 'container' ? true : node.children.length > 0;
  if (known.label === 'required' && !labelled) {
    reporter.report('directive/attribute', place, {
      name: node.name,
      what: 'empty brackets',
      expected: `\`${known.example}\``,
    });
  }
}
