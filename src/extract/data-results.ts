/** Reads results that stand as JSON or YAML in a code fence: harness output, result lists, model zoos. */
import { tidy } from '../core/fold.ts';
import { indexLines } from '../core/position.ts';
import { nodeAt, type YamlDocument } from '../core/yaml-tree.ts';
import type { Registry } from '../registry/types.ts';
import { readCell } from './cell-value.ts';
import type { Draft } from './draft.ts';
import { readLabel } from './label.ts';
import type { Subjects } from './subject.ts';
import type { Surroundings } from './surroundings.ts';
import { AVERAGE, PART, TURN } from './words.ts';

type Path = readonly (string | number)[];
type Map_ = Record<string, unknown>;

const isMap = (value: unknown): value is Map_ =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** Keys of a task that are no scores. */
const NO_SCORE = /_stderr\b|_std\b|^alias$|^sample|^name$|^n_|runtime|per_second|^epoch$|^step$/i;
const NO_TASK =
  /^(?:all|config|versions?|n-shot|higher_is_better|n-samples|configs?|group_subtasks|settings?|server|training|metadata)$/i;

interface Found {
  readonly path: Path;
  readonly model: string | null;
  readonly task: string;
  readonly metric: string | null;
  readonly shots: number | null;
  /** What part of its benchmark it is. */
  readonly part?: string;
}

/** `text` is the fence's content, `firstLine` the file's number of its first line, `document` what it parses to. */
export function readData(
  text: string,
  firstLine: number,
  group: string,
  document: YamlDocument,
  registry: Registry,
  subjects: Subjects,
  around: Surroundings,
): Draft[] {
  const found: Found[] = [];
  collect(document.value, [], null, registry, found);
  if (found.length === 0 && around.benchmark)
    collectParts(document.value, around.benchmark.label.name, registry, found);
  const lines = indexLines(text);
  return found.flatMap((one): Draft[] => {
    const node = nodeAt(document.root, one.path)?.node ?? null;
    if (!node) return [];
    const raw = text.slice(node.start, node.end).trim();
    const reading = readCell(raw.replace(/^["']|["']$/g, ''));
    const value = reading.kind === 'values' ? reading.values[0] : undefined;
    if (!value) return [];
    const [metric = '', filter = ''] = (one.metric ?? '').split(',');
    const label = readLabel(
      one.task.replace(/^(?:harness|leaderboard|lighteval|community|helm)\|/, ''),
      registry,
    );
    const self = one.model === null ? "no model is named: the card's own" : subjects.self(one.model);
    const place = lines.at(node.start);
    return [
      {
        subject: self === null ? 'other' : 'self',
        model: one.model,
        benchmark: label.name || label.written,
        metric: metric === '' ? label.metric : metric,
        shots: one.shots ?? label.shots,
        settings: [
          ...label.settings,
          ...(one.part === undefined ? [] : [one.part]),
          ...(filter !== '' && filter !== 'none' ? [filter] : []),
        ],
        split: null,
        value: value.value,
        percent: value.percent,
        stderr: value.stderr,
        suite: null,
        group,
        source: {
          kind: 'code',
          line: firstLine + place.line - 1,
          column: place.column,
          cell: null,
          raw,
          row: one.task,
          header: one.metric,
        },
        confidence: label.benchmark ? 0.94 : 0.8,
        because: [
          `'${tidy(one.task)}' and '${one.metric ?? 'value'}' are keys of the data in a fence`,
          self ?? `model '${one.model}' from the data`,
        ],
      },
    ];
  });
}

/** True for names with numbers and nothing deeper, as a trainer prints its scores: its lines say all that it says. */
export function isListOfScores(value: unknown): boolean {
  return isMap(value) && Object.values(value).every((one) => typeof one === 'number');
}

function collect(value: unknown, path: Path, model: string | null, registry: Registry, found: Found[]): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.slice(0, 2000).entries())
      collectEntry(item, [...path, index], model, registry, found);
    return;
  }
  if (!isMap(value)) return;
  if (Array.isArray(value.Models)) {
    collect(value.Models, [...path, 'Models'], model, registry, found);
    return;
  }
  const shots = isMap(value['n-shot']) ? value['n-shot'] : {};
  if (isMap(value.results))
    collectTasks(value.results, [...path, 'results'], model, shots, false, registry, found);
  else collectTasks(value, path, model, {}, true, registry, found);
}

