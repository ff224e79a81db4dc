/** Reads printed data frames in code fences: a header with "score", then `name … number` rows under titled sections. */
import { tidy } from '../core/fold.ts';
import type { Draft } from './draft.ts';
import type { Subjects } from './subject.ts';
import type { Surroundings } from './surroundings.ts';

const TITLE = /^\s*[#=*]{4,}\s*(\S[^#=*]{0,60}?)\s*[#=*]{4,}\s*$/;
/** A name, perhaps an index column ("1" for the turn), and one decimal number, apart by spaces. */
const ROW = /^\s*(\S{1,80}(?: \S{1,40}){0,3}?)\s{1,90}(?:(\d)\s{1,40})?(-?\d{1,4}\.\d{1,10})\s*$/;

/**
 * FastChat's `show_result.py` prints MT-Bench so, with a title line a turn.
 * The benchmark comes from the surroundings; the section's title is the setting.
 */
export function readDump(
  lines: readonly string[],
  firstLine: number,
  group: string,
  around: Surroundings,
  subjects: Subjects,
): Draft[] {
  if (!around.benchmark) return [];
  const drafts: Draft[] = [];
  let title: string | null = null;
  let scored = false;
  lines.forEach((written, index) => {
    // Authors point at their own row with an arrow.
    const line = written.replace(/<-+|←/g, (arrow) => ' '.repeat(arrow.length)).replace(/\*\*/g, '  ');
    const heading = TITLE.exec(line);
    if (heading) {
      title = tidy(heading[1] as string);
      scored = false;
      return;
    }
    if (/^\s*scores?\s*$/i.test(line)) {
      scored = true;
      return;
    }
    const scoredLine = /^\s*(\S[^|]{0,80}?)\s*\|\s*score:()\s*(-?\d{1,4}(?:\.\d{1,4})?)\s*\|/.exec(line);
    const row = scoredLine ?? (scored ? ROW.exec(line) : null);
    if (!row || !around.benchmark) return;
    const name = tidy(row[1] as string);
    const number = row[3] as string;
    const self = subjects.self(name);
    if (self === null && subjects.likeness(name) < 0.5) return;
    drafts.push({
      subject: self === null ? 'other' : 'self',
      model: name,
      benchmark: around.benchmark.label.name,
      metric: scoredLine ? 'score' : null,
      shots: null,
      settings: [...around.benchmark.label.settings, ...(title === null ? [] : [title])],
      split: null,
      value: Number(number),
      percent: false,
      stderr: null,
      suite: around.suite?.name ?? null,
      group,
      source: {
        kind: 'text',
        line: firstLine + index,
        column: (scoredLine ? line.indexOf(number, line.indexOf('score:')) : line.lastIndexOf(number)) + 1,
        cell: null,
        raw: number,
        row: name,
        header: 'score',
      },
      confidence: 0.93,
      because: [
        `a printed frame of scores${title === null ? '' : ` under '${title}'`}`,
        `benchmark '${around.benchmark.label.name}' from ${around.benchmark.from}`,
        self ?? `model '${name}' from the row`,
      ],
    });
  });
  return drafts;
}
