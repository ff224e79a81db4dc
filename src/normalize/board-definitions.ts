/** Which boards a site has: those of the config in its order, else every suite of the registry. */
import type { BoardDefinition } from '../core/board.ts';
import type { Config } from '../core/config.ts';
import type { Registry, Suite } from '../registry/types.ts';

/** Boards without results are left out by the store, so that every suite can be offered. */
export function boardDefinitions(config: Config, registry: Registry): BoardDefinition[] {
  if (config.boards.length === 0) return registry.suites.map(ofSuite);
  return config.boards.flatMap((board): BoardDefinition[] => {
    const suite = board.suite === null ? undefined : registry.suite(board.suite);
    if (suite)
      return [
        {
          ...ofSuite(suite),
          id: board.id,
          name: board.name || suite.name,
          description: board.description || suite.description,
        },
      ];
    const columns = board.columns.map((column) => ({
      benchmark: column.benchmark,
      metric: column.metric ?? registry.benchmark(column.benchmark)?.metric ?? 'score',
      shots: column.shots,
      setting: column.setting,
    }));
    return columns.length === 0
      ? []
      : [
          {
            id: board.id,
            name: board.name,
            description: board.description,
            suite: null,
            columns,
            average: board.average,
          },
        ];
  });
}

function ofSuite(suite: Suite): BoardDefinition {
  return {
    id: suite.id,
    name: suite.name,
    description: suite.description,
    suite: suite.id,
    columns: suite.members.map(({ benchmark, metric, shots, setting }) => ({
      benchmark,
      metric,
      shots,
      setting,
    })),
    average: { rule: suite.average.rule, requires: suite.average.requires, decimals: suite.average.decimals },
  };
}
