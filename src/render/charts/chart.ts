/**
 * What a chart is, and what all charts of this folder keep to.
 *
 * A chart is made in two steps. A pure function draws typed data (`drawScatter`, `drawDistribution`, `drawMatrix`,
 * and those of core/charts/ that the browser draws too). A function of the site gathers the data and the words and
 * gives a whole `Chart`; pages call only these:
 *
 *   benchmarkCharts(site, here, benchmark)   a benchmark's page: distribution, score against parameters and by date
 *   modelProfiles(site, here, model)         a model's page: its row on each board beside the board's median and best
 *   modelDistributions(site, here, model)    a model's page: where it stands among all on its benchmarks
 *   boardCharts(site, here, board)           a board's own page of charts
 *   agreementCharts(site, here)              the page /agreement/
 *
 * Each returns a list that may be empty: too little data makes no chart. A template shows one by
 * `include('@partials/chart', { chart, level: 3 })`; `level` is that of its heading.
 *
 * Conventions: across, coordinates are shares of the width ("43.2%"), and down, pixels; so a chart has no viewBox, and
 * its text has the same legible size at 320 as at 1200 pixels. Labels are placed for a narrow and a wide chart, and
 * the style sheet shows those that fit. Only lines are stretched. Colours come from classes. A dot is tied to its
 * row of the table behind the chart by `data-row`; the page's script shows that row where a reader points, and leads
 * to the row's link. Numbers are rounded as they are written, texts are escaped, nothing depends on the order of the
 * input.
 */
import type { Figure, LegendEntry } from '../../core/charts/figure.ts';

/** A chart as a page shows it. */
export interface Chart extends Figure {
  /** Unique on its page, and fit to be an element's id: "size". */
  readonly id: string;
  readonly title: string;
  /** What there is to see, in a sentence or two: the text alternative, and what a reader in a hurry wants to know. */
  readonly text: string;
  /** What the marks mean, where labels cannot say it beside them. */
  readonly legend: readonly LegendEntry[];
  /** Under the chart: where the numbers come from, how many models, what is left out and why. */
  readonly source: string;
}
