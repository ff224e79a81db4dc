/** Recognises metadata that has lost its structure, as when a card is copied from a web page. */

/** Keys that stand inside a model-index entry and nowhere else in a card's metadata. */
const NESTED_ONLY = new Set([
  '- task',
  'task',
  'results',
  'dataset',
  'source',
  'args',
  'num_few_shot',
  'split',
  'config',
  'revision',
  '- type',
  'type',
  'value',
  'verified',
]);

export interface Flattening {
  /** 0-based line of the text that was looked at. */
  readonly line: number;
  /** One plain sentence. */
  readonly message: string;
}

/**
 * Says where and how a text's metadata has lost its structure, or null where it has not. Two signs are taken:
 * a `model-index:` whose inner keys stand at the first column, and lines that alternate with lone pipes.
 * `text` is the metadata, or the whole card where it has none.
 */
export function findFlattening(text: string): Flattening | null {
  const lines = text.split(/\r\n|\r|\n/, 20_000);
  return flatModelIndex(lines) ?? loosePipes(lines);
}

function flatModelIndex(lines: readonly string[]): Flattening | null {
  let code = false;
  for (let start = 0; start < lines.length; start++) {
    const first = lines[start] as string;
    if (/^ {0,3}(?:```|~~~)/.test(first)) code = !code;
    if (code || !/^model-index:[ \t|]*$/.test(first)) continue;
    const seen = new Set<string>();
    for (let at = start + 1; at < lines.length && at < start + 60; at++) {
      const line = lines[at] as string;
      if (/^(?:---|```|~~~)/.test(line)) break;
      const key = /^((?:- )?[a-z_]{2,20}):(?:[ \t|]|$)/.exec(line)?.[1];
      if (key !== undefined && NESTED_ONLY.has(key)) seen.add(key);
    }
    if (seen.size < 3 || !(seen.has('results') || seen.has('- task') || seen.has('task'))) continue;
    const keys = [...seen].slice(0, 3).map((key) => `\`${key}\``);
    const message = `The keys inside \`model-index\` (${keys.join(', ')} …) stand at the first column: the indentation is lost.`;
    return { line: start, message };
  }
  return null;
}

/** A third of the lines at the top being nothing but `|` is a table that a page was copied from. */
function loosePipes(lines: readonly string[]): Flattening | null {
  let filled = 0;
  let pipes = 0;
  let first = -1;
  let keys = 0;
  for (let at = 0; at < lines.length && at < 400; at++) {
    const line = (lines[at] as string).trim();
    if (line === '') continue;
    filled++;
    if (line === '|') {
      pipes++;
      if (first === -1) first = at;
    }
    if (/^(?:license|language|tags|model-index|datasets|base_model|library_name|pipeline_tag):/.test(line))
      keys++;
  }
  if (keys === 0 || pipes < 5 || pipes * 3 < filled) return null;
  return { line: first, message: 'Lines that hold nothing but `|` stand between the lines of the metadata.' };
}
