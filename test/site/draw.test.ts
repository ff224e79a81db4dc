/** Pictures come out alike on every machine, and only what is new is drawn. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawWith } from '../../src/site/draw.ts';
import { writeSite } from '../../src/site/write.ts';
import { ROOT } from '../support/project.ts';
import { makeFolder, remove } from '../support/workplace.ts';

const svg = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="63" font-family="Inter"><text y="40" font-size="30">${text}</text></svg>`;

describe('drawing', () => {
  const draw = drawWith(join(ROOT, 'fonts'));

  it('gives PNG of the size asked for, the same each time', async () => {
    const png = Buffer.from(await draw(svg('a')));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([120, 63]);
    expect(png.equals(await draw(svg('a')))).toBe(true);
  });

  it('writes letters, in two weights', async () => {
    const empty = Buffer.from(await draw(svg('')));
    const bold = await draw(svg('a').replace('font-size', 'font-weight="600" font-size'));
    expect(empty.equals(await draw(svg('a')))).toBe(false);
    expect(Buffer.from(bold).equals(await draw(svg('a')))).toBe(false);
  });

  it('refuses to draw without its fonts', () => {
    expect(() => drawWith(join(ROOT, 'nowhere'))).toThrow('is missing');
  });
});

describe('the pictures of a site', () => {
  let folder: string;
  const drawn: string[] = [];
  const build = async (texts: readonly string[]) => {
    drawn.length = 0;
    return writeSite({
      output: join(folder, 'dist'),
      inputs: [],
      pages: [{ path: 'index.html', content: '', listed: true }],
      pictures: texts.map((text) => ({ path: `pictures/${text}.png`, svg: text })),
      draw: async (text) => {
        drawn.push(text);
        return new TextEncoder().encode(text);
      },
      assets: { files: [], names: new Map() },
      baseUrl: null,
    });
  };
  beforeAll(() => {
    folder = makeFolder();
  });
  afterAll(() => remove(folder));

  it('are drawn once, kept while they are asked for, and gone afterwards', async () => {
    const place = (text: string) => join(folder, 'dist/pictures', `${text}.png`);
    await build(['a', 'b', 'c', 'd', 'e']);
    expect([...drawn].sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
    const before = statSync(place('b')).mtimeMs;
    const { written } = await build(['b', 'f']);
    expect(drawn).toEqual(['f']);
    expect(written).toBe(1);
    expect(statSync(place('b')).mtimeMs).toBe(before);
    expect(readFileSync(place('f'), 'utf8')).toBe('f');
    expect(existsSync(place('a'))).toBe(false);
  });
});
