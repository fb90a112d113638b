/** On paper a blank keeps its name only where the words before it do not say it. */
import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { markNamedBlanks } from '../../src/compiler/5-render/named-blanks.ts';

const blank = (name: string): Element =>
  h('span', { class: 'profile-blank' }, [
    h('span', { class: 'profile-label' }, [h('span', { class: 'on-screen' }, 'Fill in: '), name]),
  ]);

/** The names that are left on paper. */
function left(...blocks: Element[]): string[] {
  const tree: Root = { type: 'root', children: blocks };
  markNamedBlanks(tree);
  const found: string[] = [];
  const walk = (e: Element): void => {
    const names = (e.properties.className ?? []) as string[];
    if (names.includes('profile-blank')) {
      const label = e.children[0] as Element;
      if (!names.includes('is-named')) found.push((label.children[1] as { value: string }).value);
    } else for (const c of e.children) if (c.type === 'element') walk(c);
  };
  for (const block of blocks) walk(block);
  return found;
}

test('a blank after its name has none of its own', () => {
  expect(left(h('p', ['Hotline: ', blank('Mission hotline')]))).toEqual([]);
  expect(left(h('li', [h('strong', 'OIOS'), ': ', blank('OIOS, investigators')]))).toEqual([]);
});

test('a blank that the words do not name keeps it', () => {
  expect(left(h('p', ['Call ', blank('Emergency, day and night'), '.']))).toEqual([
    'Emergency, day and night',
  ]);
});

test('short words name nothing', () => {
  expect(left(h('p', ['One of us: ', blank('Who of us')]))).toEqual(['Who of us']);
});

test('only the words of the same block count, and only those before', () => {
  expect(
    left(h('p', 'The hotline is open.'), h('p', ['Call ', blank('Hotline'), ', the hotline'])),
  ).toEqual(['Hotline']);
  expect(
    left(h('ul', [h('li', ['Hotline: ', blank('Hotline')]), h('li', blank('Hotline'))])),
  ).toEqual(['Hotline']);
});
