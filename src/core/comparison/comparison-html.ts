/** A comparison as markup, the same from the build and in the browser: facts, results, what cannot be compared, charts. */
import type { Figure } from '../charts/figure.ts';
import { escapeMarkup as text } from '../charts/markup.ts';
import type { Language } from '../language.ts';
import type { ApartRow, ComparedRow, ComparedValue, Comparison, Tally } from './compare-models.ts';
import { type ComparisonChart, comparisonCharts } from './comparison-charts.ts';
import { COMPARE_FACTS, type CompareModel, type CompareResult } from './model.ts';

interface Words {
  readonly language: Language;
  /** The way to an address of the site from the page. */
  to(address: string): string;
}

/** Everything below a comparison's heading. Texts of cards are escaped, links are addresses of the site. */
export function comparisonHtml(comparison: Comparison, words: Words): string {
  const { t } = words.language;
  const charts = comparisonCharts(comparison, words.language);
  return [
    factsTable(comparison, words),
    section('results', t('compare.results'), [
      ...tallies(comparison, words.language),
      comparison.rows.length === 0
        ? `<p class="empty">${text(t('compare.nothing-alike'))}</p>`
        : resultsTable(comparison, words),
      comparison.rows.length === 0 ? '' : `<p class="note results-note">${text(t('compare.legend'))}</p>`,
    ]),
    comparison.apart.length === 0
      ? ''
      : section('apart', t('compare.apart'), [
          `<p class="note">${text(t('compare.apart-note'))}</p>`,
          apartTable(comparison, words),
        ]),
    alone(comparison, words.language),
    charts.length === 0
      ? ''
      : section(
          'charts',
          t('compare.charts.title'),
          charts.map((chart) => figure(chart, words.language)),
        ),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function section(id: string, title: string, parts: readonly string[]): string {
  return `<section><h2 id="${id}">${text(title)}</h2>${parts.join('\n')}</section>`;
}

function table(kind: string, caption: string, head: readonly string[], body: readonly string[]): string {
  return [
    `<div class="table-scroll" role="group" tabindex="0" aria-label="${text(caption)}">`,
    `<table class="results counted compare ${kind}"><caption class="hidden">${text(caption)}</caption>`,
    `<thead><tr>${head.join('')}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`,
  ].join('');
}

function modelHeads(models: readonly CompareModel[], words: Words, numeric: boolean): string[] {
  return models.map(({ id, name, page }, place) => {
    const owner = id.includes('/') ? id.slice(0, id.indexOf('/')) : '';
    const under = owner === '' ? '' : `<span class="under"><bdi>${text(owner)}</bdi></span>`;
    const link = `<a class="model" href="${text(words.to(page))}"><bdi>${text(name)}</bdi></a>`;
    return `<th scope="col"${numeric ? ' class="score"' : ''}><span class="number-of">${place + 1}</span> ${link}${under}</th>`;
  });
}

function factsTable({ models }: Comparison, words: Words): string {
  const { t } = words.language;
  const rows = COMPARE_FACTS.flatMap((fact) => {
    if (models.every(({ facts }) => facts[fact] === undefined)) return [];
    const cells = models.map(({ facts }) => `<td dir="auto">${text(facts[fact] ?? '–')}</td>`);
    return [`<tr><th scope="row">${text(t(`compare.facts.${fact}`))}</th>${cells.join('')}</tr>`];
  });
  const head = [`<th scope="col">${text(t('compare.fact'))}</th>`, ...modelHeads(models, words, false)];
  return table('facts-table', t('compare.facts-title'), head, rows);
}

function tallies({ models, tallies: all }: Comparison, language: Language): string[] {
  const first = models[0]?.name ?? '';
  return all.map((tally, place) => {
    const name = models[place + 1]?.name ?? '';
    return `<p class="tally">${text(tallySentence(tally, first, name, language))}</p>`;
  });
}

function tallySentence(tally: Tally, first: string, model: string, { t }: Language): string {
  if (tally.results === 0) return t('compare.tally.none', { model, first });
  return [
    t('compare.tally.counts', {
      model,
      first,
      count: tally.results,
      better: tally.better,
      worse: tally.worse,
      equal: tally.equal,
    }),
    t('compare.tally.chance', { better: tally.surelyBetter, worse: tally.surelyWorse }),
    tally.unknown === 0 ? '' : t('compare.tally.unknown', { count: tally.unknown }),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function nameCell({ name, page }: Pick<ComparedRow, 'name' | 'page'>, under: string, words: Words): string {
  const label = `<bdi>${text(name)}</bdi>`;
  const link = page === '' ? label : `<a href="${text(words.to(page))}">${label}</a>`;
  return `<th scope="row">${link}${under === '' ? '' : `<span class="under">${text(under)}</span>`}</th>`;
}

function resultsTable(comparison: Comparison, words: Words): string {
  const { t } = words.language;
  const head = [
    `<th scope="col">${text(t('compare.benchmark'))}</th>`,
    ...modelHeads(comparison.models, words, true),
  ];
  const rows = comparison.rows.map((row) => {
    const under = [row.conditions, row.lowerIsBetter ? t('compare.lower') : ''].filter(Boolean).join(' · ');
    const best = bestOf(row);
    const cells = row.values.map((value) => valueCell(value, row, best, words));
    return `<tr>${nameCell(row, under, words)}${cells.join('')}</tr>`;
  });
  return table('scores', t('compare.results'), head, rows);
}

/** The best score of a row, or null where all are equal. */
function bestOf({ values, lowerIsBetter }: ComparedRow): number | null {
  const scores = values.flatMap((value) => (value === null ? [] : [value.result.score]));
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  return low === high ? null : lowerIsBetter ? low : high;
}

const MARKS = { leaderboard: 'leaderboard', 'self-reported': 'self', 'third-party': 'other' } as const;

function valueCell(value: ComparedValue | null, row: ComparedRow, best: number | null, words: Words): string {
  const { t } = words.language;
  if (value === null)
    return `<td class="score missing"><span class="hidden">${text(t('compare.missing'))}</span><span aria-hidden="true">–</span></td>`;
  const { result } = value;
  const mark = `<span class="mark ${MARKS[result.origin]}">${text(t(`compare.origins.${result.origin}`))} </span>`;
  const number = text(words.language.score(result.score, row.decimals));
  const isBest = result.score === best ? ' best' : '';
  const link = `<a class="number${isBest}" href="${text(words.to(result.proof))}">${mark}${number}</a>`;
  return `<td class="score">${link}${differenceOf(value, row, words.language)}</td>`;
}

function differenceOf(value: ComparedValue, row: ComparedRow, language: Language): string {
  const { t } = language;
  const { difference, chance } = value;
  if (difference === null) return '';
  const printed = language.difference(difference, row.decimals);
  if (chance === null)
    return `<span class="under">${text(t('compare.chance.unknown', { difference: printed }))}</span>`;
  const bound = language.score(chance.bound, Math.max(1, row.decimals));
  const says = t(chance.exceeds ? 'compare.chance.beyond' : 'compare.chance.within', { difference: printed });
  const title = t(chance.estimated ? 'compare.chance.estimated' : 'compare.chance.stated', { bound });
  return `<span class="under${chance.exceeds ? ' sure' : ''}" title="${text(title)}">${text(says)}</span>`;
}

function apartTable({ models, apart }: Comparison, words: Words): string {
  const { t } = words.language;
  const head = [`<th scope="col">${text(t('compare.benchmark'))}</th>`, ...modelHeads(models, words, true)];
  const rows = apart.map((row: ApartRow) => {
    const cells = row.results.map((list) =>
      list.length === 0
        ? `<td class="score missing"><span class="hidden">${text(t('compare.missing'))}</span><span aria-hidden="true">–</span></td>`
        : `<td class="score">${list.map((result) => apartResult(result, words)).join('')}</td>`,
    );
    const what = row.differsIn.map((condition) => t(`compare.differs.${condition}`)).join(', ');
    return `<tr>${nameCell(row, t('compare.not-comparable', { what }), words)}${cells.join('')}</tr>`;
  });
  return table('apart', t('compare.apart'), head, rows);
}

function apartResult(result: CompareResult, words: Words): string {
  const mark = `<span class="mark ${MARKS[result.origin]}">${text(words.language.t(`compare.origins.${result.origin}`))} </span>`;
  const number = text(words.language.score(result.score, Math.min(4, result.decimals)));
  return `<div><a class="number" href="${text(words.to(result.proof))}">${mark}${number}</a><span class="under">${text(result.conditions)}</span></div>`;
}

function alone({ models, alone: counts }: Comparison, { t }: Language): string {
  const sentences = models.flatMap(({ name }, place) => {
    const count = counts[place] ?? 0;
    return count === 0 ? [] : [t('compare.alone', { model: name, count })];
  });
  return sentences.length === 0 ? '' : `<p class="note alone">${text(sentences.join(' '))}</p>`;
}

function figure(chart: ComparisonChart, { t }: Language): string {
  const legend = chart.legend.map(({ key, label }) => `<li>${key}<bdi>${text(label)}</bdi></li>`).join('');
  return [
    `<figure class="chart" id="${chart.id}"><figcaption>`,
    `<h3 class="chart-title" id="${chart.id}-title">${text(chart.title)}</h3>`,
    `<p class="chart-text" id="${chart.id}-text">${text(chart.text)}</p></figcaption>`,
    `<div class="chart-box">${chart.svg}</div><ul class="chart-legend">${legend}</ul>`,
    `<p class="chart-source">${text(chart.source)}</p>`,
    `<details class="chart-table"><summary>${text(t('compare.charts.table'))}</summary>${plainTable(chart)}</details></figure>`,
  ].join('');
}

function plainTable({ table: { columns, rows }, title }: Figure & { readonly title: string }): string {
  const head = columns.map(
    ({ label, numeric }) => `<th scope="col"${numeric ? ' class="score"' : ''}>${text(label)}</th>`,
  );
  const body = rows.map(
    ([name, ...cells]) =>
      `<tr><th scope="row"><bdi>${text(name?.text ?? '')}</bdi></th>${cells.map((cell) => `<td class="score">${text(cell.text)}</td>`).join('')}</tr>`,
  );
  return table('', title, head, body);
}
