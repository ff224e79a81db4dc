/** What HTML of a card may stay: the sanitiser's schema, stricter than the one GitHub uses. */
import { defaultSchema, type Options } from 'rehype-sanitize';

/** Put before every id and name that a card brings, so that none can shadow an id of the page. */
export const CARD_ID_PREFIX = 'user-content-';

const allowed = (name: string, added: readonly string[] = []): NonNullable<Options['attributes']>[string] => {
  const own = (defaultSchema.attributes?.[name] ?? []).filter(
    (attribute) => typeof attribute !== 'string' || attribute.startsWith('data'),
  );
  return [...own, ...added];
};

/**
 * The schema: the elements of GitHub's less pictures and inputs; no style, no class but those that Markdown itself
 * makes, no event handler, no form; links by http, https, mailto, relative or to an anchor.
 */
export const CARD_SCHEMA: Options = {
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => !['picture', 'source'].includes(name)),
  attributes: {
    a: allowed('a', ['href', 'name', 'ariaLabel']),
    blockquote: ['cite'],
    del: ['cite'],
    details: ['open'],
    h2: allowed('h2'),
    img: ['src', 'alt', 'width', 'height'],
    input: [...allowed('input'), 'checked'],
    ins: ['cite'],
    li: [...allowed('li'), 'value'],
    ol: [...allowed('ol'), 'start'],
    q: ['cite'],
    section: allowed('section'),
    td: ['align', 'vAlign', 'colSpan', 'rowSpan'],
    th: ['align', 'vAlign', 'colSpan', 'rowSpan', 'scope', 'abbr'],
    ul: allowed('ul'),
    '*': ['align', 'dir', 'id', 'title'],
  },
  ancestors: {
    ...defaultSchema.ancestors,
    li: ['ul', 'ol'],
    dt: ['dl'],
    dd: ['dl'],
    summary: ['details'],
    rt: ['ruby'],
    rp: ['ruby'],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'], cite: ['http', 'https'] },
  required: { input: { disabled: true, type: 'checkbox' } },
  clobber: ['id', 'name'],
  clobberPrefix: CARD_ID_PREFIX,
  // Elements whose content is not prose; all others are unwrapped and keep their text.
  strip: [
    'audio',
    'canvas',
    'embed',
    'frameset',
    'head',
    'iframe',
    'math',
    'noembed',
    'noframes',
    'noscript',
    'object',
    'script',
    'select',
    'style',
    'svg',
    'template',
    'textarea',
    'title',
    'video',
  ],
};
