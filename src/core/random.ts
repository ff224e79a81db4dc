/** Numbers that look random and are the same on every run: for samples that a build may take. */

/**
 * Gives numbers from 0 to below 1, evenly spread, the same ones for the same seed: Mulberry32, a generator of 32 bits by
 * Tommy Ettinger, enough for samples and for nothing secret.
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
