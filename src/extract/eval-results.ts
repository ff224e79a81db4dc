/**
 * Reads `.eval_results/*.yaml`, in which a model's repository lists results that benchmarks on the Hub collect.
 * Source of the format: https://huggingface.co/docs/hub/eval-results.
 */
import { tidy } from '../core/fold.ts';
import type { YamlNode } from '../core/yaml-tree.ts';
import type { Benchmark, Registry } from '../registry/types.ts';
import { readCell } from './cell-value.ts';
import { textOf, valueAt } from './data-nodes.ts';
import type { Draft } from './draft.ts';
import type { ResultsInput } from './results-files.ts';

/** A note longer than this is cut: it tells results apart, it is not prose to show. */
const LONGEST_NOTE = 120;

/** Every entry with a number, about the card's own model. A bad entry loses only itself. */
export function readEvalResults(input: ResultsInput): Draft[] {
  const { root } = input.document;
  if (root.kind === 'empty' || root.value === null) return [];
  const list = root.target ?? root;
  if (list.kind !== 'sequence') {
    const message = 'The file must be a list of entries; it is read as a list of one.';
    input.complain('results-file/bad-entry', root, message);
  }
  const items = list.kind === 'sequence' ? list.items : [list];
  return holdUntold(
    items.flatMap((item) => readEntry(item?.target ?? item, input) ?? []),
    input.registry,
  );
}

/** Holds what may be a share or a percentage: 1, and what is less beside percentages of the same data set. */
function holdUntold(drafts: readonly Draft[], registry: Registry): Draft[] {
  const percentages = new Set(drafts.filter(({ value }) => Math.abs(value) > 1).map(({ group }) => group));
  const shares = new Set(
    drafts.filter(({ value }) => value !== 0 && Math.abs(value) < 1).map(({ group }) => group),
  );
  return drafts.map((draft) => {
    const { value, percent, group, benchmark } = draft;
    if (percent || value === 0 || Math.abs(value) > 1) return draft;
    if (registry.findBenchmark(benchmark)?.entry.unit !== 'percent') return draft;
    if (!percentages.has(group) && (value !== 1 || shares.has(group))) return draft;
    const why = `held: nothing tells whether ${value} is a share or a percentage`;
    return { ...draft, confidence: Math.min(draft.confidence, 0.5), because: [...draft.because, why] };
  });
}

function readEntry(item: YamlNode | null, input: ResultsInput): Draft[] | null {
  const { complain, registry, identity, file } = input;
  const bad = (node: YamlNode | null, message: string): null => {
    complain('results-file/bad-entry', node ?? item, message);
    return null;
  };
  if (item === null || item.kind !== 'mapping')
    return bad(item, 'An entry must be a mapping with `dataset` and `value`.');
  // The Hub's own listing wraps each entry.
  const inner = valueAt(item, 'data');
  const entry = inner?.kind === 'mapping' ? inner : item;
  const dataset = valueAt(entry, 'dataset');
  const id = dataset?.kind === 'mapping' ? textOf(valueAt(dataset, 'id')) : textOf(dataset);
  if (id === null)
    return bad(dataset ?? entry, 'An entry without `dataset.id`: nothing says what was measured.');
  const value = valueAt(entry, 'value');
  if (value === null || value.value === null)
    return bad(value ?? entry, `The entry for ${id} has no \`value\`.`);
  const raw = rawOf(value, input);
  const reading =
    value.kind === 'scalar' && typeof value.value !== 'boolean' ? readCell(unquoted(raw)) : null;
  if (reading?.kind === 'missing') return null;
  const read = reading?.kind === 'values' && reading.values.length === 1 ? reading.values[0] : undefined;
  if (read === undefined) {
    complain('results-file/not-a-number', value, `"${tidy(raw.slice(0, 60))}" is not a number.`);
    return null;
  }
  const task = textOf(valueAt(dataset, 'task_id'));
  if (task === null) complain('results-file/no-task', dataset, `The entry for ${id} names no \`task_id\`.`);
  const meant = measured(id, task, registry);
  const source = sourceOf(valueAt(entry, 'source'), identity.owner);
  const revision = textOf(valueAt(dataset, 'revision'));
  const isVerified =
    [valueAt(entry, 'verifyToken'), valueAt(entry, 'verify_token')].some((token) => textOf(token) !== null) ||
    valueAt(item, 'verified')?.value === true;
  const notes = textOf(valueAt(entry, 'notes'));
  const date = /^\d{4}-\d{2}-\d{2}(?![\d-])/.exec(textOf(valueAt(entry, 'date')) ?? '')?.[0] ?? null;
  const isProposed = textOf(valueAt(item, 'pullRequest')) !== null;
  return [
    {
      subject: 'self',
      model: null,
      benchmark: meant.benchmark,
      metric: null,
      shots: null,
      settings: [...meant.settings, ...(notes === null ? [] : [notes.slice(0, LONGEST_NOTE)])],
      split: null,
      value: read.value,
      percent: read.percent,
      stderr: read.stderr,
      suite: null,
      // One benchmark is reported on one scale; a file may list several.
      group: `${file.path}:${id}`,
      source: {
        kind: 'eval-results',
        ...input.lines.at(value.start),
        cell: null,
        raw,
        row: id,
        header: task,
      },
      file: file.path,
      confidence: isProposed ? 0.5 : meant.known ? 0.98 : 0.9,
      because: [
        meant.because,
        "the file lists results of its repository's own model",
        ...(revision === null ? [] : [`revision ${revision} of the data set`]),
        ...source.because,
        ...(isVerified ? ['it carries a mark of verification, which is not checked here'] : []),
        ...(isProposed ? ['held: it is a proposal that nobody accepted yet'] : []),
      ],
      originName: source.name,
      originUrl: source.url,
      date,
      claimsVerification: isVerified,
    },
  ];
}

