import { readFileSync } from 'node:fs';
import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { plainText } from '../../2-parse/plain-text.ts';
import { iconPath } from '../../icons.ts';
import type { RenderDirective } from './types.ts';

/** Stands for the name of a local fact while its sentence is cut in two. */
const CUT = '\u0000';

/** A local fact of the mission profile, or a marked blank. The browser fills it from the saved profile too. */
export const profile: RenderDirective = (node, _children, { module, t }) => {
  const id = plainText(node);
  const field = module.profile.fields.find((f) => f.id === id);
  const label = field?.label[module.lang] ?? id;
  const values = module.profile.values;
  const value = id === 'checked-on' ? values.checkedOn : (values.values[id] ?? '');
  const attributes = {
    dataProfile: id,
    ...(field?.private ? { dataPrivate: '' } : {}),
    ...(field?.required ? { dataRequired: '' } : {}),
  };
  if (value) return h('span', { class: 'profile-value', ...attributes }, value);
  // On paper the line to write on says "fill in": only its name stands there.
  const [before = '', after = ''] = t('common.blank', { label: CUT }).split(CUT);
  const asked = (words: string): Element[] =>
    words.trim() ? [h('span', { class: 'on-screen' }, words)] : [];
  return h('span', { class: 'profile-blank', ...attributes }, [
    h('span', { class: 'profile-label' }, [...asked(before), label, ...asked(after)]),
  ]);
};

/** The title of a handout, linked where this edition has it. */
export const handout: RenderDirective = (node, _children, { module, handoutBase }) => {
  const id = plainText(node);
  const found = module.handouts.find((x) => x.meta.id === id);
  return found
    ? h('a', { href: `${handoutBase}${id}.html`, class: 'handout-link' }, found.meta.title)
    : h('span', id);
};

/** A length of the standard plan. On the wall it follows the plan that runs: of a part, a segment or a phase. */
export const minutes: RenderDirective = (node, children) =>
  h('span', { dataMinutes: node.attributes?.of ?? '' }, children);

/** Old wording, quoted: the language checks leave it alone. */
export const history: RenderDirective = (node, children) =>
  node.type === 'textDirective'
    ? h('q', { class: 'history' }, children)
    : h('blockquote', { class: 'history' }, children);

const parser = unified().use(rehypeParse, { fragment: true });
const icons = new Map<string, Element>();

/** A line icon (Lucide), decorative: hidden from screen readers. */
export const icon: RenderDirective = (node) => iconElement(plainText(node));

export function iconElement(name: string): Element {
  let svg = icons.get(name);
  if (!svg) {
    const text = readFileSync(iconPath(name), 'utf8').replace(/<!--[\s\S]*?-->/g, '');
    const root = parser.parse(text) as Root;
    const found = root.children.find(
      (c): c is Element => c.type === 'element' && c.tagName === 'svg',
    );
    svg = h('svg', found?.properties ?? {}, []);
    svg.children = (found?.children ?? []).filter((c) => c.type === 'element');
    svg.properties = {
      ...found?.properties,
      className: ['icon'],
      ariaHidden: 'true',
      focusable: 'false',
    };
    icons.set(name, svg);
  }
  return structuredClone(svg);
}
