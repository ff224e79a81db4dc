/** Reads `model-index` metric by metric: one bad entry loses only itself. */
import { type Checked, type Diagnostic, diagnose } from '../core/diagnostic.ts';
import { tidy } from '../core/fold.ts';
import type { FrontMatter } from '../parse/front-matter.ts';
import type { Registry } from '../registry/types.ts';
import { readCell } from './cell-value.ts';
import type { Draft } from './draft.ts';
import { type LabelReading, readLabel } from './label.ts';

type Path = readonly (string | number)[];

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A string worth having, from a string or a number; null for anything else. */
function text(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? tidy(value.slice(0, 500)) : null;
}

/** Every metric of the card's `model-index`, with its place; `file` is named in diagnostics. */
export function readModelIndex(matter: FrontMatter, file: string, registry: Registry): Checked<Draft[]> {
  const diagnostics: Diagnostic[] = [];
  const drafts: Draft[] = [];
  const index = matter.data?.['model-index'];
  if (index === undefined || index === null) return { value: drafts, diagnostics };
  const complain = (
    code: 'model-index/bad-entry' | 'model-index/not-a-number',
    path: Path,
    message: string,
  ) => {
    const place = nearest(matter, path);
    diagnostics.push(diagnose(code, { file, ...place }, message));
  };
  const entries = Array.isArray(index) ? index : [index];
  if (!Array.isArray(index))
    complain(
      'model-index/bad-entry',
      ['model-index'],
      'model-index must be a list; it is read as a list of one.',
    );
  for (const [entryNumber, entry] of entries.entries()) {
    const path: Path = Array.isArray(index) ? ['model-index', entryNumber] : ['model-index'];
    if (!isMap(entry)) {
      complain(
        'model-index/bad-entry',
        path,
        'A model-index entry must be a mapping with `name` and `results`.',
      );
      continue;
    }
    const name = text(entry.name);
    if (!Array.isArray(entry.results)) {
      if (entry.results === undefined)
        complain('model-index/bad-entry', path, 'A model-index entry without `results`.');
      else if (entry.results !== null)
        complain('model-index/bad-entry', [...path, 'results'], '`results` must be a list.');
      continue;
    }
    for (const [resultNumber, result] of entry.results.entries()) {
      const at: Path = [...path, 'results', resultNumber];
      if (!isMap(result)) {
        complain(
          'model-index/bad-entry',
          at,
          'A result must be a mapping with `task`, `dataset` and `metrics`.',
        );
        continue;
      }
      if (!Array.isArray(result.metrics)) {
        const what =
          result.metrics === undefined ? 'A result without `metrics`.' : '`metrics` must be a list.';
        complain('model-index/bad-entry', at, what);
        continue;
      }
      const group = groupOf(result, entryNumber, resultNumber);
      for (const [metricNumber, metric] of result.metrics.entries()) {
        const place: Path = [...at, 'metrics', metricNumber];
        if (isMap(metric)) {
          const draft = readMetric({ matter, registry, name, result, metric, place, at, group, complain });
          if (draft) drafts.push(draft);
        } else
          complain('model-index/bad-entry', place, 'A metric must be a mapping with `type` and `value`.');
      }
    }
  }
  return { value: drafts, diagnostics };
}

/** The results of one source are of one scale; without a source those of one data set are. */
function groupOf(result: Record<string, unknown>, entry: number, number: number): string {
  const source = isMap(result.source) ? (text(result.source.name) ?? text(result.source.url)) : null;
  return source ? `model-index[${entry}]:${source}` : `model-index[${entry}].results[${number}]`;
}

function nearest(matter: FrontMatter, path: Path): { line: number; column: number; endColumn?: number } {
  for (let length = path.length; length > 0; length--) {
    const found = matter.position(path.slice(0, length));
    if (found) return found;
  }
  return { line: matter.range?.startLine ?? 1, column: 1 };
}

interface MetricParts {
  readonly matter: FrontMatter;
  readonly registry: Registry;
  readonly name: string | null;
  readonly result: Record<string, unknown>;
  readonly metric: Record<string, unknown>;
  readonly place: Path;
  readonly at: Path;
  readonly group: string;
  readonly complain: (
    code: 'model-index/bad-entry' | 'model-index/not-a-number',
    path: Path,
    message: string,
  ) => void;
}

/** Scores that a metric's name says are no quality: standard errors, deviations, run times. */
const NO_RESULT =
  /(?:^|_)(?:stderr|std|runtime|samples_per_second|steps_per_second|evaluation_time)$|^(?:epoch|step)$|^nauc_/i;