/** One entry of a list: a result with its data set, metric and value, or a model with its results. */
function collectEntry(
  item: unknown,
  path: Path,
  model: string | null,
  registry: Registry,
  found: Found[],
): void {
  if (!isMap(item)) return;
  const name = item.Name ?? item.name;
  const results = item.Results ?? item.results;
  if (Array.isArray(results)) {
    const key = item.Results ? 'Results' : 'results';
    collect(results, [...path, key], typeof name === 'string' ? name : model, registry, found);
    return;
  }
  const task = [item.Dataset, item.dataset, item.benchmark, item.task_name, item.task].find(
    (one) => typeof one === 'string',
  ) as string | undefined;
  if (task === undefined) return;
  const metrics = item.Metrics ?? item.metrics;
  if (isMap(metrics)) {
    const key = item.Metrics ? 'Metrics' : 'metrics';
    for (const metric of Object.keys(metrics))
      found.push({ path: [...path, key, metric], model, task, metric, shots: null });
    return;
  }
  const valueKey = ['value', 'score'].find(
    (key) => typeof item[key] === 'number' || typeof item[key] === 'string',
  );
  if (!valueKey) return;
  const shots = Number(item.num_few_shot ?? item.num_fewshot ?? item.shots ?? Number.NaN);
  const metric = typeof item.metric === 'string' ? item.metric : null;
  found.push({
    path: [...path, valueKey],
    model,
    task,
    metric,
    shots: Number.isInteger(shots) ? shots : null,
  });
}

/** Tasks by name with their metrics. Where nothing says "results", every key must be a benchmark that is known. */
function collectTasks(
  tasks: Map_,
  path: Path,
  model: string | null,
  shots: Map_,
  strict: boolean,
  registry: Registry,
  found: Found[],
): void {
  for (const [task, metrics] of Object.entries(tasks).slice(0, 2000)) {
    if (!isMap(metrics) || NO_TASK.test(task)) continue;
    if (strict && !readLabel(task.replace(/^harness\|/, ''), registry).benchmark) continue;
    for (const [metric, value] of Object.entries(metrics)) {
      if (
        typeof value !== 'number' ||
        NO_SCORE.test(metric) ||
        !registry.findMetric(metric.split(',')[0] as string)
      )
        continue;
      const stated = Number(shots[task] ?? Number.NaN);
      found.push({
        path: [...path, task, metric],
        model,
        task,
        metric,
        shots: Number.isInteger(stated) ? stated : null,
      });
    }
  }
}

/** Turns, parts and averages of the one benchmark above, perhaps in groups: `{"first_turn": 5.6, "average": 4.8}`. */
function collectParts(value: unknown, benchmark: string, registry: Registry, found: Found[]): void {
  if (!isMap(value)) return;
  const isMetric = (key: string) => registry.findMetric(key) !== undefined;
  const isPart = (key: string) => {
    const words = key.replaceAll('_', ' ');
    return TURN.test(words) || AVERAGE.test(words) || PART.test(words);
  };
  const entries = Object.entries(value).slice(0, 200);
  const scalars = entries.filter(([, one]) => !isMap(one));
  const known = scalars.filter(([key, one]) => typeof one === 'number' && (isMetric(key) || isPart(key)));
  if (known.length === 0 || known.length * 2 < scalars.length) return;
  for (const [key, one] of entries) {
    if (typeof one === 'number' && !NO_SCORE.test(key)) {
      if (isPart(key))
        found.push({ path: [key], model: null, task: benchmark, metric: null, shots: null, part: key });
      else if (isMetric(key))
        found.push({ path: [key], model: null, task: benchmark, metric: key, shots: null });
    }
    if (!isMap(one) || NO_TASK.test(key)) continue;
    const inner = Object.entries(one).slice(0, 200);
    if (!inner.every(([, score]) => typeof score === 'number')) continue;
    for (const [part] of inner)
      if (!NO_SCORE.test(part))
        found.push({ path: [key, part], model: null, task: benchmark, metric: null, shots: null, part });
  }
}
