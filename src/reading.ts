/** Reads one card from its text to its claims and its HTML: everything that depends on the card alone. */
import type { Root } from 'mdast';
import { identifyCard } from './cards/identity.ts';
import { type CardFile, type CardReading, NO_METADATA, type ResultsFile } from './core/card.ts';
import { type Claim, claimAnchor, fileBeside } from './core/claim.ts';
import { type Diagnostic, diagnose } from './core/diagnostic.ts';
import { sha256 } from './core/hash.ts';
import { indexLines, onlyLines } from './core/position.ts';
import { extractClaims } from './extract/extract.ts';
import { parseFrontMatter } from './parse/front-matter.ts';
import { firstHeading, parseMarkdown, unclosedFence } from './parse/markdown.ts';
import { parsedLength } from './parse/markdown-limits.ts';
import { readMetadata } from './parse/metadata.ts';
import { readResultsJson } from './parse/results-json.ts';
import { readYaml } from './parse/yaml.ts';
import type { Registry } from './registry/types.ts';
import { renderCardHtml } from './render/card-html.ts';
import type { CardMark } from './render/card-marks.ts';
import { renderResultsHtml } from './render/results-html.ts';

/** `imageHosts`: hosts whose images the rendered card shows. Never throws on what a card holds. */
export function readOne(card: CardFile, registry: Registry, imageHosts: readonly string[]): CardReading {
  const matter = parseFrontMatter(card.text, card.file);
  const tree: Root = parseMarkdown(card.text, matter.value.bodyOffset, matter.value.displaced);
  const place = { file: card.file, ...(matter.value.position(['model_id']) ?? { line: 1, column: 1 }) };
  const identity = identifyCard(card.path, matter.value.data, firstHeading(tree), place);
  const metadata = readMetadata(
    matter.value.data,
    matter.value,
    card.file,
    (id) => registry.license(id) !== undefined,
  );
  const claims = extractClaims({
    card,
    identity: identity.value,
    frontMatter: matter.value,
    tree,
    registry,
    readData: readYaml,
    resultsReaders: { 'eval-results': readYaml, harness: readResultsJson },
  });
  const diagnostics: Diagnostic[] = [
    ...matter.diagnostics,
    ...identity.diagnostics,
    ...metadata.diagnostics,
    ...claims.diagnostics,
  ];
  const parsed = matter.value.bodyOffset + parsedLength(card.text.slice(matter.value.bodyOffset));
  if (parsed < card.text.length) {
    const { line } = indexLines(card.text).at(parsed);
    const message = `From line ${line} on this card is not read.`;
    diagnostics.push(diagnose('cards/too-long', { file: card.file, line, column: 1 }, message));
  }
  const fence = unclosedFence(tree, card.text);
  if (fence !== null) {
    const { line, column } = indexLines(card.text).at(fence);
    const stretch = { file: card.file, line, column, endColumn: column + 3 };
    const message = 'This fence of code is not closed: everything below it is read as code.';
    diagnostics.push(diagnose('cards/unclosed-code', stretch, message));
  }
  const { id, owner } = identity.value;
  return {
    path: card.path,
    file: card.file,
    hash: card.hash,
    identity: identity.value,
    metadata: metadata.value,
    claims: claims.value,
    diagnostics,
    html: [
      renderCardHtml(tree, {
        text: card.text,
        frontMatter:
          matter.value.bodyOffset > 0 || matter.value.displaced !== null ? matter.value.range : null,
        marks: marksOf(claims.value, null),
        imageHosts,
        relativeBase: owner === null ? null : `https://huggingface.co/${id}/blob/main/`,
      }),
      ...card.results.map(({ path, text }) =>
        renderResultsHtml(fileBeside(card.path, path), text, marksOf(claims.value, path)),
      ),
    ]
      .filter((html) => html !== '')
      .join('\n'),
  };
}

/** The marks of the claims in one file; null is the card itself. */
function marksOf(claims: readonly Claim[], file: string | null): CardMark[] {
  return claims
    .filter(({ source }) => source.file === file)
    .map((claim) => ({
      anchor: claimAnchor(claim),
      line: claim.source.line,
      column: claim.source.column,
      cell: claim.source.cell,
      kind: claim.source.kind,
      raw: claim.source.raw,
      title: titleOf(claim),
      held: claim.status === 'held',
    }));
}

/** What a reading depends on: the version of everything that reads, the card, and the files beside it. */
export function keyOfReading(version: string, card: CardFile): string {
  const beside = card.results.map(({ kind, path, hash }) => `${kind} ${hash} ${path}`);
  return sha256([version, card.file, card.path, card.hash, ...beside].join('\n'));
}

/** As much of a results file as diagnostics may quote: the lines of its claims and of its diagnostics so far. */
export function quotable(beside: ResultsFile, reading: CardReading): string {
  return onlyLines(beside.text, [
    ...reading.claims.filter(({ source }) => source.file === beside.path).map(({ source }) => source.line),
    ...reading.diagnostics.filter(({ file }) => file === beside.file).map(({ line }) => line),
  ]);
}

/** A card that broke the reader is a bug: it is reported, left without claims, and stops no other. */
export function brokenReading(card: CardFile, error: unknown): CardReading {
  const identity = identifyCard(card.path, null, null).value;
  const message = error instanceof Error ? error.message : String(error);
  return {
    path: card.path,
    file: card.file,
    hash: card.hash,
    identity,
    metadata: NO_METADATA,
    claims: [],
    diagnostics: [
      diagnose(
        'cards/unreadable',
        { file: card.file, line: 1, column: 1 },
        `This card broke the reader (${message}); please report it.`,
      ),
    ],
    html: '',
  };
}

function titleOf(claim: Claim): string {
  const what = [
    claim.model_as_written,
    claim.benchmark_as_written,
    claim.metric_as_written,
    claim.shots === null ? null : `${claim.shots}-shot`,
    claim.setting,
  ];
  return `${claim.status === 'held' ? 'Held: ' : ''}${what.filter((part) => part !== null).join(' · ')}`;
}
