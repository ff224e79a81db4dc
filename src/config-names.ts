/** Checks the names in a config's boards against the registry, so that a mistyped one does not pass as an empty board. */
import type { Config } from './core/config.ts';
import { nearest } from './core/nearest.ts';
import type { Registry } from './registry/types.ts';

/** A name that the registry does not know. */
export interface UnknownName {
  /** Where it stands in the config, the likeliest place first. */
  readonly paths: readonly (readonly (string | number)[])[];
  /** Nothing can be shown for an unknown suite; an unknown benchmark may be one that only cards know. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly hint: string;
}

/** The names of suites, benchmarks and metrics in the config's boards that are not in the registry. */
export function unknownNames(config: Config, registry: Registry): UnknownName[] {
  return config.boards.flatMap((board, place): UnknownName[] => {
    if (board.suite !== null) {
      if (registry.suite(board.suite) !== undefined) return [];
      const known = registry.suites.map((suite) => suite.id);
      return [
        {
          paths: [['boards', place]],
          severity: 'error',
          message: `No suite has the id "${board.suite}".`,
          hint:
            suggestion(board.suite, known) ??
            'suites stand in registry/suites.yml; a board of your own has columns.',
        },
      ];
    }
    return board.columns.flatMap(({ benchmark, metric }, column): UnknownName[] => {
      const path = ['boards', place, 'columns', column];
      const found: UnknownName[] = [];
      if (registry.benchmark(benchmark) === undefined) {
        const meant = registry.findBenchmark(benchmark)?.entry.id;
        const known = registry.benchmarks.map((entry) => entry.id);
        found.push({
          paths: [[...path, 'benchmark'], path],
          severity: 'warning',
          message: `No benchmark of the registry has the id "${benchmark}".`,
          hint:
            meant === undefined
              ? (suggestion(benchmark, known) ??
                'a benchmark that only cards know has the id that its page has in its address.')
              : `its id is \`${meant}\`.`,
        });
      }
      if (metric !== null && registry.metric(metric) === undefined) {
        const known = registry.metrics.map((entry) => entry.id);
        found.push({
          paths: [[...path, 'metric']],
          severity: 'warning',
          message: `No metric of the registry has the id "${metric}".`,
          hint: suggestion(metric, known) ?? "leave it out for the benchmark's own.",
        });
      }
      return found;
    });
  });
}

function suggestion(name: string, known: readonly string[]): string | null {
  const near = nearest(name, known);
  return near === null ? null : `did you mean \`${near}\`?`;
}

/** The language of the config, where there are no texts in it: "de-AT" is content with those of "de". */
export function unknownLanguage({ language }: Config, known: readonly string[]): UnknownName[] {
  if ([language, language.split('-')[0]].some((code) => code !== undefined && known.includes(code)))
    return [];
  return [
    {
      paths: [['language']],
      severity: 'error',
      message: `There are no texts in the language "${language}".`,
      hint: `there are texts in: ${known.join(', ')}. docs/messages.md says how to add a language.`,
    },
  ];
}
