/** Templates: every *.eta file of a folder, read and compiled once, rendered from views. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Eta } from 'eta';
import type { Translate } from '../core/language.ts';

/** Renders a view by a template's name ("board", "partials/proof"). Text is escaped unless it is marked raw. */
export interface Templates {
  render(name: string, view: object): string;
  /** Names and texts, sorted by name: part of the key of whatever is made with them. */
  readonly sources: readonly { readonly name: string; readonly text: string }[];
}

/**
 * Loads `folder` and its `partials/` once. A template includes another as `include('@partials/proof', view)`.
 * Texts come from the site's language: `t('board.title')`. A missing folder and a template that does not compile
 * throw: they are mistakes of the installation.
 */
export function loadTemplates(folder: string, t: Translate): Templates {
  const names = [
    ...readdirSync(folder).map((file) => file),
    ...readdirSync(join(folder, 'partials')).map((file) => `partials/${file}`),
  ]
    .filter((file) => file.endsWith('.eta'))
    .sort();
  const sources = names.map((file) => ({
    name: file.slice(0, -'.eta'.length),
    text: readFileSync(join(folder, file), 'utf8').replace(/\r\n?/g, '\n').trimEnd(),
  }));
  const eta = new SpeakingEta(t);
  for (const { name, text } of sources) eta.loadTemplate(`@${name}`, text);
  return { sources, render: (name, view) => eta.render(`@${name}`, view) };
}

/** Eta, whose templates have the function `t` at hand: they run with this object as their own. */
class SpeakingEta extends Eta {
  readonly t: Translate;

  constructor(t: Translate) {
    super({
      autoEscape: true,
      cache: true,
      autoTrim: [false, 'nl'],
      useWith: false,
      functionHeader: 'const t = this.t;',
    });
    this.t = t;
  }
}
