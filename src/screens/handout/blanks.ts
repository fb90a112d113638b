/** The saved local facts go onto the sheet; what stays blank is said above it, on the screen only. */
import { applyProfile, readProfile } from '../shared/profile.ts';
import { t } from '../strings.ts';

const forTeam = document.body.classList.contains('edition-facilitator');

export function fillIn(): void {
  applyProfile(document, readProfile(forTeam), forTeam);
  showBlanks();
}

/** Counts the facts that print would leave empty; a facilitator's part that does not print does not count. */
export function showBlanks(): void {
  const prints = (e: HTMLElement): boolean =>
    document.body.classList.contains('for-facilitator') ||
    document.body.classList.contains('with-facilitator') ||
    !e.closest('.facilitator-only');
  const blank = new Set(
    [...document.querySelectorAll<HTMLElement>('.profile-blank[data-required]')]
      .filter(prints)
      .map((e) => e.dataset.profile),
  );
  document.querySelector('.blanks')?.remove();
  if (!blank.size) return;
  const banner = document.createElement('p');
  banner.className = 'blanks';
  banner.append(t('pages.blanks', { count: blank.size }));
  if (forTeam) {
    const link = document.createElement('a');
    link.href = '../../../index.html#local-facts';
    link.textContent = t('pages.blanksFill');
    banner.append(' ', link);
  }
  document.querySelector('.toolbar')?.append(banner);
}
