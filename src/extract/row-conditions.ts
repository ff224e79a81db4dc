/** Reads the conditions that the columns of a row and the remark behind a number state. */
import { tidy } from '../core/fold.ts';
import type { Registry } from '../registry/types.ts';
import type { Cell } from './grid.ts';
import { type LabelReading, readLabel } from './label.ts';
import type { Layout } from './layout.ts';
import { isRunCondition } from './run-condition.ts';
import { isSplit } from './splits.ts';
import { TURN } from './words.ts';

/** A tick or "yes" in a column says that its header holds ("CoT"). */
const YES = /^(?:yes|y|true|✓|✔|✅|☑|√|是|はい)$/iu;
const NO = /^(?:no|n|false|none|-|–|—|n\/a|default|✗|✘|❌|×|x|否)$/iu;

/** True where a column's cells are ticks only. */
export function areTicks(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.replace(/\u{FE0F}/gu, '')).filter((cell) => cell !== '');
  return filled.some((cell) => YES.test(cell)) && filled.every((cell) => YES.test(cell) || NO.test(cell));
}

export interface Conditions {
  readonly settings: readonly string[];
  /** Readings that may hold shots. */
  readonly readings: readonly LabelReading[];
}

/** What the columns of settings, languages and filters say of a row; `labels` are its labels by column. */
export function conditionsOf(
  layout: Layout,
  labels: ReadonlyMap<number, string>,
  header: readonly Cell[],
  section: string,
  registry: Registry,
): Conditions {
  const settings: string[] = [];
  const readings: LabelReading[] = [];
  for (const role of ['setting', 'language', 'filter']) {
    for (const [index, held] of layout.roles) {
      const text = held === role ? (labels.get(index) ?? '').replace(/\u{FE0F}/gu, '') : '';
      if (text === '' || NO.test(text)) continue;
      const condition = /shot/i.test(text) ? readLabel(text, registry) : null;
      if (condition) readings.push(condition);
      if (condition) settings.push(...condition.settings, condition.name);
      else settings.push(YES.test(text) ? (header[index]?.text ?? '').replace(/\?$/, '') : text);
    }
  }
  // Groups of rows name conditions too, among the many that name kinds of models or benchmarks.
  const groups = [...layout.roles]
    .filter(([, held]) => held === 'category')
    .map(([index]) => labels.get(index) ?? '');
  for (const text of [...groups, section]) {
    const condition = conditionIn(text, registry);
    if (condition) readings.push(condition);
    if (condition) settings.push(...condition.settings, condition.name);
  }
  return { settings, readings };
}

/** What a text is that states conditions and nothing else: "Zero-shot", "5-shot CoT", "Test set"; else null. */
export function conditionIn(text: string, registry: Registry): LabelReading | null {
  if (text === '') return null;
  // "w/o CoT" is one condition, not CoT.
  if (isRunCondition(text)) return { ...readLabel('', registry), written: text, settings: [tidy(text)] };
  // A direction of translation, perhaps with its metric behind it: "eng → deu (BLEU)".
  const direction =
    /^(\p{L}[\p{L} -]{0,30} ?(?:→|->|⇒|=>|➔|➜) ?\p{L}[\p{L} -]{0,30})(?:\s*\([^()]{1,20}\))?$/u.exec(text);
  if (direction)
    return { ...readLabel('', registry), written: text, settings: [tidy(direction[1] as string)] };
  const label = readLabel(text.replace(/\s+(?:settings?|results?|evaluation|prompting)$/i, ''), registry);
  if (label.benchmark || label.average) return null;
  const states = label.name === '' && (label.shots !== null || label.settings.length > 0);
  return states || isSplit(label.name) || isRunCondition(label.name) || TURN.test(label.name) ? label : null;
}

/** What a remark behind a number adds, its shots taken off: "8-shot, maj@1". */
export function settingsOfNote(note: string, registry: Registry): readonly string[] {
  if (note.length > 40) return [];
  if (!/shot/i.test(note)) return [note];
  const label = readLabel(note, registry);
  return [...label.settings, label.name].filter((text) => text !== '');
}

/** The number of shots in a column of shots: "5", "5.0", "5-shot", "zero-shot"; null where it holds none. */
export function shotsOfColumn(text: string, registry: Registry): number | null {
  if (/^\d{1,3}(?:\.0)?$/.test(text.trim())) return Number.parseInt(text, 10);
  return /shot/i.test(text) ? readLabel(text, registry).shots : null;
}
