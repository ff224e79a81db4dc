/** Badges: a small picture of each headline result for a card or a web page, and the same for badge services. */
import { makeBadge } from 'badge-maker';
import { compareText } from '../core/compare.ts';
import { formatScore } from '../core/format.ts';
import type { Model, Result } from '../core/result.ts';
import type { SiteFile, SiteUrls } from '../core/urls.ts';
import type { Site } from './frame.ts';
import { shotsWord } from './words.ts';

/** Says nothing about good or bad; white on it has a contrast of 7.6:1. */
const COLOUR = '#0b5c63';

const LONGEST = 60;

/** Where a model's badge for a benchmark lies: "badges/acme/zephyr/gsm8k.svg", and `json` for badge services. */
export function badgeAddress(
  urls: SiteUrls,
  model: string,
  benchmark: string,
  kind: 'svg' | 'json' = 'svg',
): string {
  const subject = urls.model(model).replace(/^models\//, '');
  const name = urls.benchmark(benchmark).replace(/^benchmarks\/|\/$/g, '');
  return `badges/${subject}${name}.${kind}`;
}

/**
 * The result that stands for a model on a benchmark, out of all it has there: under the benchmark's usual conditions if
 * there is one, else under those that most models are measured under.
 */
export function headlineResult(site: Site, results: readonly Result[]): Result | undefined {
  const usual = site.index.benchmarks.get(results[0]?.benchmark ?? '');
  const closeness = (result: Result) =>
    (result.metric === usual?.metric ? 4 : 0) +
    (result.shots === usual?.shots ? 2 : 0) +
    (result.setting === null && result.split === null ? 1 : 0);
  const among = (result: Result) => site.index.standings.get(result.id)?.of ?? 0;
  return results.toSorted(
    (a, b) => closeness(b) - closeness(a) || among(b) - among(a) || compareText(a.id, b.id),
  )[0];
}

/** Characters that XML cannot hold are left out, long names are cut. */
function plain(text: string): string {
  const clean = text.replace(/[^\P{C}\p{Cf}]|\p{Cs}/gu, '').trim();
  const characters = [...clean];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : clean;
}

/** What a badge says: "GSM8K (5-shot)" and "61.2 %". */
export function badgeText(site: Site, result: Result): { label: string; message: string } {
  const name = site.index.benchmarks.get(result.benchmark)?.name ?? result.benchmark;
  const shots = shotsWord(site.t, result.shots);
  const score = formatScore(result.score, Math.min(4, result.decimals));
  return {
    label: plain(shots === '' ? name : `${name} (${shots})`),
    message: result.unit === 'percent' ? `${score} %` : score,
  };
}

/** The badges of every model that has a card: one for each benchmark, as SVG and as JSON. */
export function* badgeFiles(site: Site): Iterable<SiteFile> {
  for (const model of site.data.models) if (model.card !== null) yield* badgesOf(site, model);
}

/** The headline result of a model on each benchmark of the site. */
export function headlineResults(site: Site, model: string): Result[] {
  const byBenchmark = new Map<string, Result[]>();
  for (const result of site.index.resultsOfModel.get(model) ?? []) {
    const list = byBenchmark.get(result.benchmark);
    if (list === undefined) byBenchmark.set(result.benchmark, [result]);
    else list.push(result);
  }
  return [...byBenchmark].flatMap(([benchmark, results]) =>
    site.index.benchmarks.has(benchmark) ? (headlineResult(site, results) ?? []) : [],
  );
}

function* badgesOf(site: Site, model: Model): Iterable<SiteFile> {
  const { urls } = site.context;
  for (const result of headlineResults(site, model.id)) {
    const { benchmark } = result;
    const { label, message } = badgeText(site, result);
    yield {
      path: badgeAddress(urls, model.id, benchmark),
      content: `${makeBadge({ label, message, color: COLOUR, style: 'flat-square' })}\n`,
    };
    const color = COLOUR.slice(1);
    yield {
      path: badgeAddress(urls, model.id, benchmark, 'json'),
      content: `${JSON.stringify({ schemaVersion: 1, label, message, color })}\n`,
    };
  }
}
