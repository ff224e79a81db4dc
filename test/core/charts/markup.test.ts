/** Markup of charts: nothing of a card's text becomes markup, and numbers are short. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  coordinate,
  cut,
  escapeMarkup,
  share,
  svg,
  svgText,
  textWidth,
} from '../../../src/core/charts/markup.ts';

it('escapes texts and attributes, whatever they hold', () => {
  expect(svgText('<b>"R&D"</b>', { class: 'a"b' })).toBe(
    '<text class="a&quot;b">&lt;b&gt;&quot;R&amp;D&quot;&lt;/b&gt;</text>',
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapeMarkup(text);
      expect(escaped).not.toMatch(/[<>"]/);
      for (const forbidden of ['\u0000', '\u001b', '\uffff']) expect(escaped).not.toContain(forbidden);
    }),
  );
});

it('leaves attributes out that are not given', () => {
  expect(svg('circle', { r: 4, class: undefined })).toBe('<circle r="4"/>');
});

it('rounds coordinates, without negative zero', () => {
  expect(coordinate(12.3456)).toBe('12.35');
  expect(coordinate(-0.0001)).toBe('0');
  expect(share(1 / 3)).toBe('33.33%');
});

it('cuts long names between characters', () => {
  expect(cut('Mistral', 7)).toBe('Mistral');
  expect(cut('Mistral-7B', 8)).toBe('Mistral…');
  expect([...cut('𝒜'.repeat(20), 5)]).toEqual(['𝒜', '𝒜', '𝒜', '𝒜', '…']);
});

it('takes wide characters for wide', () => {
  expect(textWidth('通义千问')).toBeGreaterThan(textWidth('Qwen'));
});
