import { t } from '../strings.ts';

/** The quiz as a self-check: choose, then see right or wrong with the reason. Nothing is stored or sent. */
export function selfCheck(quiz: HTMLElement): void {
  const items = [...quiz.querySelectorAll<HTMLElement>('[data-answer]')];
  const foot = document.createElement('p');
  foot.className = 'self-check-foot';
  const score = document.createElement('span');
  score.className = 'score';
  const again = document.createElement('button');
  again.type = 'button';
  again.textContent = t('pages.selfCheckAgain');
  foot.append(score, ' ', again);
  foot.hidden = true;
  quiz.append(foot);

  const count = (): void => {
    const right = items.filter((item) => item.classList.contains('is-right')).length;
    const done = items.filter((item) => item.matches('.is-right, .is-wrong')).length;
    foot.hidden = done === 0;
    score.textContent = t('pages.selfCheckScore', { right, count: items.length });
  };
  for (const item of items) oneItem(item, count);
  again.addEventListener('click', () => {
    for (const item of items) {
      for (const choice of item.querySelectorAll<HTMLInputElement>('input')) choice.checked = false;
      show(item, null);
    }
    count();
    items[0]?.querySelector<HTMLInputElement>('input')?.focus();
  });
}

function oneItem(item: HTMLElement, changed: () => void): void {
  for (const choice of item.querySelectorAll<HTMLInputElement>('input[type=radio]')) {
    choice.addEventListener('change', () => {
      show(item, choice.value === 'true');
      changed();
    });
  }
}

/** Right or wrong, in words; `null` takes it back. */
function show(item: HTMLElement, chosen: boolean | null): void {
  const right = item.dataset.answer === 'true';
  const verdict = item.querySelector<HTMLElement>('.verdict');
  const reason = item.querySelector<HTMLElement>('.reason');
  item.classList.toggle('is-right', chosen === right);
  item.classList.toggle('is-wrong', chosen !== null && chosen !== right);
  if (reason) reason.hidden = chosen === null;
  if (!verdict) return;
  if (chosen === null) verdict.textContent = '';
  else if (chosen === right) verdict.textContent = t('pages.selfCheckRight');
  else
    verdict.textContent = t('pages.selfCheckWrong', {
      answer: t(right ? 'common.true' : 'common.false'),
    });
}
