/**
 * Writes made-up cards, the same ones for the same numbers: `npx tsx scripts/make-cards.ts FOLDER [COUNT] [SEED]`.
 *
 * The results are those of the tests' cards; sections of prose, lists and code around them make each about as long
 * as a real card.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generator, syntheticCards } from '../test/support/synthetic-cards.ts';

const WORDS =
  'model card weights tokens layers training prompt context instruction dataset language license tuned merged base release checkpoint inference quantised evaluation careful output format template user system'.split(
    ' ',
  );
const SECTIONS = ['Intended use', 'Training', 'How to use', 'Limitations', 'Citation', 'Acknowledgements'];

/** `count` cards as [path below the cards folder, text], made one after another. */
export function* longCards(count: number, seed: number): Generator<[path: string, text: string]> {
  const below = generator(seed + 1);
  const word = () => WORDS[below(WORDS.length)] as string;
  const phrase = (length: number) => Array.from({ length }, word).join(' ');
  const sentence = () =>
    `${phrase(4 + below(8))} **${word()}** ${phrase(3 + below(6))} [${word()}](https://example.org/${word()}).`;
  const section = (title: string) => {
    const paragraphs = Array.from({ length: 1 + below(3) }, () =>
      Array.from({ length: 2 + below(4) }, sentence).join(' '),
    );
    const list = Array.from({ length: below(6) }, () => `- \`${word()}\`: ${phrase(6)}`);
    const code =
      below(2) === 0 ? [] : ['```python', ...Array.from({ length: 4 + below(12) }, () => phrase(5)), '```'];
    return [`## ${title}`, ...paragraphs, list.join('\n'), code.join('\n')].filter((part) => part !== '');
  };
  for (const [path, text] of syntheticCards(count, seed)) {
    const around = SECTIONS.filter(() => below(4) > 0).flatMap(section);
    yield [path, `${text}\n${around.join('\n\n')}\n`];
  }
}

/** Writes the cards below a folder. */
export function makeCards(folder: string, count: number, seed = 1): void {
  for (const [path, text] of longCards(count, seed)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder, count = '10000', seed = '1'] = process.argv.slice(2);
  if (folder === undefined || !/^\d+$/.test(count) || !/^\d+$/.test(seed)) {
    console.error('usage: npx tsx scripts/make-cards.ts FOLDER [COUNT] [SEED]');
    process.exit(2);
  }
  makeCards(folder, Number(count), Number(seed));
}
