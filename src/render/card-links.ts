/** Links, images and ids of a card: nothing is loaded from elsewhere, nothing leads to where it cannot. */
import type { Element, ElementContent, Root } from 'hast';
import { CARD_ID_PREFIX } from './card-schema.ts';
import { element, rebuild, textOf, walk } from './card-tree.ts';

export interface LinkRules {
  /** Hosts whose images are shown: "example.org", "example.org:8443", "*.example.org". */
  readonly imageHosts: readonly string[];
  /** Absolute address that relative links count from; null makes them plain text. */
  readonly relativeBase: string | null;
}

/** Longer ones are no addresses but payloads. */
const MAXIMUM_URL = 2_000;

/**
 * Settles every address of a sanitised card: links leave the site with rel="nofollow noopener", fragments lead to
 * an id of the card or to nothing, images become links unless their host is allowed. Changes the tree.
 */
export function settleLinks(tree: Root, rules: LinkRules): void {
  const ids = settleIds(tree);
  rebuild(tree, (child) => {
    if (child.type !== 'element') return child;
    if (child.tagName === 'img') return image(child, rules);
    if (child.tagName === 'a') return anchor(child, ids, rules);
    return child;
  });
}

/** Gives headings ids as on the Hub, drops repeated ids, and turns old named anchors into ids. Returns all ids. */
function settleIds(tree: Root): Set<string> {
  const ids = new Set<string>();
  const headings: Element[] = [];
  walk(tree, (node) => {
    if (node.type !== 'element') return undefined;
    const { name, ...rest } = node.properties;
    if (name !== undefined) node.properties = { ...rest, id: rest.id ?? name };
    const id = node.properties.id;
    if (id !== undefined) {
      if (typeof id !== 'string' || ids.has(id) || !/^[^\s]{1,200}$/u.test(id)) delete node.properties.id;
      else ids.add(id);
    }
    if (/^h[1-6]$/.test(node.tagName) && node.properties.id === undefined) headings.push(node);
    return undefined;
  });
  const used = new Map<string, number>();
  for (const heading of headings) {
    const slug = CARD_ID_PREFIX + headingSlug(textOf(heading));
    let id = slug;
    for (let count = used.get(slug) ?? 0; ids.has(id); ) {
      count += 1;
      used.set(slug, count);
      id = `${slug}-${count}`;
    }
    ids.add(id);
    heading.properties.id = id;
  }
  return ids;
}

/** A heading's fragment as GitHub and the Hub make it: lower case, without punctuation, spaces as hyphens. */
export function headingSlug(text: string): string {
  const slug = text
    .trim()
    .slice(0, 100)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
  return slug === '' ? 'section' : slug;
}

/** An absolute address that may be followed; null for every other. */
function safeUrl(value: unknown, base: string | null): URL | null {
  if (typeof value !== 'string' || value.length > MAXIMUM_URL) return null;
  try {
    const url =
      base === null ? new URL(value.startsWith('//') ? `https:${value}` : value) : new URL(value, base);
    if (url.username !== '' || url.password !== '') return null;
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

function anchor(
  node: Element,
  ids: ReadonlySet<string>,
  rules: LinkRules,
): ElementContent | ElementContent[] {
  const { href, ...properties } = node.properties;
  const isPlace = properties.id !== undefined;
  const withoutLink = (): ElementContent | ElementContent[] =>
    isPlace ? { ...node, tagName: 'span', properties: { id: properties.id ?? null } } : node.children;
  if (textOf(node).trim() === '' && !node.children.some(hasImage)) return isPlace ? withoutLink() : [];
  if (typeof href === 'string' && href.startsWith('#')) {
    const target = fragmentId(href, ids);
    return target === null ? withoutLink() : { ...node, properties: { ...properties, href: `#${target}` } };
  }
  const url = safeUrl(href, rules.relativeBase);
  if (url === null) return withoutLink();
  // An image that became a link must not stand as a link inside a link.
  walk(node, (inner) => {
    if (inner.type === 'element' && inner.tagName === 'a') {
      inner.tagName = 'span';
      inner.properties = { className: ['image'] };
    }
    return undefined;
  });
  return { ...node, properties: { ...properties, href: url.href, rel: ['nofollow', 'noopener'] } };
}

/** The card's id that a fragment means: with or without the prefix, percent-encoded or not. */
function fragmentId(href: string, ids: ReadonlySet<string>): string | null {
  let name = href.slice(1);
  try {
    name = decodeURIComponent(name);
  } catch {
    // Taken as it stands.
  }
  for (const id of [CARD_ID_PREFIX + name, name, CARD_ID_PREFIX + name.toLowerCase()]) {
    if (id.startsWith(CARD_ID_PREFIX) && ids.has(id)) return id;
  }
  return null;
}

function hasImage(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'img' || node.children.some(hasImage));
}

function isAllowedHost(url: URL, hosts: readonly string[]): boolean {
  return hosts.some((host) => {
    const name = host.toLowerCase();
    return name.startsWith('*.') ? url.hostname.endsWith(name.slice(1)) : name === url.host;
  });
}

/** An image of an allowed host as it is; any other as a link to it, or as text where it stands inside a link. */
function image(node: Element, rules: LinkRules): ElementContent {
  const { src, alt, width, height } = node.properties;
  const words = typeof alt === 'string' ? alt.trim() : '';
  const url = safeUrl(src, rules.relativeBase);
  if (url !== null && url.protocol === 'https:' && isAllowedHost(url, rules.imageHosts)) {
    const size = { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
    return element('img', {
      src: url.href,
      alt: words,
      ...size,
      loading: 'lazy',
      referrerPolicy: 'no-referrer',
    });
  }
  const label = words === '' ? 'image' : `image: ${words}`;
  const isWeb = url !== null && url.protocol !== 'mailto:';
  return isWeb
    ? element('a', { className: ['image'], href: url.href, rel: ['nofollow', 'noopener'] }, [label])
    : element('span', { className: ['image'] }, [label]);
}
