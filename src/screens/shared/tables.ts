/** A table that is wider than its box can be scrolled with the keyboard too. */
export function reachTables(): void {
  const boxes = document.querySelectorAll<HTMLElement>(
    '.table-scroll, .chart-table, .session-plan',
  );
  const see = (): void => {
    for (const box of boxes) {
      if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    }
  };
  see();
  addEventListener('resize', see);
}
