/** Reads the line of a printout that says whose its numbers are: "Model: acme/demo-7b". */
import { splitFormat } from './quantization.ts';
import type { Subjects } from './subject.ts';
import type { Surroundings } from './surroundings.ts';

const STATED =
  /^\s*(?:model(?: name| id)?|model_name|model_id)\s*[:=]\s*[`"']?([\w.-]{2,80}(?:\/[\w.-]{2,80})?)[`"']?\s*,?\s*$/i;

export interface Stated {
  readonly model: NonNullable<Surroundings['model']>;
  /** The format that it was run in, where its name says so: "GGUF". */
  readonly settings: readonly string[];
}

/**
 * The model that a line states and nothing else, or null. A name without its owner counts where it is the card's own
 * model: in a list of facts others are what a model was made from. A quantised copy of the card's own model is that
 * model, run in that format.
 */
export function statedModel(line: string, number: number, subjects: Subjects): Stated | null {
  const name = line.length <= 200 ? STATED.exec(line)?.[1] : undefined;
  if (name === undefined) return null;
  const from = `the line that states it (line ${number})`;
  if (subjects.self(name) !== null) return { model: { name, self: true, from }, settings: [] };
  const quantised = splitFormat(name);
  if (quantised && subjects.self(quantised.source) !== null)
    return { model: { name, self: true, from }, settings: [quantised.format] };
  return name.includes('/') ? { model: { name, self: false, from }, settings: [] } : null;
}

/** What stands around a line, once a line above it has stated the model. */
export function ofStated(around: Surroundings, { model, settings }: Stated): Surroundings {
  return { ...around, model, settings: [...around.settings, ...settings] };
}
