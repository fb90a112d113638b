import type { MessageKey } from '../../locale/index.ts';
import { t } from '../strings.ts';
import { Dialog } from './dialog.tsx';

const KEYS: readonly (readonly [keys: readonly string[], what: MessageKey])[] = [
  [['→', 'Space', 'Page Down', 'N'], 'deck.help.next'],
  [['←', 'Page Up', 'P'], 'deck.help.back'],
  [['B', '.'], 'deck.help.blank'],
  [['K'], 'speaker.keys.clock'],
  [['D'], 'speaker.keys.moments'],
  [['T'], 'speaker.keys.tick'],
  [['X'], 'speaker.keys.cuts'],
  [['E'], 'speaker.keys.exercise'],
  [['M'], 'speaker.keys.minute'],
  [['J'], 'speaker.keys.phase'],
  [['R'], 'speaker.keys.answer'],
  [['G'], 'speaker.keys.groups'],
  [['C'], 'speaker.keys.count'],
  [['I'], 'speaker.keys.issue'],
  [['U', 'Ctrl Z'], 'speaker.keys.undo'],
  [['Shift U'], 'speaker.keys.redo'],
  [['+', '−'], 'speaker.keys.size'],
  [['O'], 'speaker.keys.deck'],
  [['?'], 'deck.help.this'],
];

export function KeysHelp() {
  return (
    <Dialog title={t('deck.helpTitle')}>
      <dl class="keys">
        {KEYS.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('speaker.keys.finish')}</p>
    </Dialog>
  );
}
