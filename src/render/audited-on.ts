/** How many findings of the audit touch a board. */
import type { Board } from '../store/types.ts';
import type { Site } from './frame.ts';

/** "3 findings of the audit": what does not add up about a board's models on its benchmarks; the empty string for none. */
export function auditedOn(site: Site, board: Board): string {
  const models = new Set(board.rows.map((row) => row.model));
  const benchmarks = new Set(board.columns.map((column) => column.benchmark));
  if (board.suite !== null) benchmarks.add(board.suite);
  const found = new Set(
    [...benchmarks].flatMap((id) =>
      (site.index.findings.ofBenchmark.get(id) ?? []).filter(({ model }) => models.has(model)),
    ),
  );
  return found.size === 0 ? '' : site.t('audit.on-board', { count: found.size });
}
