/**
 * Says how much of a folder of cards is read, and why the rest is not: `npm run bench:coverage -- FOLDER [SHOWN] [SEED]`.
 *
 * Prints what became of every table, claims by what they stand in, cards without any, the speed of parsing and of
 * extraction, and SHOWN accepted claims (20 if not given) drawn at random, the same ones for the same SEED, each with
 * the line it was read from: whoever looks at them sees how many are wrong.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { extract } from '../src/build.ts';
import { discoverCards } from '../src/cards/discover.ts';
import { identifyCard } from '../src/cards/identity.ts';
import { readCards } from '../src/cards/read.ts';
import { type Claim, claimFile } from '../src/core/claim.ts';
import { compareText } from '../src/core/compare.ts';
import { DEFAULT_CONFIG } from '../src/core/config.ts';
import type { Diagnostic } from '../src/core/diagnostic.ts';
import { readCell } from '../src/extract/cell-value.ts';
import { extractClaims } from '../src/extract/extract.ts';
import { parseFrontMatter } from '../src/parse/front-matter.ts';
import { firstHeading, parseMarkdown } from '../src/parse/markdown.ts';
import { readResultsJson } from '../src/parse/results-json.ts';
import { readYaml } from '../src/parse/yaml.ts';
import { loadRegistry } from '../src/registry/load.ts';
import { generator } from '../test/support/synthetic-cards.ts';

const [folderArgument, shown = '20', seed = '1'] = process.argv.slice(2);
if (folderArgument === undefined || !/^\d+$/.test(shown) || !/^\d+$/.test(seed)) {
  console.error('usage: npm run bench:coverage -- FOLDER [SHOWN] [SEED]');
  process.exit(2);
}
const folder = resolve(folderArgument);

class Counts {
  private readonly counts = new Map<string, number>();

  add(key: string, count = 1): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + count);
  }

  /** The most frequent first. */
  print(title: string, most = Number.POSITIVE_INFINITY): void {
    const rows = [...this.counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
    console.log(`\n${title} (${rows.reduce((sum, [, count]) => sum + count, 0)})`);
    for (const [key, count] of rows.slice(0, most)) console.log(`${String(count).padStart(8)}  ${key}`);
    const rest = rows.slice(most);
    if (rest.length > 0)
      console.log(`${String(rest.reduce((sum, [, count]) => sum + count, 0)).padStart(8)}  other reasons`);
  }
}

/** The code and the reason of a diagnostic, without what belongs to one card. */
function reasonOf({ code, message }: Diagnostic): string {
  const reason = message
    .replace(/^This table (?:holds no results|could not be understood): /, '')
    .replace(/"[^"]*"|'[^']*'|“[^”]*”/g, '…')
    .replace(/\d[\d.,]*/g, 'N')
    .replace(/(?:…, )+…/g, '…');
  return `${code}  ${reason.slice(0, 110)}`;
}

const ABOUT_TABLES = new Set(['extract/not-results', 'extract/unreadable-table', 'extract/held']);

/** A Markdown table: its first and last line, and whether any cell holds a number. */
interface TablePlace {
  readonly first: number;
  readonly last: number;
  readonly hasNumbers: boolean;
}

/** One pass over the cards that only parses and extracts, for the clock; gives the place of every Markdown table. */
async function measure(): Promise<Map<string, readonly TablePlace[]>> {
  const registry = loadRegistry(join(import.meta.dirname, '../registry')).value;
  const tables = new Map<string, TablePlace[]>();
  const slowest: [milliseconds: number, card: string][] = [];
  let cards = 0;
  let parsing = 0;
  let extracting = 0;
  for await (const { value: card } of readCards((await discoverCards(folder)).value)) {
    if (card === null) continue;
    cards++;
    const start = performance.now();
    const frontMatter = parseFrontMatter(card.text, card.file).value;
    const tree = parseMarkdown(card.text, frontMatter.bodyOffset, frontMatter.displaced);
    const parsed = performance.now();
    const identity = identifyCard(card.path, frontMatter.data, firstHeading(tree)).value;
    const resultsReaders = { 'eval-results': readYaml, harness: readResultsJson };
    extractClaims({ card, identity, frontMatter, tree, registry, readData: readYaml, resultsReaders });
    parsing += parsed - start;
    const time = performance.now() - parsed;
    extracting += time;
    slowest.push([time, card.path]);
    const found: TablePlace[] = [];
    const waiting = [...tree.children];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (node.type === 'table' && node.position) {
        const { start, end } = node.position;
        const cells = card.text.slice(start.offset, end.offset).split(/[|\r\n]/);
        const hasNumbers = cells.some((cell) => readCell(cell.trim()).kind === 'values');
        found.push({ first: start.line, last: end.line, hasNumbers });
      } else if ('children' in node) for (const child of node.children) waiting.push(child as typeof node);
    }
    tables.set(card.path, found);
  }
  const speed = (time: number) => `${Math.round(cards / (time / 1000))} cards a second`;
  console.log(`${cards} cards: parsing ${speed(parsing)}, extraction alone ${speed(extracting)}`);
  slowest.sort((a, b) => b[0] - a[0]);
  for (const [time, card] of slowest.slice(0, 3))
    console.log(`${Math.round(time).toString().padStart(6)} ms  ${card}`);
  return tables;
}

