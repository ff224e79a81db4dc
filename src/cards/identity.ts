/** Decides which model a card is about, and under which names the card knows it. */
import type { CardIdentity } from '../core/card.ts';
import { type Checked, type Diagnostic, diagnose, type Place } from '../core/diagnostic.ts';
import { foldSeparators } from '../core/fold.ts';

/** Longer names are not names. */
const LONGEST_NAME = 120;

/** What the Hub allows in a repository's name. */
const HUB_SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,95}$/;

/**
 * Names the model of a card. Its id is `model_id` of the front matter where that is a valid OWNER/NAME, else what
 * the path says: OWNER/NAME/README.md, OWNER/NAME.md, OWNER__NAME.md or NAME.md, the folders nearest to the file
 * counting. The display name is the first of `model_name`, the name of the only model-index entry, the first
 * heading that says more than the path, and the path. `place` is where a wrong `model_id` is reported.
 */
export function identifyCard(
  path: string,
  data: Readonly<Record<string, unknown>> | null,
  firstHeading: string | null,
  place: Place = { file: path, line: 1, column: 1 },
): Checked<CardIdentity> {
  const diagnostics: Diagnostic[] = [];
  const { owner, name } = givenId(data, place, diagnostics) ?? idOfPath(path);
  const id = owner === null ? name : `${owner}/${name}`;

  const modelName = nameFrom(data?.model_name);
  const indexNames = modelIndexNames(data?.['model-index']);
  const found = firstHeading === null ? null : nameInHeading(firstHeading);
  const worth = found === null ? 'base' : worthOfHeading(found, name);
  const heading = worth === 'base' ? null : found;
  const onlyIndexName = indexNames.length === 1 ? (indexNames[0] as string) : null;
  const choices = [
    ['model_name', modelName],
    ['model-index', onlyIndexName],
    ['heading', worth === 'name' ? heading : null],
    ['path', name],
  ] as const;
  const [displayNameFrom, displayName] = choices.find((choice) => choice[1] !== null) ?? ['path', name];
  const all = [id, name, modelName, ...indexNames, heading].filter((given) => given !== null);
  return {
    value: { id, owner, name, displayName: displayName ?? name, displayNameFrom, names: [...new Set(all)] },
    diagnostics,
  };
}

/**
 * Keeps the first of several cards that lead to one model id, letter case aside, in the order given; the others are
 * left out with `cards/same-model`.
 */
export function keepFirstOfEachModel<
  T extends { readonly path: string; readonly file: string; readonly identity: CardIdentity },
>(cards: readonly T[]): Checked<T[]> {
  const first = new Map<string, T>();
  const diagnostics: Diagnostic[] = [];
  for (const card of cards) {
    const key = card.identity.id.normalize('NFC').toLowerCase();
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, card);
      continue;
    }
    const message =
      before.identity.id === card.identity.id
        ? `${card.identity.id} has a card already: ${before.file}. This one is left out.`
        : `${card.identity.id} differs from ${before.identity.id} (${before.file}) only in letter case. This one is left out.`;
    diagnostics.push(diagnose('cards/same-model', { file: card.file, line: 1, column: 1 }, message));
  }
  return { value: [...first.values()], diagnostics };
}

function givenId(
  data: Readonly<Record<string, unknown>> | null,
  place: Place,
  diagnostics: Diagnostic[],
): { owner: string; name: string } | null {
  const given = data?.model_id;
  if (given === undefined || given === null || given === '') return null;
  const [owner, name, ...more] = typeof given === 'string' ? given.trim().split('/') : [];
  if (
    owner !== undefined &&
    name !== undefined &&
    more.length === 0 &&
    HUB_SEGMENT.test(owner) &&
    HUB_SEGMENT.test(name)
  ) {
    return { owner, name };
  }
  const shown = typeof given === 'string' ? `\`${given.slice(0, 80)}\`` : 'This value';
  diagnostics.push(diagnose('cards/bad-model-id', place, `${shown} is not of the form OWNER/NAME.`));
  return null;
}

