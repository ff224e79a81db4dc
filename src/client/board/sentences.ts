/** Filters and counts in words: the chips, and what is said aloud. */
import { UNKNOWN } from '../../core/board/board-facets.ts';
import type { FilterName } from '../../core/board/board-filters.ts';
import {
  type BoardState,
  FACETS,
  type FacetName,
  type SizeRange,
  type SwitchName,
  withFacet,
  withSwitch,
} from '../../core/board/board-state.ts';
import type { BoardView } from '../../core/board/board-view.ts';
import { formatParameters } from '../../core/format.ts';
import { language, t } from '../language.ts';

/** A word of a facet as readers see it. */
export function facetWord(name: FacetName, word: string): string {
  const key = `tools.word.${name}.${word}`;
  if (language.has(key)) return t(key);
  if (name === 'type') return t(`tools.type.${word}`);
  return word === UNKNOWN ? t('tools.unknown') : word;
}

function orWords(words: readonly string[]): string {
  return words.reduce((all, word) => t('tools.or', { all, word }));
}

/** "3B to 9B": a size that is a hundredth above another means "over" that. */
export function sizeWords({ from, to }: SizeRange): string {
  const end = (size: number) => formatParameters(size);
  const over = from === null ? null : Math.round(from * 100 - 1) / 100;
  const isOver = over !== null && over >= 1 && Number.isInteger(over);
  if (from === null) return t('tools.size.up-to', { to: end(to ?? 0) });
  if (to === null)
    return isOver ? t('tools.size.over', { from: end(over) }) : t('tools.size.from', { from: end(from) });
  return isOver
    ? t('tools.size.over-to', { from: end(over), to: end(to) })
    : t('tools.size.between', { from: end(from), to: end(to) });
}

export interface Chip {
  readonly name: FilterName | SwitchName;
  readonly words: string;
  /** The state without it. */
  readonly without: BoardState;
}

/** What leaves out rows or numbers, one after the other; the search has a box of its own. */
export function chipsOf(state: BoardState): Chip[] {
  const chips: Chip[] = [];
  for (const name of FACETS) {
    const words = state.facets[name] ?? [];
    if (words.length === 0) continue;
    const list = orWords(words.map((word) => facetWord(name, word)));
    chips.push({
      name,
      words: t(`tools.chip.${name}`, { words: list }),
      without: withFacet(state, name, []),
    });
  }
  if (state.size !== null)
    chips.push({ name: 'size', words: sizeWords(state.size), without: { ...state, size: null } });
  for (const name of ['complete', 'independent', 'card'] as const) {
    if (!state.switches[name]) continue;
    chips.push({ name, words: t(`tools.chip.${name}`), without: withSwitch(state, name, false) });
  }
  return chips;
}

/** "37 of 512 models". */
export function countWords(view: BoardView, size: number): string {
  const left = view.rows.length;
  return left === size ? t('tools.count.all', { count: size }) : t('tools.count.some', { left, count: size });
}
