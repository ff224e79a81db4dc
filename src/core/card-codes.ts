/** The codes of diagnostics about files and front matter: what can be wrong before a card's text is read. */
import type { CodeEntry } from './codes.ts';

/** Part of the catalogue in codes.ts. */
export const CARD_CODES = {
  'cards/unreadable': {
    severity: 'error',
    title: 'A card could not be read',
    explanation: 'The file exists but reading it failed. The other cards are read as usual.',
  },
  'cards/too-large': {
    severity: 'error',
    title: 'A card is too large',
    explanation: 'Cards over 2 MB are not read, so that one file cannot stall a build.',
    hint: 'move samples and logs out of the card, and keep its metadata and tables.',
  },
  'cards/not-utf8': {
    severity: 'warning',
    title: 'A card is not valid UTF-8',
    explanation: 'Bytes that are not UTF-8 were replaced; the rest is read.',
    hint: 'save the file as UTF-8.',
  },
  'cards/same-model': {
    severity: 'error',
    title: 'Two cards claim the same model',
    explanation: 'Two files lead to one model id. The first in path order is used, the other is left out.',
    hint: 'move one of them, or give it a `model_id` of its own in the front matter.',
  },
  'cards/bad-model-id': {
    severity: 'warning',
    title: 'A model id cannot be used',
    explanation: '`model_id` must read OWNER/NAME. The id of the path is used.',
    hint: 'write `model_id: owner/name`.',
  },
  'cards/outside': {
    severity: 'warning',
    title: 'A link leads out of the cards folder',
    explanation: 'Symbolic links that leave the cards folder are not followed.',
  },
  'cards/none': {
    severity: 'warning',
    title: 'No cards were found',
    explanation: 'The folder holds no Markdown file that could be a card.',
    hint: 'cards are OWNER/NAME/README.md, OWNER/NAME.md, OWNER__NAME.md or NAME.md at any depth.',
  },
  'cards/unclosed-code': {
    severity: 'warning',
    title: 'A fence of code is not closed',
    explanation: 'Without a closing fence, Markdown reads everything to the end of the card as code.',
    hint: 'close it with a line of the same ``` or ~~~.',
  },
  'cards/too-long': {
    severity: 'warning',
    title: 'A card is too long',
    explanation:
      'The first 20,000 lines of its body are read, at most 500,000 characters; what comes after is neither read nor shown.',
    hint: 'move samples and logs out of the card.',
  },
  'front-matter/missing': {
    severity: 'info',
    title: 'A card has no front matter',
    explanation: 'The card is read without metadata.',
    hint: 'start the file with a `---` line, YAML, and another `---` line.',
  },
  'front-matter/unclosed': {
    severity: 'warning',
    title: 'Front matter is not closed',
    explanation: 'The file starts with `---` but no later line is exactly `---`. All of it is read as body.',
    hint: 'end the metadata with a line `---`.',
  },
  'front-matter/displaced': {
    severity: 'warning',
    title: 'Front matter does not start the file',
    explanation:
      'A block that looks like metadata stands below other text, where the Hub does not read it. It is not used.',
    hint: 'move the block to the first line of the file.',
  },
  'front-matter/bad-fence': {
    severity: 'warning',
    title: 'The opening fence is not a bare `---`',
    explanation:
      'Something stands behind the dashes (a language or spaces). Nothing is run and nothing is read from it.',
    hint: 'write three dashes and nothing else on the first line.',
  },
  'front-matter/syntax': {
    severity: 'error',
    title: 'Front matter is not valid YAML',
    explanation: 'The metadata cannot be read from this place on. The body of the card is still used.',
  },
  'front-matter/flattened': {
    severity: 'error',
    title: 'A card has lost its structure',
    explanation:
      'The metadata stands without its indentation or out of place, as when a card is copied from a web page. Nothing can be credited with confidence, so every claim of the card is held.',
    hint: "copy the raw README.md instead of the page's text.",
  },
  'front-matter/duplicate-key': {
    severity: 'warning',
    title: 'A key stands twice',
    explanation: 'The last one is used, as the Hub does.',
    hint: 'remove one of them.',
  },
  'front-matter/tab': {
    severity: 'warning',
    title: 'A tab indents YAML',
    explanation:
      'YAML forbids tabs as indentation. The tab is read as two spaces where that gives valid YAML.',
    hint: 'indent with spaces.',
  },
  'front-matter/too-complex': {
    severity: 'error',
    title: 'Front matter is too complex',
    explanation: 'Aliases or depth expand beyond the limit. The metadata is not used.',
  },
  'front-matter/not-a-mapping': {
    severity: 'error',
    title: 'Front matter is not a mapping',
    explanation: 'The metadata must be `key: value` lines. It is not used.',
  },
  'front-matter/bad-value': {
    severity: 'warning',
    title: 'A field has a value of the wrong kind',
    explanation: 'The field is left out; the others are used.',
  },
  'front-matter/byte-order-mark': {
    severity: 'info',
    title: 'The file starts with a byte order mark',
    explanation: 'It is skipped here; other readers of cards may not find the metadata behind it.',
    hint: 'save the file as UTF-8 without a byte order mark.',
  },
  'front-matter/line-ends': {
    severity: 'warning',
    title: 'Lines end with a lone carriage return',
    explanation: 'Such a file has no front matter for the Hub. The lines are read as lines here.',
    hint: 'save the file with LF or CRLF line ends.',
  },
  'front-matter/unknown-license': {
    severity: 'warning',
    title: 'The licence is not in the registry',
    explanation: 'It is shown as written, and whether it is open is unknown.',
    hint: 'use an id of registry/licenses.yml, or `other` with `license_name` and `license_link`.',
  },
} as const satisfies Record<string, CodeEntry>;
