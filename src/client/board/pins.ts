/** Keeps the pinned columns of a board in sight: they stick beside the names, by a style sheet of the script's own. */
import type { Board } from './board.ts';
import type { BoardPage } from './page.ts';

/** Starts it. */
export function startPins(page: BoardPage, board: Board): void {
  let sheet: CSSStyleSheet | undefined;
  const place = () => {
    const pinned = board.view.columns.filter(({ key }) => board.state.pinned.includes(key)).length;
    if (sheet === undefined) {
      if (pinned === 0) return;
      sheet = new CSSStyleSheet();
      document.adoptedStyleSheets.push(sheet);
    }
    const cells = [...page.header.cells];
    const name = cells[1];
    if (name === undefined) return;
    const edge = Number.parseFloat(getComputedStyle(name).left) || 0;
    let left = edge + name.getBoundingClientRect().width;
    const rules: string[] = [];
    for (let at = 2; at < pinned + 2; at++) {
      const cell = `#board tr > :nth-child(${at + 1})`;
      rules.push(
        `${cell} { position: sticky; left: ${left}px; z-index: 1; background: var(--color-paper); }`,
      );
      rules.push(`#board thead tr > :nth-child(${at + 1}) { z-index: 3; }`);
      left += cells[at]?.getBoundingClientRect().width ?? 0;
    }
    if (pinned > 0) rules.push(`#board .name::after { content: none; }`);
    sheet.replaceSync(`@media screen and (min-width: 641px) { ${rules.join('\n')} }`);
  };
  board.watch((_, before) => {
    if (before === null && board.state.pinned.length === 0) return;
    requestAnimationFrame(place);
  });
  addEventListener('resize', place);
}
