import { t } from '../strings.ts';

/** The quiz as a self-check: choose, then see right or wrong with the reason. Nothing is stored or sent. */
export function selfCheck(item: HTMLElement): void {
  const right = item.dataset.answer === 'true';
  const verdict = item.querySelector<HTMLElement>('.verdict');
  const reason = item.querySelector<HTMLElement>('.reason');
  for (const choice of item.querySelectorAll<HTMLInputElement>('input[type=radio]')) {
    choice.addEventListener('change', () => {
      const chosen = choice.value === 'true';
      const ok = chosen === right;
      item.classList.toggle('is-right', ok);
      item.classList.toggle('is-wrong', !ok);
      if (verdict) {
        verdict.textContent = ok
          ? t('pages.selfCheckRight')
          : t('pages.selfCheckWrong', { answer: t(right ? 'common.true' : 'common.false') });
      }
      if (reason) reason.hidden = false;
    });
  }
}
