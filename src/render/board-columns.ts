/** The columns of a board: their headers, their keys, and the suites that they are grouped under. */
import type { Board, BoardColumn } from '../store/types.ts';
import { benchmarkLink, type Here, type Site } from './frame.ts';
import { metricName, shotsWord } from './words.ts';

export interface ColumnView {
  /** Names the column in the page's address: unique on the board. */
  readonly key: string;
  /** Without what all columns of the board say. */
  readonly name: string;
  /** The name, cut where a long word may be broken. */
  readonly parts: readonly string[];
  readonly whole: string;
  readonly href: string;
  /** "25-shot · acc_norm" */
  readonly under: string;
  /** The name, the conditions and the metric in full. */
  readonly title: string;
  readonly lowerIsBetter: boolean;
  readonly first: 'ascending' | 'descending';
  /** The suite that it is grouped under; '' where there are no groups. */
  readonly group: string;
}

/** Keys of columns that are on every board. */
const OWN_KEYS = ['rank', 'model', 'average'];

/** Keys of a board's columns: the benchmark's id, told apart by number where it stands twice. */
export function columnKeys(columns: readonly Pick<BoardColumn, 'benchmark'>[]): string[] {
  const seen = new Map(OWN_KEYS.map((key) => [key, 1]));
  const taken = new Set(OWN_KEYS);
  return columns.map(({ benchmark }) => {
    let count = (seen.get(benchmark) ?? 0) + 1;
    let key = count === 1 ? benchmark : `${benchmark}-${count}`;
    while (taken.has(key)) key = `${benchmark}-${++count}`;
    seen.set(benchmark, count);
    taken.add(key);
    return key;
  });
}

/** Cuts words of more than twelve letters between a small and a capital one: "AmazonReviewsClassification". */
function breakable(name: string): string[] {
  return /\S{13}/.test(name) ? name.split(/(?<=[a-z\d])(?=[A-Z])/) : [name];
}

/** A metric in a narrow column: by its id where that is shorter than a long name. */
function shortMetric(id: string, name: string): string {
  return name.length > 12 && id.length < name.length ? id : name;
}

/**
 * The suite of each column on a board that mixes suites, by name; '' for columns of no suite, and for all where there
 * are no groups to tell apart. A column goes to the suite that has most of the board's columns.
 */
export function columnGroups(site: Site, board: Pick<Board, 'suite' | 'columns'>): string[] {
  if (board.suite !== null) return board.columns.map(() => '');
  const { suites } = site.context.registry;
  const members = suites.map((suite) => new Set(suite.members.map(({ benchmark }) => benchmark)));
  const sizes = members.map((own) => board.columns.filter(({ benchmark }) => own.has(benchmark)).length);
  const groups = board.columns.map(({ benchmark }) => {
    let best = -1;
    for (const [place, own] of members.entries()) {
      const size = sizes[place] as number;
      if (own.has(benchmark) && size > 1 && size > (sizes[best] ?? 0)) best = place;
    }
    return suites[best]?.name ?? '';
  });
  return new Set(groups).size < 2 ? groups.map(() => '') : groups;
}

/** The headers of a board's columns. */
export function columnViews(site: Site, here: Here, board: Board): ColumnView[] {
  const keys = columnKeys(board.columns);
  const names = site.index.columnNames.get(board.id) ?? [];
  const groups = columnGroups(site, board);
  return board.columns.map((column, place) => {
    const link = benchmarkLink(site, here, column.benchmark);
    const metric = metricName(column.metric, site.context.registry);
    const conditions = [shotsWord(site.t, column.shots), column.setting ?? ''];
    const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ');
    return {
      key: keys[place] as string,
      name: names[place] ?? link.name,
      parts: breakable(names[place] ?? link.name),
      whole: link.name,
      href: link.href,
      under: joined([...conditions, shortMetric(column.metric, metric)]),
      title: joined([link.name, ...conditions, metric]),
      lowerIsBetter: !column.higher_is_better,
      first: column.higher_is_better ? 'descending' : 'ascending',
      group: groups[place] as string,
    };
  });
}
