/** The page for addresses that lead nowhere. */
import { type Framed, frame, type Here, type Site } from './frame.ts';

export interface NotFoundView extends Framed {
  readonly places: readonly { readonly label: string; readonly href: string; readonly what: string }[];
}

/** The view of 404.html. */
export function notFoundView(site: Site, here: Here): NotFoundView {
  const { t } = site;
  const framed = frame(site, here, t('not-found.title'), t('not-found.description'));
  const places = ['boards', 'models', 'benchmarks'].map((name) => ({
    label: t(`frame.sections.${name}`),
    href: here.to(`${name}/`),
    what: t(`not-found.${name}`),
  }));
  return { frame: { ...framed, canonical: null }, places };
}
