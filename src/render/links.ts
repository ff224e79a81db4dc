/** Which text from a card may become a link, and where it leads. */

/** The address, normalised, where `text` is an absolute http or https URL without credentials; else null. */
export function externalUrl(text: string | null | undefined): string | null {
  if (typeof text !== 'string' || !/^\s*https?:\/\//i.test(text)) return null;
  try {
    const url = new URL(text.trim());
    return (url.protocol === 'https:' || url.protocol === 'http:') &&
      url.username === '' &&
      url.password === ''
      ? url.href
      : null;
  } catch {
    return null;
  }
}

const HUB_ID = /^[A-Za-z0-9][\w.-]{0,95}\/[A-Za-z0-9_][\w.-]{0,95}$/;

/** The page of a model on the Hub; null where the id is not one the Hub could have. */
export function hubModel(id: string): string | null {
  return HUB_ID.test(id) && !id.includes('..') ? `https://huggingface.co/${id}` : null;
}

/** The page of an owner of models on the Hub; null where the Hub could have none of that name. */
export function hubOwner(owner: string): string | null {
  return hubModel(`${owner}/x`) === null ? null : `https://huggingface.co/${owner}`;
}

/** The page of a data set on the Hub ("owner/name" or a short name); null where it is not such an id. */
export function hubDataset(id: string): string | null {
  const known = HUB_ID.test(id) || /^[A-Za-z0-9][\w.-]{0,95}$/.test(id);
  return known && !id.includes('..') ? `https://huggingface.co/datasets/${id}` : null;
}

/** A licence's link: an absolute URL, or a file beside the card on the Hub. */
export function licenseUrl(link: string | null, model: string): string | null {
  const hub = hubModel(model);
  if (link !== null && hub !== null && /^[A-Za-z0-9][\w.-]{0,80}$/.test(link))
    return `${hub}/blob/main/${link}`;
  return externalUrl(link);
}

/** A page of the repository for a path on its branch; null without a repository or for a path outside of it. */
function repositoryUrl(repository: string | null, verb: string, branch: string, path: string): string | null {
  const base = externalUrl(repository);
  if (base === null || path.startsWith('/') || /(^|\/)\.\.(\/|$)/.test(path) || /^[A-Za-z]:/.test(path))
    return null;
  const parts = [...branch.split('/'), ...path.split('/')].filter((part) => part !== '');
  return `${base.replace(/\/$/, '')}/${verb}/${parts.map(encodeURIComponent).join('/')}`;
}

/** Where a card's file is edited in the repository; null without a repository or outside of it. */
export function editUrl(repository: string | null, branch: string, file: string): string | null {
  return repositoryUrl(repository, 'edit', branch, file);
}

/** Where a new card is written in the repository, beside the card `file` whose path in the cards folder is `path`. */
export function addUrl(repository: string | null, branch: string, file: string, path: string): string | null {
  return file.endsWith(path) ? repositoryUrl(repository, 'new', branch, file.slice(0, -path.length)) : null;
}
