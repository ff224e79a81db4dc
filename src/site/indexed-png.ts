/** Writes pictures of few colours as PNG with a palette: a third of the bytes. Format: https://www.w3.org/TR/png-3/ */
import { deflateSync } from 'node:zlib';

/** Colours closer than this many steps of a channel become one, which no eye tells apart at the edges of letters. */
const STEP = 8;

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const CRC = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function chunk(type: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  let crc = 0xffffffff;
  for (const byte of bytes.subarray(4, 8 + data.length))
    crc = (CRC[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  bytes.writeUInt32BE((crc ^ 0xffffffff) >>> 0, 8 + data.length);
  return bytes;
}

/** Which palette entry each colour becomes: the most frequent of those that are close. Null where there are too many. */
function paletteOf(
  colours: ReadonlyMap<number, number>,
): { palette: number[]; places: Map<number, number> } | null {
  const key = (colour: number) =>
    [16, 8, 0].reduce((sum, shift) => sum * 64 + Math.round(((colour >> shift) & 0xff) / STEP), 0);
  const ordered = [...colours].sort(([a, m], [b, n]) => n - m || a - b);
  const byKey = new Map<number, number>();
  const palette: number[] = [];
  const places = new Map<number, number>();
  for (const [colour] of ordered) {
    let place = byKey.get(key(colour));
    if (place === undefined) {
      place = palette.push(colour) - 1;
      byKey.set(key(colour), place);
    }
    places.set(colour, place);
  }
  return palette.length > 256 ? null : { palette, places };
}

/** The PNG of pixels of four bytes; null where one is not opaque, or there are too many colours for a palette. */
export function indexedPng(pixels: Uint8Array, width: number, height: number): Buffer | null {
  const counts = new Map<number, number>();
  const colourAt = (at: number) =>
    ((pixels[at] as number) << 16) | ((pixels[at + 1] as number) << 8) | (pixels[at + 2] as number);
  let run = 0;
  let last = -1;
  for (let at = 0; at <= pixels.length; at += 4) {
    if (at < pixels.length && pixels[at + 3] !== 255) return null;
    const colour = at === pixels.length ? -2 : colourAt(at);
    if (colour !== last) {
      if (run > 0) counts.set(last, (counts.get(last) ?? 0) + run);
      run = 0;
      last = colour;
    }
    run += 1;
  }
  const found = paletteOf(counts);
  if (found === null) return null;
  // Each row starts with the number of its filter: none.
  const rows = Buffer.alloc((width + 1) * height);
  last = -1;
  let place = 0;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 1; x <= width; x++, at += 4) {
      const colour = colourAt(at);
      if (colour !== last) {
        place = found.places.get(colour) as number;
        last = colour;
      }
      rows[y * (width + 1) + x] = place;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a pixel, by palette.
  head.set([8, 3, 0, 0, 0], 8);
  const palette = Uint8Array.from(
    found.palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]),
  );
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk('IHDR', head),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', new Uint8Array()),
  ]);
}
