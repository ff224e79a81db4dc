/** How a board is ranked, in words. */
import type { Translate } from '../core/language.ts';
import type { Board } from '../store/types.ts';

/** A clause without a full stop: "Mean of all 6 columns; no average where one is missing". */
export function boardRule(t: Translate, { columns, average }: Pick<Board, 'columns' | 'average'>): string {
  const all = columns.length;
  if (all === 1) return t('board.rule.one-column');
  if (average.rule === 'none') return t('board.rule.none');
  return average.requires >= all
    ? t('board.rule.all', { all })
    : t('board.rule.some', { all, requires: average.requires });
}
