/** Which pages have a picture for previews, and what it shows. */
import { siteAddress } from '../core/config.ts';
import { formatScore, MISSING } from '../core/format.ts';
import { shortHash } from '../core/hash.ts';
import type { Model } from '../core/result.ts';
import type { Drawing } from '../core/urls.ts';
import type { BenchmarkRecord, Board } from '../store/types.ts';
import { badgeText, headlineResult, headlineResults } from './badges.ts';
import { bestViews } from './best-ranks.ts';
import { pageAt, type Site } from './frame.ts';
import { modelLine } from './model-facts.ts';
import { isDrawable, type Picture, pictureSvg } from './picture-svg.ts';
import type { Subject } from './subjects.ts';

const ROWS = 3;

type Rows = Picture['rows'];

/** The page that lends its picture to those that have none. */
const HOME = 'index.html';

/** Whether a page has a picture of its own. Titles that the font cannot write have none: half a name misleads. */
function hasPicture(site: Site, subject: Subject | undefined): boolean {
  const { pictures } = site.context.config;
  switch (subject?.kind) {
    case 'site':
      return true;
    case 'board':
      return subject.board.rows.length > 0 && isDrawable(subject.board.name);
    case 'benchmark':
      return subject.benchmark.listed && subject.benchmark.results > 0 && isDrawable(subject.benchmark.name);
    case 'model':
      return pictures === 'all' && subject.model.card !== null && isDrawable(subject.model.name);
    default:
      return false;
  }
}

function siteRows(site: Site): Rows {
  return site.data.boards.slice(0, ROWS).map((board) => ({
    label: board.name,
    value: site.t('pictures.models', { count: board.rows.length }),
  }));
}

function boardRows(site: Site, board: Board): Rows {
  return board.rows.slice(0, ROWS).flatMap((row) => {
    if (row.rank === null) return [];
    const cell = row.cells.find((one) => one !== null);
    const [score, decimals] =
      row.average === null ? [cell?.score, board.columns[0]?.decimals ?? 2] : [row.average, board.decimals];
    const name = site.index.models.get(row.model)?.name ?? row.model;
    return [
      { label: `${row.rank}  ${name}`, value: score === undefined ? MISSING : formatScore(score, decimals) },
    ];
  });
}

/** The leaders under the conditions that most models were measured under. */
function benchmarkRows(site: Site, benchmark: BenchmarkRecord): Rows {
  const results = site.index.resultsOfBenchmark.get(benchmark.id) ?? [];
  const headline = headlineResult(site, results);
  return results
    .flatMap((result) => {
      const same = (['metric', 'shots', 'setting', 'split'] as const).every(
        (condition) => result[condition] === headline?.[condition],
      );
      const rank = site.index.standings.get(result.id)?.rank;
      return same && rank !== undefined ? [{ result, rank }] : [];
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, ROWS)
    .map(({ result, rank }) => ({
      label: `${rank}  ${site.index.models.get(result.model)?.name ?? result.model}`,
      value: badgeText(site, result).message,
    }));
}

/** Its best ranks, then its first results. */
function modelRows(site: Site, model: Model): Rows {
  const ranks = bestViews(site, pageAt(HOME), [model]).map(({ board, rank }) => ({
    label: board,
    value: rank,
  }));
  const results = headlineResults(site, model.id)
    .slice(0, ROWS)
    .map((result) => {
      const { label, message } = badgeText(site, result);
      return { label, value: message };
    });
  return [...ranks, ...results].slice(0, ROWS);
}

function pictureOf(site: Site, subject: Subject): Picture {
  const { t, data } = site;
  const { config } = site.context;
  const common = { site: config.title, foot: t('pictures.foot') };
  switch (subject.kind) {
    case 'board': {
      const { board } = subject;
      const facts = [
        t('pictures.benchmarks', { count: board.columns.length }),
        t('pictures.models', { count: board.rows.length }),
      ].join(' · ');
      return {
        ...common,
        above: t('pictures.board'),
        title: board.name,
        facts,
        rows: boardRows(site, board),
      };
    }
    case 'benchmark': {
      const { benchmark } = subject;
      const facts = benchmark.description || t('pictures.results', { count: benchmark.results });
      const rows = benchmarkRows(site, benchmark);
      return { ...common, above: t('pictures.benchmark'), title: benchmark.name, facts, rows };
    }
    case 'model': {
      const { model } = subject;
      const line = modelLine(site, pageAt(HOME), model.id);
      const facts = [
        ...line.facts.filter((fact) => fact !== model.owner),
        t('pictures.results', { count: site.index.resultsOfModel.get(model.id)?.length ?? 0 }),
      ].join(' · ');
      return { ...common, above: model.owner ?? '', title: model.name, facts, rows: modelRows(site, model) };
    }
    default: {
      const foot = [
        t('pictures.results', { count: data.results.length }),
        t('pictures.cards', { count: data.cards.length }),
      ].join(' · ');
      return {
        above: '',
        title: config.title,
        facts: config.description,
        rows: siteRows(site),
        site: '',
        foot,
      };
    }
  }
}

/** The pictures of a site, by their pages. */
export interface Pictures {
  /** The picture to show for a page, its own or the site's, and what it is a picture of; null where there are none. */
  of(path: string): { readonly path: string; readonly alt: string } | null;
  /** Every picture once, made when it is asked for. */
  all(): Iterable<Drawing>;
}

/** Only pages of a site whose address is known have pictures: previews need whole addresses. */
export function picturesOf(site: Site, subjects: ReadonlyMap<string, Subject>): Pictures {
  const { config, version } = site.context;
  const none = siteAddress(config) === null || config.pictures === 'none';
  const draw = (subject: Subject): Drawing & { alt: string } => {
    const picture = pictureOf(site, subject);
    const svg = pictureSvg(picture);
    // The version stands for the font and the program that draws.
    return { path: `pictures/${shortHash(`${version}\n${svg}`, 16)}.png`, svg, alt: picture.title };
  };
  return {
    of(path) {
      const own = subjects.get(path);
      const subject = own !== undefined && hasPicture(site, own) ? own : subjects.get(HOME);
      if (none || subject === undefined) return null;
      const { path: picture, alt } = draw(subject);
      return { path: picture, alt };
    },
    *all() {
      const seen = new Set<string>();
      if (none) return;
      for (const subject of subjects.values()) {
        if (!hasPicture(site, subject)) continue;
        const { path, svg } = draw(subject);
        if (!seen.has(path)) yield { path, svg };
        seen.add(path);
      }
    },
  };
}
