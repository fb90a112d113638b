import { t } from '../strings.ts';

/** The run sheet's clock times, for a start and a length that the facilitator chooses. Nothing is kept. */
export function sessionPlan(box: HTMLElement): void {
  const tables = [...box.querySelectorAll<HTMLTableElement>('table[data-variant]')];
  const start = input('time', box.dataset.start ?? '09:00');
  const length = document.createElement('select');
  for (const table of tables)
    length.add(new Option(table.caption?.textContent ?? '', table.dataset.variant));
  const bar = document.createElement('p');
  bar.className = 'plan-controls';
  bar.append(labelled(t('pages.planStart'), start), labelled(t('pages.planLength'), length));
  box.prepend(bar);
  const show = (): void => {
    for (const table of tables) {
      table.hidden = table.dataset.variant !== length.value;
      for (const cell of table.querySelectorAll<HTMLElement>('[data-offset]')) {
        cell.textContent = clockTime(start.value, Number(cell.dataset.offset));
      }
    }
  };
  start.addEventListener('input', show);
  length.addEventListener('change', show);
  show();
}

/** `"14:00"` and milliseconds → `"14:37"`; past midnight it begins again at 00:00. */
export function clockTime(start: string, offsetMs: number): string {
  const [hours = 0, minutes = 0] = start.split(':').map(Number);
  const total = Math.floor(hours * 60 + minutes + offsetMs / 60_000) % 1440;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

function input(type: string, value: string): HTMLInputElement {
  const element = document.createElement('input');
  element.type = type;
  element.value = value;
  return element;
}

function labelled(text: string, control: HTMLElement): HTMLLabelElement {
  const label = document.createElement('label');
  label.append(`${text} `, control);
  return label;
}
