/** The ways in which the audit averages rows: in the words of the published data, and read back from them. */

export type WayOfAveraging =
  /** Rows of a suite's members, by a metric, or by a second one where the first is not reported. */
  | {
      readonly kind: 'suite';
      readonly metrics: readonly string[];
      readonly rows: number;
      readonly of: number;
    }
  /** All rows of the average's own table. */
  | { readonly kind: 'table'; readonly rows: number }
  /** The rows between the average and the one before it. */
  | { readonly kind: 'above'; readonly rows: number };

/** "mean of acc_norm where present, else acc, over 6 of 6 rows". */
export function wayText(way: WayOfAveraging): string {
  if (way.kind === 'table') return `mean of all ${way.rows} rows of its table`;
  if (way.kind === 'above') return `mean of the ${way.rows} rows before it`;
  const [first, second] = way.metrics;
  const of = first === undefined ? '' : `of ${first} `;
  const otherwise = second === undefined ? '' : `where present, else ${second}, `;
  return `mean ${of}${otherwise}over ${way.rows} of ${way.of} rows`;
}

const TABLE = /^mean of all (\d+) rows of its table$/;
const ABOVE = /^mean of the (\d+) rows before it$/;
const SUITE = /^mean (?:of (\S+) (?:where present, else (\S+), )?)?over (\d+) of (\d+) rows$/;

/** The way that a text of `wayText` names; null for any other text. */
export function readWay(text: string): WayOfAveraging | null {
  const table = TABLE.exec(text);
  if (table !== null) return { kind: 'table', rows: Number(table[1]) };
  const above = ABOVE.exec(text);
  if (above !== null) return { kind: 'above', rows: Number(above[1]) };
  const suite = SUITE.exec(text);
  if (suite === null) return null;
  const metrics = suite.slice(1, 3).filter((metric) => metric !== undefined);
  return { kind: 'suite', metrics, rows: Number(suite[3]), of: Number(suite[4]) };
}
