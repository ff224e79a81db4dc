/** Says how many parameters a model has, in billions, and what says so. */
import type { CardMetadata } from '../core/card.ts';
import { partsOfModelName } from './model-name-parts.ts';

export interface Parameters {
  /** Billions. */
  readonly billions: number;
  /** One plain sentence; whatever does not come from the config is inferred. */
  readonly because: string;
}

/**
 * The parameters that a name gives: "7B", "350M", "2b4" (2.4 billion). Experts are counted in full, "8x7B" is 56, which
 * is more than such a model has, since experts share layers; where the name gives the sum too, that counts. Null where
 * the name says nothing.
 */
export function parametersOfName(name: string): Parameters | null {
  const { sizes } = partsOfModelName(name);
  const sum = sizes.find((size) => !size.includes('x'));
  const [said] = sum === undefined ? sizes : [sum];
  if (said === undefined) return null;
  const [experts, each] = said.includes('x') ? said.split('x') : ['1', said];
  const billions = Number((Number(experts) * Number((each as string).slice(0, -1))).toPrecision(6));
  return sum === undefined
    ? {
        billions,
        because: `the name says ${said.toUpperCase().replace('X', 'x')}: at most, since experts share layers`,
      }
    : { billions, because: 'the name says so' };
}

/** The front matter's own number, else the name's. */
export function parametersOf(name: string, metadata: CardMetadata | undefined): Parameters | null {
  const given = metadata?.parameters ?? null;
  return given === null ? parametersOfName(name) : { billions: given, because: "the card's metadata say so" };
}
