import type { MessageKey } from '../../locale/index.ts';
import { t } from '../strings.ts';
import { closePanel, panelIsOpen, showPanel } from './panel.ts';

const KEYS: readonly (readonly [keys: string, what: MessageKey])[] = [
  ['→  Space  Page Down', 'deck.help.next'],
  ['←  Page Up', 'deck.help.back'],
  ['Home  End', 'deck.help.firstLast'],
  ['S', 'deck.help.speaker'],
  ['B  .', 'deck.help.blank'],
  ['O  Esc', 'deck.help.overview'],
  ['F', 'deck.help.full'],
  ['T', 'deck.help.edge'],
  ['?', 'deck.help.this'],
];

/** The keys of the projector's window; the same key closes it. */
export function toggleHelp(): void {
  if (panelIsOpen()) {
    closePanel();
    return;
  }
  const list = document.createElement('dl');
  list.className = 'keys';
  for (const [keys, what] of KEYS) {
    const row = document.createElement('div');
    const dt = document.createElement('dt');
    for (const key of keys.split('  ')) {
      const kbd = document.createElement('kbd');
      kbd.textContent = key;
      dt.append(kbd, ' ');
    }
    const dd = document.createElement('dd');
    dd.textContent = t(what);
    row.append(dt, dd);
    list.append(row);
  }
  showPanel(t('deck.helpTitle'), list);
}
