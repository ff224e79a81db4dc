/**
 * Measures extraction against a corpus of annotated cards: `npm run bench:extract -- FOLDER`.
 *
 * FOLDER holds cards/*.md, gold.jsonl and score.mjs. The corpus is split by a hash of the file name into a part to work
 * with (two thirds) and a part to keep unseen (one third); both are printed, since their gap tells memorising from
 * understanding. Then precision by confidence, from which the accept threshold is chosen.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { extract } from '../src/build.ts';
import type { Claim } from '../src/core/claim.ts';
import { DEFAULT_CONFIG } from '../src/core/config.ts';

interface Score {
  readonly gold: number;
  readonly extracted: number;
  readonly right: number;
}

const [folderArgument, errors = '0'] = process.argv.slice(2);
if (folderArgument === undefined) {
  console.error('usage: npm run bench:extract -- FOLDER [ERRORS_SHOWN_PER_CARD]');
  process.exit(2);
}
const folder = resolve(folderArgument);
const work = mkdtempSync(join(tmpdir(), 'cardboard-bench-'));

/** A third of the cards, by name, is never looked at while rules are made. */
function isUnseen(card: string): boolean {
  return Number.parseInt(createHash('sha256').update(card).digest('hex').slice(0, 8), 16) % 3 === 0;
}

async function readClaims(): Promise<Claim[]> {
  const effects = { now: () => performance.now(), log: () => {}, progress: () => {} };
  const claims: Claim[] = [];
  for await (const card of extract([join(folder, 'cards')], { config: DEFAULT_CONFIG, effects }))
    claims.push(...card.claims);
  return claims;
}

/** Lays out the part of the corpus the scorer is to see. */
function layOut(name: string, keep: (card: string) => boolean): string {
  const part = join(work, name);
  mkdirSync(join(part, 'cards'), { recursive: true });
  const gold = readFileSync(join(folder, 'gold.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && keep((JSON.parse(line) as { card: string }).card));
  writeFileSync(join(part, 'gold.jsonl'), `${gold.join('\n')}\n`);
  for (const card of readdirSync(join(folder, 'cards')))
    if (keep(card)) writeFileSync(join(part, 'cards', card), '');
  return join(part, 'gold.jsonl');
}

function score(claims: readonly Claim[], gold: string, ...flags: string[]): string {
  const file = join(work, 'claims.jsonl');
  writeFileSync(file, claims.map((claim) => JSON.stringify(claim)).join('\n'));
  return execFileSync('node', [join(folder, 'score.mjs'), file, '--gold', gold, ...flags], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
}

const claims = await readClaims();
for (const [title, keep] of [
  ['all cards', () => true],
  ['the part to work with', (card: string) => !isUnseen(card)],
  ['the part kept unseen', isUnseen],
] as const) {
  const gold = layOut(title.replaceAll(' ', '-'), keep);
  const shown = title === 'the part to work with' ? errors : '0';
  console.log(`\n${title}\n${score(claims, gold, '--errors', shown).trimEnd()}`);
}
const gold = join(work, 'all-cards', 'gold.jsonl');
console.log('\nconfidence      claims  right');
const steps = [1.01, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.5, 0.3, 0];
let before: Score = { gold: 0, extracted: 0, right: 0 };
for (let index = 1; index < steps.length; index++) {
  const low = steps[index] as number;
  const taken = claims
    .filter((claim) => claim.confidence >= low)
    .map((claim) => ({ ...claim, status: 'accepted' as const }));
  if (taken.length === 0) continue;
  const now = (JSON.parse(score(taken, gold, '--json')) as { all?: Score }).all ?? before;
  const count = now.extracted - before.extracted;
  if (count > 0) {
    const share = ((100 * (now.right - before.right)) / count).toFixed(1);
    console.log(
      `${low.toFixed(2)} to ${(steps[index - 1] as number).toFixed(2)} ${String(count).padStart(8)} ${share.padStart(5)} %`,
    );
  }
  before = now;
}
rmSync(work, { recursive: true, force: true });
