/** Templates: every *.eta file of a folder, read and compiled once, rendered from views. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Eta } from 'eta';
import { compareText } from '../core/compare.ts';
import { type Diagnostic, diagnose } from '../core/diagnostic.ts';
import type { Translate } from '../core/language.ts';
import { nearest } from '../core/nearest.ts';
import { UsageError } from '../core/usage-error.ts';
import { brokenLine } from './template-errors.ts';

interface Source {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

/** Renders a view by a template's name ("board", "partials/proof"). Text is escaped unless it is marked raw. */
export interface Templates {
  render(name: string, view: object): string;
  /** Names and texts, sorted by name: part of the key of whatever is made with them. */
  readonly sources: readonly { readonly name: string; readonly text: string }[];
  /** Templates of the theme that nothing asks for. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Loads `folder` and its `partials/` once, and over it those of a theme: of two of one name the theme's counts, and
 * ours is still there as "@ours/NAME". A template includes another as `include('@partials/proof', view)`. Texts come
 * from the site's language: `t('board.title')`. A missing folder and a broken template of ours throw: they are
 * mistakes of the installation. A broken one of the theme is a UsageError that names its file and line.
 */
export function loadTemplates(folder: string, t: Translate, theme: string | null = null): Templates {
  const ours = readTemplates(folder);
  const theirs = theme === null ? [] : readTemplates(theme);
  const eta = new SpeakingEta(t, theirs);
  for (const { name, text } of ours) {
    eta.loadTemplate(`@${name}`, text);
    if (theirs.length > 0) eta.loadTemplate(`@ours/${name}`, text);
  }
  for (const source of theirs) eta.loadTheirs(source);
  const replaced = new Map([...ours, ...theirs].map((source) => [source.name, source]));
  return {
    sources: [...replaced.values()].sort((a, b) => compareText(a.name, b.name)),
    render: (name, view) => eta.render(`@${name}`, view),
    diagnostics: idleTemplates(ours, theirs),
  };
}

/** The templates of a folder and of its `partials/`, sorted by name. Links to elsewhere are passed over. */
function readTemplates(folder: string): Source[] {
  const names = ['', 'partials/'].flatMap((place) => {
    const found = readdirSync(folder, { withFileTypes: true }).some((entry) => entry.name === 'partials');
    if (place !== '' && !found) return [];
    return readdirSync(join(folder, place), { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.eta'))
      .map((entry) => place + entry.name);
  });
  return names.sort(compareText).map((name) => {
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
    return {
      name: name.slice(0, -'.eta'.length),
      file: file.replaceAll('\\', '/'),
      text: text.replace(/\r\n?/g, '\n').trimEnd(),
    };
  });
}

/** A template of a theme replaces one of ours, or is named by another of the theme. */
function idleTemplates(ours: readonly Source[], theirs: readonly Source[]): Diagnostic[] {
  const known = new Set(ours.map(({ name }) => name));
  return theirs.flatMap(({ name, file }) => {
    if (known.has(name) || theirs.some(({ text }) => text.includes(`@${name}`))) return [];
    const near = nearest(name, known);
    const hint = near === null ? {} : { hint: `did you mean \`${near}.eta\`?` };
    const place = { file, line: 1, column: 1 };
    return [diagnose('theme/unknown-template', place, `No page is made from a template "${name}".`, hint)];
  });
}

/** Eta, whose templates have the function `t` at hand: they run with this object as their own. */
class SpeakingEta extends Eta {
  readonly t: Translate;
  private readonly theirs: readonly Source[];

  constructor(t: Translate, theirs: readonly Source[]) {
    super({
      autoEscape: true,
      cache: true,
      autoTrim: [false, 'nl'],
      useWith: false,
      functionHeader: 'const t = this.t;',
    });
    this.t = t;
    this.theirs = theirs;
    // Called by templates that are compiled to know their lines.
    this.RuntimeErr = (error, text, line) => {
      if (error instanceof UsageError) throw error;
      const file = this.theirs.find((source) => source.text === text)?.file ?? 'a template';
      throw new UsageError(`${file}:${line}: ${firstLine(error.message)}`, ADVICE);
    };
  }

  /** Compiles a template of a theme so that its errors name its lines. */
  loadTheirs({ name, file, text }: Source): void {
    const plain = this.config;
    this.configure({ debug: true });
    try {
      this.loadTemplate(`@${name}`, text);
    } catch (error) {
      const { message } = error as Error;
      const stated = /at line (\d+) col/.exec(message)?.[1];
      const line = stated ?? brokenLine(text, (part) => this.compiles(part));
      const reason =
        stated === undefined ? (message.split('\n')[2] ?? message) : message.replace(/ at line [\s\S]*/, '');
      throw new UsageError(`${file}:${line}: the template cannot be compiled: ${firstLine(reason)}`, ADVICE);
    } finally {
      this.config = plain;
    }
  }

  private compiles(text: string): boolean {
    try {
      this.compile(text);
      return true;
    } catch {
      return false;
    }
  }
}

const ADVICE =
  'docs/themes.md says what templates are given; the one that comes with Cardboard is an example.';

function firstLine(message: string): string {
  return message.trim().split('\n')[0] ?? '';
}
