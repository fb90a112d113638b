/** The form of local facts: filled in here once, kept in this browser, shown by every handout. */
import {
  CHECKED_ON,
  type Profile,
  type ProfileField,
  readProfile,
  saveProfile,
  storage,
} from '../shared/profile.ts';
import { readProfileFile, writeProfileFile } from '../shared/profile-file.ts';
import { t } from '../strings.ts';

const TOO_BIG = 64 * 1024;

export function localFacts(box: HTMLElement, fields: readonly ProfileField[]): void {
  const find = <T extends HTMLElement>(what: string): T => box.querySelector<T>(what) as T;
  const inputs = [...box.querySelectorAll<HTMLInputElement>('input[data-field]')];
  const status = find<HTMLElement>('.facts-status');
  const clear = find<HTMLButtonElement>('.facts-clear');
  const keep = storage();
  const say = (text: string): void => {
    status.textContent = text;
  };

  const built: Profile = {
    checkedOn: fields.find((f) => f.id === CHECKED_ON)?.value ?? '',
    values: Object.fromEntries(fields.map((f) => [f.id, f.value])),
  };
  const current = (): Profile => {
    const values: Record<string, string> = {};
    let checkedOn = '';
    for (const input of inputs) {
      if (input.dataset.field === CHECKED_ON) checkedOn = input.value;
      else values[input.dataset.field ?? ''] = input.value.trim();
    }
    return { checkedOn, values };
  };
  const show = (profile: Profile): void => {
    for (const input of inputs) {
      const id = input.dataset.field ?? '';
      input.value = id === CHECKED_ON ? profile.checkedOn : (profile.values[id] ?? '');
    }
    count();
  };
  const count = (): void => {
    const now = current();
    const left = fields.filter((f) => f.required && !now.values[f.id]).length;
    find('.facts-left').textContent = t('pages.factsLeft', { count: left });
    box.classList.toggle('is-complete', left === 0);
  };
  const save = (message: string): void => {
    say(saveProfile(current(), fields, keep) ? message : t('pages.factsRefused'));
    count();
  };

  const saved = readProfile(true, keep);
  show({
    checkedOn: saved.checkedOn || built.checkedOn,
    values: { ...built.values, ...saved.values },
  });
  if (!keep) say(t('pages.factsRefused'));
  for (const input of inputs) input.addEventListener('input', () => save(t('pages.factsSaved')));

  find('.facts-export').addEventListener('click', () => {
    const ids = fields.map((f) => f.id).filter((id) => id !== CHECKED_ON);
    const link = document.createElement('a');
    const text = writeProfileFile(current(), ids, t('pages.factsFileHead'));
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/yaml' }));
    link.download = 'mission.yaml';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  });

  find<HTMLInputElement>('.facts-import').addEventListener('change', async (event) => {
    const chooser = event.target as HTMLInputElement;
    const file = chooser.files?.[0];
    if (!file) return;
    const read = file.size > TOO_BIG ? null : readProfileFile(await file.text());
    chooser.value = '';
    if (!read) return say(t('pages.factsTooBig'));
    if (!read.ok) return say(t('pages.factsBadFile', { line: read.line }));
    const known = new Set(fields.map((f) => f.id));
    const strange = Object.keys(read.profile.values).filter((id) => !known.has(id));
    const before = current();
    const given = Object.fromEntries(
      Object.entries(read.profile.values).filter(([id, value]) => known.has(id) && value),
    );
    show({
      checkedOn: read.profile.checkedOn || before.checkedOn,
      values: { ...before.values, ...given },
    });
    const loaded = t('pages.factsLoaded', { count: Object.keys(given).length });
    save(
      strange.length
        ? `${loaded} ${t('pages.factsUnknown', { names: strange.join(', ') })}`
        : loaded,
    );
  });

  // A second press within five seconds clears: no dialog, and no slip of the hand.
  let sure: ReturnType<typeof setTimeout> | undefined;
  const relax = (): void => {
    clearTimeout(sure);
    sure = undefined;
    clear.textContent = t('pages.factsClear');
  };
  clear.addEventListener('click', () => {
    if (sure === undefined) {
      clear.textContent = t('pages.factsClearSure');
      sure = setTimeout(relax, 5000);
      return;
    }
    relax();
    show({ checkedOn: '', values: {} });
    save(t('pages.factsCleared'));
  });
}
