/** `cardboard models`: who is who in a folder of cards, and which names a person should look at. */
import type { DoubtfulPair, ModelIdentity } from '../core/model-identity.ts';
import { harmless, plural } from '../core/report.ts';
import { CLEAN, MISUSE } from './exit-code.ts';
import { startProgress } from './progress.ts';
import { readSettings } from './settings.ts';
import type { Stream, Terminal } from './terminal.ts';

export interface ModelsArguments {
  readonly json?: boolean;
  readonly config?: string;
}

/**
 * Prints every identity with the names that cards use for it, the reason and the places, then the pairs that may be
 * one model. With `--json`, one object `{models, doubtful}` of the records of core/model-identity.ts.
 */
export async function runModels(terminal: Terminal, folder: string, given: ModelsArguments): Promise<number> {
  const config = await readSettings(terminal, given.config);
  if (config === null) return MISUSE;
  const { listModels } = await import('../build.ts');
  const progress = startProgress(terminal);
  try {
    const { models, doubtful } = await listModels(folder, { config, effects: progress.effects });
    progress.finish();
    if (given.json) {
      await terminal.out.write(`${JSON.stringify({ models, doubtful }, null, 2)}\n`);
      return CLEAN;
    }
    for (const model of models) await terminal.out.write(describeModel(model, terminal.out));
    if (doubtful.length > 0) await terminal.out.write(describeDoubtful(doubtful, terminal.out));
    await terminal.out.write(summary(models, doubtful));
    return CLEAN;
  } finally {
    progress.finish();
  }
}

/** Other names than the id itself. */
const isMerged = ({ by }: ModelIdentity['names'][number]) => by !== 'own-page' && by !== 'own-card';

function describeModel(model: ModelIdentity, { colour }: Stream): string {
  const card = colour('dim', model.card === null ? 'no card' : harmless(model.card));
  const names = model.names.map(({ name, confidence, because, places, cards, by }) => {
    const [first, ...more] = places.map(({ file, line, column }) => `${harmless(file)}:${line}:${column}`);
    const others = cards - 1;
    const where = `${first}${others === 0 ? '' : others <= 2 ? `, ${more.slice(0, 2).join(', ')}` : ` and in ${plural(others, 'more card')}`}`;
    const sure = by === 'own-page' || by === 'own-card' ? '' : `${confidence.toFixed(2)} `;
    return `  ${harmless(name)}\n    ${sure}${harmless(because)}\n    ${colour('dim', where)}\n`;
  });
  return `${colour('bold', harmless(model.id))}  ${card}\n${names.join('')}`;
}

function describeDoubtful(pairs: readonly DoubtfulPair[], { colour }: Stream): string {
  const lines = pairs.map(
    ({ models: [a, b], because }) => `  ${harmless(a)}  ?  ${harmless(b)}\n    ${colour('dim', because)}\n`,
  );
  return `\n${colour('bold', 'One model or two? `aliases` in the config settle it:')}\n${lines.join('')}`;
}

function summary(models: readonly ModelIdentity[], doubtful: readonly DoubtfulPair[]): string {
  const cards = models.filter(({ card }) => card !== null).length;
  const merged = models.flatMap(({ names }) => names).filter(isMerged).length;
  return `\n${plural(models.length, 'model')}: ${cards} with a card, ${models.length - cards} without; ${plural(merged, 'name')} merged, ${plural(doubtful.length, 'doubtful pair')}\n`;
}
