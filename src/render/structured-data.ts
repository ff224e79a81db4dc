/** What a page is, in the words of schema.org, for search engines. */
import { API_FOLDER, apiAddress } from '../core/api.ts';
import type { Model } from '../core/result.ts';
import { benchmarkLink, type Frame, type Here, type Site } from './frame.ts';
import { licenseOf } from './license-of.ts';
import { externalUrl, hubModel, licenseUrl } from './links.ts';
import type { Subject } from './subjects.ts';
import { typeWord } from './words.ts';

type Thing = Readonly<Record<string, unknown>>;

/** At most so many measured variables are named. */
const MOST_VARIABLES = 50;

function download(url: string, encodingFormat: string): Thing {
  return { '@type': 'DataDownload', contentUrl: url, encodingFormat };
}

const FORMATS: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  jsonl: 'application/jsonl',
  parquet: 'application/vnd.apache.parquet',
};

function formatOf(path: string): string {
  return FORMATS[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

function modelThing(site: Site, model: Model, here: Here, common: Thing): Thing {
  const { registry, urls } = site.context;
  const licenses = model.licenses.flatMap((id) => {
    const entry = licenseOf(registry, model, id);
    return externalUrl(entry?.url) ?? licenseUrl(model.license_link, model.id) ?? [];
  });
  const hub = hubModel(model.id);
  const type = typeWord(site.t, model.type);
  return {
    ...common,
    '@type': 'SoftwareApplication',
    name: model.name,
    identifier: model.id,
    applicationCategory: 'Machine learning model',
    ...(type === '' ? {} : { applicationSubCategory: type }),
    ...(model.owner === null
      ? {}
      : { author: { '@type': 'Organization', name: model.owner, url: here.to(urls.org(model.owner)) } }),
    ...(licenses.length === 0 ? {} : { license: licenses.length === 1 ? licenses[0] : licenses }),
    ...(hub === null ? {} : { sameAs: hub }),
    subjectOf: {
      '@type': 'Dataset',
      name: site.t('meta.results-of', { name: model.name }),
      description: common.description,
      distribution: [download(here.to(apiAddress(urls.model(model.id))), FORMATS.json as string)],
    },
  };
}

/**
 * A page's subject as JSON-LD; null for pages about nothing in particular. `here.to` gives addresses as they shall stand
 * in it: whole where the site's is known.
 */
export function structuredData(
  site: Site,
  here: Here,
  subject: Subject | undefined,
  frame: Frame,
): Thing | null {
  if (subject === undefined) return null;
  const { config, urls, downloads, version } = site.context;
  const url = here.to(here.path.replace(/index\.html$/, ''));
  const common = { '@context': 'https://schema.org', url, description: frame.description };
  const inCatalog = {
    inLanguage: frame.language,
    isAccessibleForFree: true,
    includedInDataCatalog: { '@type': 'DataCatalog', name: config.title, url: here.to('') },
    creator: { '@type': 'Organization', name: config.title, url: here.to('') },
  };
  const json = (address: string) => download(here.to(apiAddress(address)), FORMATS.json as string);
  switch (subject.kind) {
    case 'site':
      return { ...common, '@type': 'WebSite', name: config.title, inLanguage: frame.language };
    case 'data':
      return {
        ...common,
        '@type': 'Dataset',
        name: frame.title,
        ...inCatalog,
        version,
        distribution: [
          ...(downloads ?? []).map(({ path }) => download(here.to(path), formatOf(path))),
          download(here.to(`${API_FOLDER}index.json`), FORMATS.json as string),
        ],
      };
    case 'board': {
      const { board } = subject;
      const names = board.columns.map(({ benchmark }) => benchmarkLink(site, here, benchmark).name);
      return {
        ...common,
        '@type': 'Dataset',
        name: board.name,
        ...inCatalog,
        variableMeasured: [...new Set(names)].slice(0, MOST_VARIABLES),
        distribution: [json(urls.board(board.id))],
      };
    }
    case 'benchmark': {
      const { benchmark } = subject;
      const home = externalUrl(benchmark.home);
      return {
        ...common,
        '@type': 'Dataset',
        name: site.t('meta.results-on', { name: benchmark.name }),
        ...inCatalog,
        ...(home === null ? {} : { isBasedOn: home }),
        variableMeasured: [benchmark.metric],
        distribution: [json(urls.benchmark(benchmark.id))],
      };
    }
    case 'model':
      return modelThing(site, subject.model, here, common);
  }
}
