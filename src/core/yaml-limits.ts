/** Limits of what YAML aliases and nesting may expand to. */

/** What aliases may blow a document up to; real cards stay below a tenth of it. */
const MAXIMUM_NODES = 250_000;
const MAXIMUM_CHARACTERS = 16_000_000;
const MAXIMUM_DEPTH = 64;

/**
 * True where a walk over the data would meet more than the limits, or would never end. The walk itself is not made:
 * shared parts are weighed once and added. Keys named `__proto__` are taken out on the way.
 */
export function isTooComplex(value: unknown): boolean {
  interface Weight {
    readonly nodes: number;
    readonly characters: number;
    readonly depth: number;
  }
  const known = new Map<object, Weight | null>();
  const weigh = (part: unknown, level: number): Weight | null => {
    if (typeof part === 'string') return { nodes: 1, characters: part.length, depth: 0 };
    if (typeof part !== 'object' || part === null) return { nodes: 1, characters: 8, depth: 0 };
    // Known as null: still being weighed, so it holds itself.
    const before = known.get(part);
    if (before !== undefined) return before;
    if (level > MAXIMUM_DEPTH) return null;
    known.set(part, null);
    let nodes = 1;
    let characters = 0;
    let depth = 0;
    for (const key of Object.keys(part)) {
      if (key === '__proto__') {
        delete (part as Record<string, unknown>)[key];
        continue;
      }
      const weight = weigh((part as Record<string, unknown>)[key], level + 1);
      if (weight === null) return null;
      nodes += weight.nodes;
      characters += weight.characters + key.length;
      depth = Math.max(depth, weight.depth + 1);
    }
    if (nodes > MAXIMUM_NODES || characters > MAXIMUM_CHARACTERS || depth > MAXIMUM_DEPTH) return null;
    const weight = { nodes, characters, depth };
    known.set(part, weight);
    return weight;
  };
  return weigh(value, 0) === null;
}
