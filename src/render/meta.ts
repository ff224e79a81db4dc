/** What a page's head tells search engines, previews and programs about it. */
import { API_FOLDER, apiAddress } from '../core/api.ts';
import { siteAddress } from '../core/config.ts';
import type { Frame, Here, Site } from './frame.ts';
import { PICTURE_SIZE } from './picture-svg.ts';
import type { Pictures } from './pictures.ts';
import { scriptJson } from './proof.ts';
import { structuredData } from './structured-data.ts';
import type { Subject } from './subjects.ts';

export interface Meta {
  readonly title: string;
  readonly site: string;
  readonly image: {
    readonly url: string;
    readonly alt: string;
    readonly width: number;
    readonly height: number;
  } | null;
  /** The same content for programs, or the empty string. */
  readonly json: string;
  /** The feed of the site, or the empty string. */
  readonly feed: string;
  /** JSON-LD that may stand inside a script element, or the empty string. */
  readonly structured: string;
}

/** The file of the JSON API that says the same as a page, or null. */
function jsonOf(path: string, subject: Subject | undefined): string | null {
  switch (subject?.kind) {
    case 'site':
    case 'data':
      return `${API_FOLDER}index.json`;
    case undefined:
      return null;
    default:
      return apiAddress(path.replace(/index\.html$/, ''));
  }
}

/** The meta data of a page. `feed` is the feed's path, or null where the site has none. */
export function metaOf(
  site: Site,
  here: Here,
  frame: Frame,
  subject: Subject | undefined,
  pictures: Pictures,
  feed: string | null,
): Meta {
  const { config } = site.context;
  const base = siteAddress(config);
  const picture = pictures.of(here.path);
  const json = jsonOf(here.path, subject);
  const whole: Here = base === null ? here : { path: here.path, to: (address) => `${base}/${address}` };
  const data = structuredData(site, whole, subject, frame);
  return {
    title: frame.title,
    site: config.title,
    image:
      picture === null || base === null
        ? null
        : {
            url: `${base}/${picture.path}`,
            alt: site.t('meta.picture', { title: picture.alt }),
            ...PICTURE_SIZE,
          },
    json: json === null ? '' : here.to(json),
    feed: feed === null ? '' : here.to(feed),
    structured: data === null ? '' : scriptJson(data),
  };
}
