/**
 * Reads the results of evaluation harnesses: JSON as lm-evaluation-harness writes it since 0.4 ("acc,none", "n-shot",
 * "group_subtasks"), as it did before ("acc", "acc_stderr"), and as lighteval does, whose tasks are "suite|task|5|0".
 * Source of the formats: https://github.com/EleutherAI/lm-evaluation-harness, lm_eval/loggers and lm_eval/evaluator.py.
 */
import { foldCase } from '../core/fold.ts';
import type { YamlNode } from '../core/yaml-tree.ts';
import type { Registry } from '../registry/types.ts';
import { textOf, valueAt } from './data-nodes.ts';
import type { Draft } from './draft.ts';
import { harnessModel } from './harness-model.ts';
import type { ResultsInput } from './results-files.ts';

/** Keys of a task that are no scores: its name, its samples, standard errors, and the metric that stands for none. */
const NO_SCORE = /_stderr$|^(?:alias|name|sample_len|sample_count|samples|bypass)$/;

/** Means of everything that was run, whatever it was. */
const NO_TASK = /^all$/i;

/** Metrics that the harness counts from 0 to 100; all others that are shares it counts from 0 to 1. */
const OF_HUNDRED = /^(?:s?acre)?bleu|^chrf|^ter$|^percent_parseable$/i;

/** Metrics that tasks count now one way, now the other. */
const EITHER_WAY = /^rouge/i;

/** Every score of every task. Groups that stand twice, among the results and among the groups, are read once. */
export function readHarnessResults(input: ResultsInput): Draft[] {
  const { root } = input.document;
  const results = valueAt(root, 'results');
  const groups = valueAt(root, 'groups');
  const tasks = [
    ...tasksOf(results),
    ...tasksOf(groups).filter(({ name }) => valueAt(results, name) === null),
  ];
  const scores = tasks.flatMap((task) => scoresOf(task));
  if (scores.length === 0) {
    if (!/(?:^|\/)results\.json$/i.test(input.file.path))
      input.complain('results-file/not-results', results, 'No task here has a score.');
    return [];
  }
  const run = readRun(input);
  // One value alone may be all or nothing of either scale.
  const isTold = scores.some(({ value }) => value !== 0 && value !== 1);
  return scores.map((score) => draftOf(score, run, isTold, input));
}

interface Task {
  readonly name: string;
  readonly node: YamlNode;
}

interface Score {
  readonly task: Task;
  /** As written: "exact_match,strict-match". */
  readonly key: string;
  readonly metric: string;
  readonly filter: string | null;
  readonly value: number;
  readonly stderr: number | null;
  readonly node: YamlNode;
}

function tasksOf(mapping: YamlNode | null): Task[] {
  const inside = mapping?.target ?? mapping;
  const last = new Map<string, YamlNode>();
  for (const { name, value } of inside?.pairs ?? []) {
    const node = value?.target ?? value;
    if (node?.kind === 'mapping' && !NO_TASK.test(name)) last.set(name, node);
  }
  return [...last].map(([name, node]) => ({ name, node }));
}

function scoresOf(task: Task): Score[] {
  const numbers = new Map<string, YamlNode>();
  for (const { name, value } of task.node.pairs)
    if (value !== null && typeof value.value === 'number' && Number.isFinite(value.value))
      numbers.set(name, value);
  return [...numbers].flatMap(([key, node]): Score[] => {
    const comma = key.indexOf(',');
    const metric = comma < 0 ? key : key.slice(0, comma);
    const filter = comma < 0 ? null : key.slice(comma + 1);
    if (metric === '' || NO_SCORE.test(metric)) return [];
    const stderr = numbers.get(`${metric}_stderr${filter === null ? '' : `,${filter}`}`)?.value;
    return [
      {
        task,
        key,
        metric,
        filter: filter === 'none' || filter === '' ? null : filter,
        value: node.value as number,
        stderr: typeof stderr === 'number' ? stderr : null,
        node,
      },
    ];
  });
}

