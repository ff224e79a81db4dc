/** Checks the models that the config names against those that cards speak of. */
import { type Config, placeInConfig } from '../core/config.ts';
import { type Diagnostic, diagnose } from '../core/diagnostic.ts';
import { foldCase } from '../core/fold.ts';
import { nearest } from '../core/nearest.ts';
import type { ModelNames } from './model-names.ts';

/** Aliases that no card uses or that lead to a mistyped id; flagged and described models that nobody knows. */
export function unmatchedModels(config: Config, names: ModelNames): Diagnostic[] {
  const ids = new Set(names.ids.map(foldCase));
  const unused = new Set(names.unusedAliases);
  const diagnostics: Diagnostic[] = [];
  const report = (key: string, message: string, name: string, known: Iterable<string>) => {
    const near = nearest(name, known);
    const extra = near === null ? {} : { hint: `did you mean \`${near}\`?` };
    diagnostics.push(diagnose('config/unknown-model', placeInConfig(config, key), message, extra));
  };
  const written = (): Set<string> => new Set(names.ids.flatMap((id) => [...names.namesOf(id)]));
  for (const [name, id] of Object.entries(config.aliases)) {
    const key = `aliases.${name}`;
    if (unused.has(name)) report(key, `No card writes "${name}" for a model.`, name, written());
    else if (!names.hasCard(id)) {
      const near = nearest(id, names.cardIds);
      // An id without a card is as good as any; one that looks like a card's is likelier mistyped.
      if (near !== null && mistyped(id, near)) report(key, `No card is about "${id}".`, id, [near]);
    }
  }
  const unknown = (model: string, key: string) => {
    if (!ids.has(foldCase(model))) report(key, `No card speaks of a model "${model}".`, model, names.ids);
  };
  config.flagged.forEach(({ model }, index) => {
    unknown(model, `flagged[${index}]`);
  });
  config.models.forEach(({ model }, index) => {
    unknown(model, `models[${index}]`);
  });
  return diagnostics;
}

/** Ids that differ in letters only: another number is another model. */
function mistyped(a: string, b: string): boolean {
  const digits = (text: string) => text.replace(/\D+/g, ' ').trim();
  return digits(a) === digits(b);
}
