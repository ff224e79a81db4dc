/** Draws SVG as PNG with the fonts of fonts/ alone, so that every machine draws the same. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import { indexedPng } from './indexed-png.ts';

const FONTS = ['inter-400.ttf', 'inter-600.ttf'];

/** Makes the function that draws. A font that is missing is a mistake of the installation and throws. */
export function drawWith(folder: string): (svg: string) => Promise<Uint8Array> {
  const fontFiles = FONTS.map((name) => join(folder, name));
  for (const file of fontFiles) if (!existsSync(file)) throw new Error(`the font ${file} is missing`);
  const options = { font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Inter' } };
  return async (svg) => {
    const image = await renderAsync(svg, options);
    return indexedPng(image.pixels, image.width, image.height) ?? image.asPng();
  };
}
