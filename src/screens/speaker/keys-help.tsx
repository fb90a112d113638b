import type { MessageKey } from '../../locale/index.ts';
import { t } from '../strings.ts';
import { Dialog } from './dialog.tsx';

type Keys = readonly (readonly [keys: readonly string[], what: MessageKey])[];

const ANY_TIME: Keys = [
  [['→', 'Space', 'Page Down', 'N'], 'deck.help.next'],
  [['←', 'Page Up', 'P'], 'deck.help.back'],
  [['B', '.'], 'deck.help.blank'],
  [['D'], 'speaker.keys.moments'],
  [['T'], 'speaker.keys.tick'],
  [['X'], 'speaker.keys.cuts'],
  [['I'], 'speaker.keys.issue'],
  [['U', 'Ctrl Z'], 'speaker.keys.undo'],
  [['Shift U'], 'speaker.keys.redo'],
  [['K'], 'speaker.keys.clock'],
  [['Q'], 'speaker.keys.finish'],
  [['+', '−'], 'speaker.keys.size'],
  [['O'], 'speaker.keys.deck'],
  [['?'], 'deck.help.this'],
];

const EXERCISES: Keys = [
  [['G'], 'speaker.keys.groups'],
  [['E'], 'speaker.keys.exercise'],
  [['M'], 'speaker.keys.minute'],
  [['J'], 'speaker.keys.phase'],
  [['R'], 'speaker.keys.answer'],
  [['C'], 'speaker.keys.count'],
  [['A'], 'speaker.keys.again'],
  [['H'], 'speaker.keys.short'],
  [['V'], 'speaker.keys.sound'],
];

/** Every key, in two lists: what is needed at any time, and what the second half adds. */
export function KeysHelp() {
  return (
    <Dialog title={t('deck.helpTitle')} wide>
      <div class="keys-lists">
        <KeysList title={t('speaker.keys.any')} keys={ANY_TIME} />
        <KeysList title={t('speaker.keys.exercises')} keys={EXERCISES} />
      </div>
    </Dialog>
  );
}

function KeysList({ title, keys }: { title: string; keys: Keys }) {
  return (
    <div>
      <h3>{title}</h3>
      <dl class="keys">
        {keys.map(([names, what]) => (
          <div key={what}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
