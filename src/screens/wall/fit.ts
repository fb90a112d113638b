/** Long words (a translation) on a slide of fixed size: everything moves toward its least size until the body fits. */
export function fitSlide(slide: HTMLElement): void {
  const body = slide.querySelector<HTMLElement>('.slide-body');
  if (!body?.clientHeight) return;
  // A question lies over the whole slide and reaches beyond the body on purpose; on paper it is one block of it.
  const over = [...slide.querySelectorAll<HTMLElement>('.question')].filter(
    (one) => getComputedStyle(one).position === 'absolute',
  );
  for (const one of over) one.style.display = 'none';
  for (const size of [1, 0.75, 0.5, 0.25, 0]) {
    if (size === 1) slide.style.removeProperty('--fit');
    else slide.style.setProperty('--fit', String(size));
    if (fits(body)) break;
  }
  for (const one of over) one.style.removeProperty('display');
}

const fits = (body: HTMLElement): boolean =>
  body.scrollHeight <= body.clientHeight + 1 && body.scrollWidth <= body.clientWidth + 1;
