/** Where the proofs of a page's numbers are: in the page, or in scripts beside it that are loaded when they are asked for. */
import { type PackedProofs, type Proof, unpackProof } from '../core/proof.ts';

export interface ProofSource {
  has(link: HTMLAnchorElement): boolean;
  /** The proof of a number; undefined where it cannot be had. */
  proofOf(link: HTMLAnchorElement): Promise<Proof | undefined>;
}

interface Place {
  /** The number of the script, or −1 for the page. */
  readonly part: number;
  readonly place: number;
}

const handed = globalThis as { cardboardProofs?: PackedProofs[] };

/** Finds the numbers whose proofs the page has or knows the way to; null where there are none. */
export function proofSource(): ProofSource | null {
  const table = document.querySelector<HTMLTableElement>('table[data-proofs-rows]');
  const address = table?.dataset.proofs;
  if (table !== null && address !== undefined)
    return sourceOf(placesByPart(table), (part) => loadPart(address, part));
  const data = document.getElementById('proofs');
  if (data === null) return null;
  const links = document.querySelectorAll<HTMLAnchorElement>('table[data-proofs] a.number');
  const places = new Map([...links].map((link, place) => [link, { part: -1, place }]));
  return sourceOf(places, async () => JSON.parse(data.textContent ?? '') as PackedProofs);
}

/** Numbers are told by their places in the page: they are counted before anything is sorted. */
function placesByPart(table: HTMLTableElement): Map<HTMLAnchorElement, Place> {
  const rowsInPart = Number(table.dataset.proofsRows);
  const places = new Map<HTMLAnchorElement, Place>();
  let place = 0;
  for (const [row, element] of [...(table.tBodies[0]?.rows ?? [])].entries()) {
    if (row % rowsInPart === 0) place = 0;
    for (const link of element.querySelectorAll<HTMLAnchorElement>('a.number'))
      places.set(link, { part: Math.floor(row / rowsInPart), place: place++ });
  }
  return places;
}

/** Where a link's proof stands; links that a script has made say so themselves, as "part:place". */
function placeOf(places: ReadonlyMap<HTMLAnchorElement, Place>, link: HTMLAnchorElement): Place | undefined {
  const [part, place] = link.dataset.proof?.split(':').map(Number) ?? [];
  return part === undefined || place === undefined ? places.get(link) : { part, place };
}

function sourceOf(
  places: ReadonlyMap<HTMLAnchorElement, Place>,
  load: (part: number) => Promise<PackedProofs>,
): ProofSource {
  const parts = new Map<number, Promise<PackedProofs>>();
  return {
    has: (link) => placeOf(places, link) !== undefined,
    async proofOf(link) {
      const at = placeOf(places, link);
      if (at === undefined) return undefined;
      const loading = parts.get(at.part) ?? load(at.part);
      parts.set(at.part, loading);
      try {
        return unpackProof(await loading, at.place);
      } catch {
        // The link leads to the card's place all the same; the next try asks again.
        parts.delete(at.part);
        return undefined;
      }
    },
  };
}

/** Loads a script with proofs; a script, since pages that are opened from a file may not fetch. */
function loadPart(address: string, part: number): Promise<PackedProofs> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address.replace('{part}', String(part));
    const end = () => {
      script.remove();
      const proofs = handed.cardboardProofs?.[part];
      if (proofs === undefined) reject(new Error(script.src));
      else resolve(proofs);
    };
    script.addEventListener('load', end);
    script.addEventListener('error', end);
    document.head.append(script);
  });
}
