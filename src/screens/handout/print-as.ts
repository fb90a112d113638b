/** The way to print that was chosen in the toolbar, on the body, where the style sheets look for it. */
export function printAs(): void {
  const choice = document.querySelector<HTMLSelectElement>('#print-as');
  if (!choice) return;
  const show = (): void => {
    document.body.dataset.printAs = choice.value;
  };
  choice.addEventListener('change', show);
  // Browsers put back what was chosen before a reload.
  show();
}
