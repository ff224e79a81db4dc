/** A comparison as text to take away: a table in Markdown, and comma-separated values. */
import { csvLine } from '../csv.ts';
import { formatScore } from '../format.ts';
import type { Translate } from '../language.ts';
import type { Comparison } from './compare-models.ts';

/** A cell of a Markdown table: nothing in it ends the cell or becomes markup. */
function cell(text: string): string {
  return text.replace(/[\\|`*_<>[\]~#]/g, '\\$&').replace(/\s+/g, ' ');
}

/** The results that several models have, as a Markdown table of scores; numbers have points whatever the language. */
export function comparisonMarkdown(comparison: Comparison, t: Translate): string {
  const head = [
    t('compare.benchmark'),
    t('compare.conditions'),
    ...comparison.models.map(({ name }) => name),
  ];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = comparison.rows.map((row) =>
    line([
      cell(row.name),
      cell(row.conditions),
      ...row.values.map((value) => (value === null ? '–' : formatScore(value.result.score, row.decimals))),
    ]),
  );
  const rule = line(['---', '---', ...comparison.models.map(() => '---:')]);
  return `${[line(head.map(cell)), rule, ...rows].join('\n')}\n`;
}

/** The same as comma-separated values, a result a line, with what was measured how, and the difference to the first. */
export function comparisonCsv({ models, rows }: Comparison): string {
  const head = csvLine([
    'benchmark',
    'metric',
    'shots',
    'setting',
    'split',
    'unit',
    'model',
    'score',
    'stderr',
    'origin',
    'difference',
    'two_standard_errors',
    'exceeds',
  ]);
  const lines = rows.flatMap((row) =>
    row.values.flatMap((value, place) => {
      if (value === null) return [];
      const { result, difference, chance } = value;
      return [
        csvLine([
          result.benchmark,
          result.metric,
          result.shots,
          result.setting,
          result.split,
          result.unit,
          models[place]?.id ?? '',
          result.score,
          result.stderr,
          result.origin,
          difference,
          chance === null ? null : Number(chance.bound.toPrecision(6)),
          chance === null ? null : chance.exceeds,
        ]),
      ];
    }),
  );
  return head + lines.join('');
}