function rawOf(node: YamlNode, { file }: ResultsInput): string {
  return file.text.slice(node.start, node.end).trim();
}

function unquoted(raw: string): string {
  return /^(["']).*\1$/s.test(raw) ? raw.slice(1, -1) : raw;
}

interface Source {
  readonly name: string | null;
  readonly url: string | null;
  readonly because: readonly string[];
}

/** Who measured. Logs of the model's own organisation are no independent source, and are only named as a reason. */
function sourceOf(source: YamlNode | null, owner: string | null): Source {
  const url = source?.kind === 'mapping' ? textOf(valueAt(source, 'url')) : textOf(source);
  if (url === null) return { name: null, url: null, because: [] };
  const by = [textOf(valueAt(source, 'org')), textOf(valueAt(source, 'user'))].filter((who) => who !== null);
  const hosted =
    /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/(?:datasets\/|spaces\/)?([^/?#]+)\//i.exec(url);
  const isOwn = [...by, hosted?.[1]].some(
    (who) => owner !== null && who?.toLowerCase() === owner.toLowerCase(),
  );
  if (isOwn) return { name: null, url: null, because: [`its source is the model's own: ${url}`] };
  const name = textOf(valueAt(source, 'name')) ?? by[0] ?? null;
  return { name, url, because: by.length === 0 ? [] : [`measured by ${by.join(', ')}`] };
}

/** Tasks that name no part of their data set. */
const WHOLE = /^(?:default|main|all|test|train|validation|overall)$/i;

interface Measured {
  readonly benchmark: string;
  readonly settings: readonly string[];
  readonly known: boolean;
  readonly because: string;
}

/**
 * The benchmark that a task of a data set is: the task itself where the registry knows it ("gpqa_diamond"), data set
 * and task together ("gpqa" and "diamond"), or the data set, of which an unknown task is a part.
 */
function measured(id: string, task: string | null, registry: Registry): Measured {
  const name = id.split('/').at(-1) as string;
  const said = task === null ? `data set ${id}` : `task '${task}' of ${id}`;
  const own = registry.benchmarks.filter(({ dataset }) => dataset?.toLowerCase() === id.toLowerCase());
  /** A task called like a benchmark of another data set is not that benchmark. */
  const fits = (entry: Benchmark) => own.length === 0 || own.includes(entry);
  const isWhole = task === null || WHOLE.test(task);
  const written = isWhole ? [id, name] : [task, `${name} ${task}`];
  for (const label of written) {
    const found = registry.findBenchmark(label)?.entry;
    if (found !== undefined && fits(found))
      return { benchmark: label, settings: [], known: true, because: `${said} is ${found.name}` };
  }
  const [only] = own;
  if (isWhole && only !== undefined && own.length === 1)
    return { benchmark: only.id, settings: [], known: true, because: `${said} is ${only.name}` };
  if (isWhole)
    return { benchmark: name, settings: [], known: false, because: `benchmark '${name}' from ${said}` };
  const repeats = task.toLowerCase() === name.toLowerCase();
  const whole = measured(id, null, registry);
  return repeats
    ? { ...whole, because: `${said} is the whole data set` }
    : { ...whole, settings: [task], because: `${said}: the task is a part of it` };
}
