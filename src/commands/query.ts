/** `cardboard query`: the models that a search finds. */
import { harmless, markPlace } from '../core/report.ts';
import type { QueryAnswer } from '../query-build.ts';
import { CLEAN, MISUSE, PROBLEMS } from './exit-code.ts';
import { startProgress } from './progress.ts';
import { formatAnswer, type QueryFormat } from './query-formats.ts';
import { CACHE_FILE, readSettings } from './settings.ts';
import type { Terminal } from './terminal.ts';

export interface QueryArguments {
  readonly format: QueryFormat;
  readonly board?: string;
  readonly sort?: string;
  readonly limit?: number;
  readonly config?: string;
  /** False where `--no-cache` is given. */
  readonly cache: boolean;
}

/**
 * Prints the models found and gives the exit code: that of a problem where a part of the search was left out because
 * it is not understood. What there is to say about the search goes to the error stream.
 */
export async function runQuery(
  terminal: Terminal,
  text: string,
  folder: string,
  given: QueryArguments,
): Promise<number> {
  const config = await readSettings(terminal, given.config);
  if (config === null) return MISUSE;
  const { queryCards } = await import('../query-build.ts');
  const progress = startProgress(terminal);
  try {
    const { cards, ...answer } = await queryCards({
      folder,
      text,
      board: given.board ?? null,
      sort: given.sort ?? null,
      limit: given.limit ?? Number.POSITIVE_INFINITY,
      config,
      cacheFile: given.cache ? CACHE_FILE : null,
      effects: progress.effects,
    });
    progress.finish();
    await terminal.error.write(complaints(answer, cards, text, terminal));
    await terminal.out.write(formatAnswer(answer, given.format, (head) => terminal.out.colour('bold', head)));
    return answer.messages.some(({ ignored }) => ignored) ? PROBLEMS : CLEAN;
  } finally {
    progress.finish();
  }
}

/** Each sentence with the place that it speaks of. */
function complaints({ messages }: QueryAnswer, cards: number, text: string, { error }: Terminal): string {
  const lines = messages.map(({ sentence, start, end, ignored }) => {
    const place = markPlace(text, start, end);
    const kind = ignored ? error.colour('red', 'left out:') : error.colour('yellow', 'note:');
    const frame =
      place === null ? '' : `  ${place.text}\n  ${place.indent}${error.colour('red', place.carets)}\n`;
    return `${kind} ${harmless(sentence)}\n${frame}`;
  });
  return `${cards === 0 ? 'no cards were found\n' : ''}${lines.join('')}`;
}
