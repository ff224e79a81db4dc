/** Reads the headings above a table, the innermost first: what they name, and conditions of everything below them. */
import type { Registry } from '../registry/types.ts';
import { measureInTitle } from './caption.ts';
import type { Context } from './context.ts';
import type { FoundAround } from './found-around.ts';
import { coreOfHeading, isTitle, measuredOn, STAGE_TITLE } from './headings.ts';
import { readLabel } from './label.ts';
import { isLanguage } from './languages.ts';
import { benchmarkOn, lastOn, onlyBenchmarkIn } from './mentions.ts';
import { isNumberFormat } from './quantization.ts';
import { conditionIn } from './row-conditions.ts';
import { conditionsInBrackets } from './run-condition.ts';
import { isSplit, splitIn } from './splits.ts';
import type { Subjects } from './subject.ts';
import { TURN } from './words.ts';

/** "Tests with LM", "Results without tools": what stands before the condition. */
const OF_RESULTS =
  /^(?:tests?|results?|evaluations?|scores?|performance)\s+(?=(?:with|without|w\/)(?![\p{L}\d]))/iu;

/** Fills in what the headings say and nothing nearer does. */
export function readHeadings(
  context: Context,
  registry: Registry,
  subjects: Subjects,
  found: FoundAround,
): void {
  for (const heading of [...context.headings].reverse()) {
    const where = `heading '${heading.text.slice(0, 80)}' (line ${heading.line})`;
    const core = coreOfHeading(heading.text);
    if (core === '') continue;
    const stage = STAGE_TITLE.exec(heading.text.replace(/^[\d.]+\s+/, ''));
    if (stage) {
      found.settings.push(stage[1] as string);
      continue;
    }
    if (isLanguage(core)) {
      found.settings.push(core);
      continue;
    }
    const condition = heading.depth > 1 ? conditionIn(heading.text.replace(OF_RESULTS, ''), registry) : null;
    if (condition && TURN.test(condition.name)) {
      // Turns are of the benchmark that the text above them names.
      const whole = found.benchmark ? null : onlyBenchmarkIn(context.above.slice(0, 3).join(' '), registry);
      if (whole) found.benchmark = { label: whole, from: 'the text above' };
      // A nearer line has said which turn it is.
      if (found.settings.some((setting) => TURN.test(setting))) continue;
    }
    if (condition || (heading.depth > 1 && isNumberFormat(core))) {
      const isPart = condition !== null && isSplit(condition.name);
      if (isPart) found.split ??= condition.name;
      found.settings.push(
        ...(condition ? [...condition.settings, ...(isPart ? [] : [condition.name])] : [core]),
      );
      found.shots ??= condition?.shots ?? null;
      continue;
    }
    if (!found.suite && registry.findSuites(heading.text).length > 0)
      found.suite = { name: core, from: where };
    const label = readLabel(core, registry);
    if (heading.depth > 1 && !label.benchmark) found.settings.push(...conditionsInBrackets(heading.text));
    const measure = measureInTitle(heading.text, registry);
    if (!found.metric && measure.metric) {
      found.metric = { name: measure.metric, from: where, loose: false };
      found.inBrackets ??= measure.inBrackets;
    }
    // A metric in brackets behind a name nobody knows: the name is that of the whole.
    if (!found.suite && measure.metric && heading.depth > 1 && isTitle(label.name) && !label.benchmark)
      found.suite = { name: label.name, from: where };
    found.split ??= splitIn(heading.text);
    if (!found.benchmark && label.benchmark && heading.depth > 1) found.benchmark = { label, from: where };
    // "Eval results on Common Voice 8 (WER)" says more than the benchmark's name.
    const on = found.benchmark ? null : measuredOn(heading);
    const within = on === null ? null : benchmarkOn(on, registry);
    if (within) found.benchmark = { label: within, from: where };
    if (!found.metric && !label.benchmark && /contaminat/i.test(core))
      found.metric = { name: 'contamination', from: where, loose: false };
    if (!found.metric && label.metricEntry && heading.depth > 1)
      found.metric = { name: core, from: where, loose: false };
    if (!found.title && heading.depth > 1 && isTitle(core) && subjects.likeness(core) < 0.75)
      found.title = { name: core, from: where };
    const onData = found.title || heading.depth === 1 ? null : lastOn(heading.text);
    if (onData) found.title = { name: onData, from: where };
    if (!found.model) {
      const own = subjects.self(heading.text) ?? subjects.self(core);
      if (own !== null) found.model = { name: heading.text, self: true, from: where };
      else if (
        heading.depth > 1 &&
        subjects.likeness(core) >= 0.95 &&
        !label.benchmark &&
        core.split(' ').length <= 4
      ) {
        found.model = { name: core, self: false, from: where };
      }
    }
    if (found.shots === null && label.shots !== null) found.shots = label.shots;
  }
}