/** What holds for every score of a file. */
interface Run {
  readonly subject: 'self' | 'other';
  readonly model: string | null;
  readonly sure: number;
  readonly settings: readonly string[];
  readonly because: readonly string[];
  readonly held: string | null;
  readonly date: string | null;
  readonly shots: number | null;
  readonly shotsOf: YamlNode | null;
  readonly versions: YamlNode | null;
  /** Task → the groups that it is directly in. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

function readRun(input: ResultsInput): Run {
  const { root } = input.document;
  const config = valueAt(root, 'config') ?? valueAt(root, 'config_general');
  const model = harnessModel(root, input.subjects, input.identity.owner);
  const limit = valueAt(config, 'limit') ?? valueAt(config, 'max_samples');
  const isPart = typeof limit?.value === 'number' && limit.value > 0;
  const groups = new Map<string, string[]>();
  const subtasks = valueAt(root, 'group_subtasks');
  for (const { name, value } of subtasks?.pairs ?? [])
    for (const item of (value?.target ?? value)?.items ?? []) {
      const task = textOf(item);
      if (task === null || task === name) continue;
      const list = groups.get(task);
      if (list === undefined) groups.set(task, [name]);
      else list.push(name);
    }
  const seconds = Number(valueAt(root, 'date')?.value ?? Number.NaN);
  return {
    ...model,
    held: isPart ? `held: the run was limited to ${textOf(limit)} samples a task` : model.held,
    // From 2015 to 2100; a text is another program's.
    date: seconds > 1.42e9 && seconds < 4.1e9 ? new Date(seconds * 1000).toISOString().slice(0, 10) : null,
    shots: countOf(valueAt(config, 'num_fewshot')),
    shotsOf: valueAt(root, 'n-shot'),
    versions: valueAt(root, 'versions'),
    groups,
  };
}

function countOf(node: YamlNode | null): number | null {
  const value = node?.value;
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1000 ? value : null;
}

function draftOf(score: Score, run: Run, isTold: boolean, input: ResultsInput): Draft {
  const { file, registry, lines } = input;
  const { task, key, metric, filter, value, node } = score;
  const label = readTask(task.name, run.groups, registry);
  const stated = countOf(valueAt(run.shotsOf, task.name));
  const shots = stated ?? label.shots ?? run.shots;
  const version = textOf(valueAt(run.versions, task.name));
  const isHundred = OF_HUNDRED.test(metric);
  const isShare = !isHundred && !EITHER_WAY.test(metric) && Math.abs(value) <= 1;
  const unit = registry.findMetric(metric)?.entry.unit ?? registry.findBenchmark(label.benchmark)?.entry.unit;
  const isOpen = isShare && value === 1 && !isTold && unit === 'percent';
  const held = run.held ?? (isOpen ? 'held: nothing in the file tells 1 from 1 %' : null);
  return {
    subject: run.subject,
    model: run.model,
    benchmark: label.benchmark,
    metric,
    shots,
    settings: [...label.settings, ...(filter === null ? [] : [filter]), ...run.settings],
    split: null,
    value,
    percent: isHundred,
    stderr: score.stderr,
    suite: null,
    group: isShare ? file.path : `${file.path}:${metric}`,
    source: {
      kind: 'harness',
      ...lines.at(node.start),
      cell: null,
      raw: file.text.slice(node.start, node.end).trim(),
      row: task.name,
      header: key,
    },
    file: file.path,
    confidence: held === null ? Math.min(run.sure, label.known ? 0.98 : 0.9) : 0.5,
    because: [
      `'${key}' of '${task.name}' among the results of a harness`,
      ...label.because,
      ...run.because,
      ...(shots === null ? [] : [`${shots}-shot from ${stated === null ? 'the run' : 'n-shot'}`]),
      ...(version === null ? [] : [`version ${version} of the task`]),
      ...(isHundred ? ['the harness counts it from 0 to 100'] : []),
      ...(held === null ? [] : [held]),
    ],
    date: run.date,
  };
}

interface TaskReading {
  readonly benchmark: string;
  readonly settings: readonly string[];
  readonly shots: number | null;
  readonly known: boolean;
  readonly because: readonly string[];
}

/**
 * Which benchmark a task is: itself where the registry knows it; else a part of the nearest group around it that is a
 * benchmark, the part being the setting ("mmlu_anatomy" is MMLU, anatomy); else a benchmark of its own.
 */
function readTask(
  written: string,
  groups: ReadonlyMap<string, readonly string[]>,
  registry: Registry,
): TaskReading {
  const { name, shots } = withoutSuite(written);
  const own = registry.findBenchmark(name) ?? registry.findBenchmark(name.replace(/:_average$/, ''));
  if (own !== undefined)
    return {
      benchmark: name.replace(/:_average$/, ''),
      settings: [],
      shots,
      known: true,
      because: [],
    };
  const part = (whole: string, rest: string): TaskReading => ({
    benchmark: whole,
    settings: [rest],
    shots,
    known: true,
    because: [`'${rest}' is a part of ${registry.findBenchmark(whole)?.entry.name ?? whole}`],
  });
  const group = groupAround(name, groups, registry);
  if (group !== null) {
    const starts = name.toLowerCase().startsWith(`${group.toLowerCase()}_`);
    return part(group, starts ? name.slice(group.length + 1) : name);
  }
  // The harness called the subjects of MMLU so before 0.4.
  const subject = /^hendrycksTest-(.+)$/.exec(name)?.[1];
  if (subject !== undefined) return part('mmlu', subject);
  const [before = '', behind] = name.split(':', 2);
  if (behind !== undefined && behind !== '' && registry.findBenchmark(before) !== undefined)
    return part(before, behind);
  return { benchmark: name, settings: [], shots, known: false, because: [] };
}

/** "harness|arc:challenge|25" and "lighteval|gsm8k|5|0" without suite, shots and truncation. */
function withoutSuite(written: string): { name: string; shots: number | null } {
  const parts = written.split('|');
  if (parts.length < 2) return { name: written, shots: null };
  const at = /^\d+$/.test(parts[1] as string) ? 0 : 1;
  const shots = parts[at + 1];
  return {
    name: parts[at] as string,
    shots: shots !== undefined && /^\d{1,3}$/.test(shots) ? Number(shots) : null,
  };
}

/** Of the groups around a task that are benchmarks the one whose name the task's begins with, else the nearest. */
function groupAround(
  name: string,
  groups: ReadonlyMap<string, readonly string[]>,
  registry: Registry,
): string | null {
  const seen = new Set<string>([name]);
  const known: string[] = [];
  for (const task of seen)
    for (const group of groups.get(task) ?? []) {
      if (seen.has(group) || seen.size > 50) continue;
      seen.add(group);
      if (registry.findBenchmark(group) !== undefined) known.push(group);
    }
  const inName = known.filter((group) => foldCase(name).startsWith(`${foldCase(group)}_`));
  // MMLU rather than its humanities: one page holds all its parts.
  return inName.sort((a, b) => a.length - b.length)[0] ?? known[0] ?? null;
}