function readMetric({
  matter,
  registry,
  name,
  result,
  metric,
  place,
  at,
  group,
  complain,
}: MetricParts): Draft | null {
  const type = text(metric.type);
  const metricName = text(metric.name);
  if (type === null && metricName === null) {
    complain('model-index/bad-entry', place, 'A metric has neither `type` nor `name`.');
    return null;
  }
  if (NO_RESULT.test(type ?? '') || NO_RESULT.test(metricName ?? '')) return null;
  const value = metric.value;
  const valuePath = [...place, 'value'];
  if (value === undefined) {
    complain('model-index/bad-entry', place, `The metric "${type ?? metricName}" has no \`value\`.`);
    return null;
  }
  if (value === null) return null;
  const raw = matter.text(valuePath) ?? text(value) ?? '';
  const reading =
    typeof value === 'number' && Number.isFinite(value)
      ? readCell(String(value))
      : typeof value === 'string'
        ? readCell(value)
        : null;
  if (reading?.kind === 'missing') return null;
  const read = reading?.kind === 'values' && reading.values.length === 1 ? reading.values[0] : undefined;
  if (!read) {
    complain(
      'model-index/not-a-number',
      valuePath,
      `"${raw.slice(0, 60) || String(value).slice(0, 60)}" is not a number.`,
    );
    return null;
  }
  const dataset = isMap(result.dataset) ? result.dataset : {};
  const task = isMap(result.task) ? result.task : {};
  const because: string[] = [];
  const datasetName = text(dataset.name);
  const datasetType = text(dataset.type);
  let written = datasetName ?? datasetType;
  if (written === null) {
    written = text(task.name) ?? text(task.type);
    if (written === null) {
      complain(
        'model-index/bad-entry',
        at,
        'A result has neither `dataset` nor `task`: nothing says what was measured.',
      );
      return null;
    }
    because.push(`no dataset is named: the task '${written}' stands for it`);
  } else because.push(`benchmark '${written}' from dataset.${datasetName !== null ? 'name' : 'type'}`);
  const label = readLabel(written, registry);
  const args = isMap(dataset.args) ? dataset.args : {};
  const stated = Number(args.num_few_shot ?? args.num_fewshot ?? args.n_shot ?? Number.NaN);
  const shots = Number.isInteger(stated) && stated >= 0 ? stated : label.shots;
  if (Number.isInteger(stated)) because.push(`shots from dataset.args (${stated})`);
  because.push(`metric from metrics.${type !== null ? 'type' : 'name'}`);
  const settings = [...label.settings];
  // Older trainers wrote the configuration as the arguments.
  const byArguments = configOf(text(dataset.args), label, datasetType, registry).benchmark;
  const config =
    byArguments !== null && text(dataset.config) === null
      ? { benchmark: byArguments, setting: null }
      : configOf(text(dataset.config), label, datasetType, registry);
  if (config.benchmark) because.push(`the configuration '${config.benchmark}' is the benchmark`);
  if (config.setting) settings.push(config.setting);
  const argument = text(dataset.args) ?? text(args.language);
  const told =
    argument === null ||
    argument.length > 20 ||
    argument === text(dataset.config) ||
    registry.findBenchmark(argument);
  if (!told) settings.push(argument);
  const source = isMap(result.source) ? result.source : {};
  const isVerified = metric.verified === true || text(metric.verifyToken) !== null;
  if (isVerified) because.push('it carries a mark of verification, which is not checked here');
  const spot = nearest(matter, valuePath);
  return {
    subject: 'self',
    model: name,
    benchmark: label.average ? 'Average' : (config.benchmark ?? (label.name || written)),
    metric: pickMetric(type, metricName, registry) ?? label.metric,
    shots,
    settings,
    split: text(dataset.split),
    value: read.value,
    percent: read.percent,
    stderr: read.stderr,
    suite: text(source.name),
    group,
    source: {
      kind: 'front-matter',
      line: spot.line,
      column: spot.column,
      cell: null,
      raw,
      row: datasetName ?? datasetType,
      header: metricName ?? type,
    },
    confidence: datasetName !== null || datasetType !== null ? 0.99 : 0.75,
    because,
    originName: text(source.name),
    originUrl: text(source.url),
    claimsVerification: isVerified,
  };
}

/** Configurations that say no more than the data set does. */
const PLAIN_CONFIG = /^(?:default|all|main|none|null|plain_text|multiple_choice|test|validation)$/i;
const LANGUAGE_CONFIG = /^[a-z]{2,3}(?:[-_][a-z]{2,4})*$/i;

/**
 * What a configuration adds: the benchmark itself, where the data set is a collection (GLUE's "mrpc"), or a condition.
 * Where the label names a listed benchmark already, only a language tells its results apart.
 */
function configOf(
  config: string | null,
  label: LabelReading,
  datasetType: string | null,
  registry: Registry,
): { benchmark: string | null; setting: string | null } {
  const nothing = { benchmark: null, setting: null };
  if (config === null || PLAIN_CONFIG.test(config)) return nothing;
  const collection = registry.findSuites(label.name).find((suite) => suite.members.length > 1);
  const member = registry.findBenchmark(config)?.entry.id;
  if (member !== undefined && collection?.members.some((one) => one.benchmark === member))
    return { benchmark: config, setting: null };
  if (label.benchmark)
    return { benchmark: null, setting: LANGUAGE_CONFIG.test(config) && member === undefined ? config : null };
  const bare = (word: string) => word.toLowerCase().replace(/[^\p{L}\d]/gu, '');
  const said = [label.name, datasetType ?? ''].map(bare).filter((word) => word !== '');
  const repeats = said.some((word) => word.includes(bare(config)) || bare(config).startsWith(word));
  return repeats ? nothing : { benchmark: null, setting: config };
}

/** Type and name may disagree (`type: precision`, `name: mAP@0.5(box)`): the name is nearer to what was measured. */
function pickMetric(type: string | null, name: string | null, registry: Registry): string | null {
  if (type === null) return name;
  if (name === null) return type;
  const byType = registry.findMetric(type);
  const byName = registry.findMetric(name);
  if (byName && byType && byName.entry.id !== byType.entry.id && /@|\(/.test(name)) return name;
  return byType ? type : byName ? name : type;
}