function idOfPath(path: string): { owner: string | null; name: string } {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  const file = parts.pop() ?? '';
  if (file.toLowerCase() !== 'readme.md') {
    const stem = file.replace(/\.md$/i, '');
    const split = stem.indexOf('__');
    if (split > 0 && split + 2 < stem.length) {
      return { owner: safeSegment(stem.slice(0, split)), name: safeSegment(stem.slice(split + 2)) };
    }
    parts.push(stem);
  }
  const owner = parts.at(-2);
  return { owner: owner === undefined ? null : safeSegment(owner), name: safeSegment(parts.at(-1) ?? '') };
}

/** A segment that is neither empty nor dots, and holds no character that separates or steers. */
function safeSegment(segment: string): string {
  const cleaned = segment
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\/]+/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
  return /^\.*$/.test(cleaned) ? 'unnamed' : cleaned;
}

/** Names that programs write where nobody gave one. */
const PLACEHOLDER =
  /^(?:placeholder|no_model_name_available|model[ _-]?(?:name|id)|your[ _-]model[ _-]name|unknown|untitled|none|null|results?|output|model|checkpoint(?:[-_]\d+)?)$|\[more information needed\]|\{\{|\}\}|\$\{/i;

function nameFrom(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const name = tidyName(value);
  return name === '' || name.length > LONGEST_NAME || PLACEHOLDER.test(name) ? null : name;
}

function modelIndexNames(index: unknown): string[] {
  const entries = Array.isArray(index) ? index : [index];
  const names = entries.map((entry) =>
    typeof entry === 'object' && entry !== null ? nameFrom((entry as { name?: unknown }).name) : null,
  );
  return [...new Set(names.filter((name) => name !== null))];
}

/** Headings that every card could have. */
const GENERIC_HEADING = new RegExp(
  `^(?:the |this |our )?(?:${[
    'abstract',
    'about',
    'announcements?',
    'archive.*',
    '.*\\bdetails?',
    '.*\\bleaderboard\\b.*',
    '.*\\bevaluation results?',
    '.*\\bnotice',
    'model is .*',
    'background',
    'benchmarks?',
    'citation',
    'contents?',
    'dataset',
    'description',
    'disclaimer',
    'evaluation',
    'features',
    'getting started',
    'highlights?',
    'how to (?:use|get started|run)(?: .*)?',
    'important',
    'info(?:rmation)?',
    'intended uses?.*',
    'introduction',
    'license|licence',
    'model(?: (?:card|description|info(?:rmation)?|overview|summary|usage|sources?|introduction))?',
    'news',
    'notes?',
    'overview',
    'performance',
    'prompt(?: (?:format|template))?',
    'quick ?start',
    'readme',
    'references?',
    'results?',
    'summary',
    'table of contents',
    'tl;?dr',
    'training(?: .*)?',
    'updates?',
    'usage',
    'use',
    'warning',
    'welcome.*',
    'what is this',
  ].join('|')})$`,
  'i',
);

/** The model's name in a heading, or null where the heading is no name. */
function nameInHeading(heading: string): string | null {
  const plain = tidyName(heading.slice(0, 1000)).replace(/[\s:：–—-]+$/u, '');
  const prefix = /^(?:hugging ?face )?model card(?:\s+(?:for|of)\s+|\s*[:：–—-]\s*)/i.exec(plain)?.[0] ?? '';
  const name = plain
    .slice(prefix.length)
    .replace(/\s+model card$/i, '')
    .trim();
  if (name.length > LONGEST_NAME || !/[\p{L}\p{N}]/u.test(name) || /[?!]$|https?:/i.test(name)) return null;
  return GENERIC_HEADING.test(name) || PLACEHOLDER.test(name) ? null : name;
}

/**
 * What a heading is worth beside the path's name. One that only repeats the start of it ("Orca 2" on orca-2-13b) says
 * less than the path; one that repeats another part of it ("Llama 2" on fast-llama-2-7b) names the model's base.
 */
function worthOfHeading(heading: string, pathName: string): 'name' | 'family' | 'base' {
  const short = foldSeparators(heading);
  const long = foldSeparators(pathName);
  if (short === '' || short.length >= long.length) return 'name';
  const at = long.indexOf(short);
  return at === -1 ? 'name' : at === 0 ? 'family' : 'base';
}

function tidyName(text: string): string {
  return text
    .replace(/:[a-z0-9_+-]{2,40}:/g, ' ')
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u{FE0F}|\u{20E3}/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
}