const tables = await measure();
const pipeTables = new Counts();
const silent: string[] = [];
const others = new Counts();
const reasons = new Counts();
const claimsByKind = new Counts();
const cardsBy = new Counts();
const accepted: Claim[] = [];
const effects = { now: () => 0, log: () => {}, progress: () => {} };

for await (const { card, claims, diagnostics } of extract([folder], { config: DEFAULT_CONFIG, effects })) {
  const isAccepted = claims.some(({ status }) => status === 'accepted');
  cardsBy.add(
    isAccepted ? 'with accepted claims' : claims.length > 0 ? 'with held claims alone' : 'with none',
  );
  for (const claim of claims) {
    claimsByKind.add(`${claim.status}  ${claim.source.kind}`);
    if (claim.status === 'accepted') accepted.push(claim);
  }
  const told = diagnostics.filter(({ code }) => ABOUT_TABLES.has(code));
  for (const diagnostic of told) reasons.add(reasonOf(diagnostic));
  const inTables = (line: number) =>
    (tables.get(card) ?? []).some(({ first, last }) => line >= first && line <= last);
  for (const { first, last, hasNumbers } of tables.get(card) ?? []) {
    const within = ({ line }: { line: number }) => line >= first && line <= last;
    const own = claims.filter(({ source }) => source.file === null && within(source));
    const diagnostic = told.find(within);
    if (own.some(({ status }) => status === 'accepted')) pipeTables.add('read');
    else if (own.length > 0) pipeTables.add('held');
    else if (diagnostic !== undefined) pipeTables.add(diagnostic.code);
    else if (!hasNumbers) pipeTables.add('without numbers');
    else {
      pipeTables.add('without a word');
      silent.push(`${card}:${first}`);
    }
  }
  const groups = new Map<string, boolean>();
  for (const { source, group, status } of claims)
    if (source.file !== null || !['table', 'front-matter'].includes(source.kind))
      groups.set(
        `${source.kind}\n${group}`,
        groups.get(`${source.kind}\n${group}`) === true || status === 'accepted',
      );
  for (const [key, isRead] of groups) others.add(`${key.split('\n', 1)[0]} ${isRead ? 'read' : 'held'}`);
  for (const { code, line } of told)
    if (code !== 'extract/held' && !inTables(line)) others.add(`${code}, in HTML, code or text`);
}

pipeTables.print('Markdown tables');
for (const place of silent.slice(0, 10)) console.log(`          ${place}`);
others.print('other tables, lists and files');
reasons.print('reasons', 40);
claimsByKind.print('claims');
cardsBy.print('cards');

const lines = new Map<string, string[]>();
const lineOf = (claim: Claim): string => {
  const file = claimFile(claim);
  const known = lines.get(file) ?? readFileSync(join(folder, file), 'utf8').split(/\r\n|\r|\n/);
  lines.set(file, known);
  const line = known[claim.source.line - 1] ?? '';
  const from = Math.max(0, Math.min(claim.source.column - 150, line.length - 300));
  return line.slice(from, from + 300).trim();
};
console.log(`\n${shown} accepted claims, drawn with seed ${seed}`);
const below = generator(Number(seed));
const drawn = new Set<Claim>();
while (drawn.size < Math.min(Number(shown), accepted.length))
  drawn.add(accepted[below(accepted.length)] as Claim);
for (const claim of drawn) {
  const conditions = [
    claim.metric,
    claim.shots === null ? null : `${claim.shots}-shot`,
    claim.setting,
    claim.split,
  ].filter((part) => part !== null);
  console.log(`
${claimFile(claim)}:${claim.source.line}:${claim.source.column}  ${claim.source.kind}, confidence ${claim.confidence}
  ${lineOf(claim)}
  ${claim.model} (${claim.subject}) · ${claim.benchmark_as_written} → ${claim.benchmark} · ${conditions.join(', ')} = ${claim.score} ${claim.unit}`);
}
