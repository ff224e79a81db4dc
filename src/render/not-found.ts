/** The page for addresses that lead nowhere. */
import { type Framed, frame, type Here, type Site } from './frame.ts';

export interface NotFoundView extends Framed {
  readonly places: readonly { readonly label: string; readonly href: string; readonly what: string }[];
}

/** The view of 404.html. */
export function notFoundView(site: Site, here: Here): NotFoundView {
  const framed = frame(site, here, 'Page not found', 'There is no page at this address.');
  return {
    frame: { ...framed, canonical: null },
    places: [
      { label: 'Boards', href: here.to('boards/'), what: 'all rankings' },
      { label: 'Models', href: here.to('models/'), what: 'every model, by name' },
      { label: 'Benchmarks', href: here.to('benchmarks/'), what: 'what the numbers measure' },
    ],
  };
}
