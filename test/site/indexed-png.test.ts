/** Pictures with a palette hold the pixels they were made from, and say when there are too many colours. */
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { indexedPng } from '../../src/site/indexed-png.ts';

/** The pixels of a PNG as it was written, three bytes each. */
function pixelsOf(png: Buffer, width: number, height: number): number[] {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const palette = chunks.get('PLTE') as Buffer;
  const rows = inflateSync(chunks.get('IDAT') as Buffer);
  const pixels: number[] = [];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const place = rows[y * (width + 1) + 1 + x] as number;
      pixels.push(...palette.subarray(place * 3, place * 3 + 3));
    }
  return pixels;
}

it('keeps every colour to within a few steps, whatever is drawn', () => {
  const colour = fc.constantFrom<number[]>(
    [251, 250, 248],
    [33, 31, 28],
    [11, 92, 99],
    [12, 90, 101],
    [128, 127, 125],
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.array(colour, { minLength: 1, maxLength: 60 }),
      (width, some) => {
        const height = Math.ceil(some.length / width);
        const colours = Array.from(
          { length: width * height },
          (_, place) => some[place % some.length] as number[],
        );
        const png = indexedPng(
          Uint8Array.from(colours.flatMap((one) => [...one, 255])),
          width,
          height,
        ) as Buffer;
        const before = colours.flat();
        const apart = pixelsOf(png, width, height).map((value, place) =>
          Math.abs(value - (before[place] as number)),
        );
        expect(apart).toHaveLength(before.length);
        expect(Math.max(...apart)).toBeLessThanOrEqual(8);
      },
    ),
  );
});

it('keeps the most frequent of close colours exactly', () => {
  const pixels = Uint8Array.from([250, 250, 250, 255, 251, 250, 248, 255, 251, 250, 248, 255]);
  expect(pixelsOf(indexedPng(pixels, 3, 1) as Buffer, 3, 1).slice(3)).toEqual([251, 250, 248, 251, 250, 248]);
});

it('has no palette for more colours than one holds', () => {
  const colours = Array.from({ length: 1000 }, (_, at) => [
    at % 10,
    Math.floor(at / 10) % 10,
    Math.floor(at / 100),
  ]);
  const pixels = Uint8Array.from(colours.flatMap((colour) => [...colour.map((step) => step * 25), 255]));
  expect(indexedPng(pixels, 1000, 1)).toBeNull();
});
