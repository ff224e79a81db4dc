/**
 * Fits strengths to comparisons by the model of Bradley and Terry (1952): the chance that i beats j is s_i / (s_i + s_j).
 * A tie counts as half a win for both.
 */

/** Comparisons of one pair or of many, as columns of numbers. */
export interface Comparisons {
  /** Players are numbered from 0. */
  readonly players: number;
  readonly first: ArrayLike<number>;
  readonly second: ArrayLike<number>;
  /** 1: the first won, 0: the second, 0.5: a tie. */
  readonly outcome: ArrayLike<number>;
  /** The contest that a comparison is from: what is weighted as one. */
  readonly contest: ArrayLike<number>;
}

/** Who met whom: what stays the same from fit to fit. */
export interface Field {
  /** The opponents of player i are at start[i] … start[i + 1], each once. */
  readonly start: Int32Array;
  readonly opponent: Int32Array;
  /** Of each comparison: the second's place among the first's opponents, and the reverse. */
  readonly ofFirst: Int32Array;
  readonly ofSecond: Int32Array;
  readonly comparisons: Comparisons;
}

/**
 * Half a win and half a loss against an imagined player of strength 1, a tenth of each: keeps the strength of one who
 * always wins finite, and too weak to move anybody else.
 */
const PRIOR = 0.1;

/** Largest change of a logarithm in one step. */
const LONGEST_STEP = 1;

/** Gathers comparisons by pair. */
export function fieldOf(comparisons: Comparisons): Field {
  const { players, first, second } = comparisons;
  const numbers = new Map<number, number>();
  const pairs: [number, number][] = [];
  const pairOf = new Int32Array(first.length);
  for (let place = 0; place < first.length; place++) {
    const [a, b] = [first[place] as number, second[place] as number];
    const key = Math.min(a, b) * players + Math.max(a, b);
    let number = numbers.get(key);
    if (number === undefined) {
      number = pairs.push([Math.min(a, b), Math.max(a, b)]) - 1;
      numbers.set(key, number);
    }
    pairOf[place] = number;
  }
  const start = new Int32Array(players + 1);
  for (const player of pairs.flat()) start[player + 1] = (start[player + 1] as number) + 1;
  for (let player = 0; player < players; player++)
    start[player + 1] = (start[player + 1] as number) + (start[player] as number);
  const next = start.slice();
  const opponent = new Int32Array(2 * pairs.length);
  const put = (player: number, other: number): number => {
    const place = next[player] as number;
    next[player] = place + 1;
    opponent[place] = other;
    return place;
  };
  const places = pairs.map(([a, b]) => [put(a, b), put(b, a)] as const);
  const end = (place: number, isLower: boolean) =>
    places[pairOf[place] as number]?.[isLower ? 0 : 1] as number;
  const lower = (place: number) => (first[place] as number) < (second[place] as number);
  return {
    start,
    opponent,
    ofFirst: Int32Array.from(pairOf, (_, place) => end(place, lower(place))),
    ofSecond: Int32Array.from(pairOf, (_, place) => end(place, !lower(place))),
    comparisons,
  };
}

/**
 * Logarithms of the strengths under which the comparisons are likeliest, each weighted as its contest is. One player's
 * strength after another takes a step of Newton's method until none moves by more than `precision`, or all have taken
 * `most`. `from` is where to begin: an earlier fit makes this one short.
 */
export function fitStrengths(
  field: Field,
  weights: ArrayLike<number>,
  { from, precision = 1e-6, most = 2000 }: { from?: Float64Array; precision?: number; most?: number } = {},
): Float64Array {
  const { start, opponent, ofFirst, ofSecond, comparisons } = field;
  const { players, outcome, contest } = comparisons;
  const total = new Float64Array(opponent.length);
  const wins = new Float64Array(players);
  for (let at = 0; at < ofFirst.length; at++) {
    const weight = weights[contest[at] as number] as number;
    const [mine, theirs] = [ofFirst[at] as number, ofSecond[at] as number];
    const [one, other] = [opponent[theirs] as number, opponent[mine] as number];
    total[mine] = (total[mine] as number) + weight;
    total[theirs] = (total[theirs] as number) + weight;
    wins[one] = (wins[one] as number) + weight * (outcome[at] as number);
    wins[other] = (wins[other] as number) + weight * (1 - (outcome[at] as number));
  }
  const logs = from?.slice() ?? new Float64Array(players);
  const strengths = Float64Array.from(logs, Math.exp);
  for (let round = 0; round < most; round++) {
    let largest = 0;
    for (let player = 0; player < players; player++) {
      const own = strengths[player] as number;
      const chance = own / (own + 1);
      let gradient = PRIOR * (1 - 2 * chance) + (wins[player] as number);
      let curvature = 2 * PRIOR * chance * (1 - chance);
      const end = start[player + 1] as number;
      for (let at = start[player] as number; at < end; at++) {
        const beats = own / (own + (strengths[opponent[at] as number] as number));
        const expected = (total[at] as number) * beats;
        gradient -= expected;
        curvature += expected * (1 - beats);
      }
      const step = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, gradient / curvature));
      logs[player] = (logs[player] as number) + step;
      strengths[player] = Math.exp(logs[player] as number);
      if (Math.abs(step) > largest) largest = Math.abs(step);
    }
    if (largest < precision) break;
  }
  return logs;
}

/** The chance that one of two strengths, given as logarithms, wins. */
export function chanceToWin(own: number, other: number): number {
  return 1 / (1 + Math.exp(other - own));
}
