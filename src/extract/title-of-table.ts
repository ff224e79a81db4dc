/** Reads a table's own title: a first row over its whole width, or a `<caption>`. */
import type { Registry } from '../registry/types.ts';
import { measureInTitle, metricAsTitle } from './caption.ts';
import { type FoundAround, strongLabel } from './found-around.ts';
import type { Grid } from './grid.ts';
import { coreOfHeading, isTitle, STAGE_TITLE } from './headings.ts';
import { shotsIn } from './mentions.ts';
import { splitIn } from './splits.ts';
import { AVERAGE, TURN } from './words.ts';

/** Fills in what the title says; it is nearer than anything above the table. */
export function readTitle(
  caption: NonNullable<Grid['caption']>,
  registry: Registry,
  found: FoundAround,
): void {
  const from = `the table's title '${caption.text.slice(0, 80)}' (line ${caption.line})`;
  const core = coreOfHeading(caption.text);
  const label = strongLabel(caption.text, registry);
  const stage = STAGE_TITLE.exec(caption.text);
  const measure = label.metricEntry ? core : metricAsTitle(caption.text);
  const inTitle = measureInTitle(caption.text, registry);
  found.inBrackets = inTitle.inBrackets;
  const named = inTitle.metric ?? (label.benchmark ? label.metric : measure);
  if (named) found.metric = { name: named, from, loose: false };
  if (stage) found.settings.push(stage[1] as string);
  else if (TURN.test(core) || AVERAGE.test(caption.text)) found.settings.push(caption.text);
  else if (label.benchmark) found.benchmark = { label, from };
  else if (!named && isTitle(core)) found.title = { name: core, from, near: true };
  found.split = splitIn(caption.text);
  found.shots = shotsIn(caption.text);
  found.caption = found.title?.name ?? null;
}
