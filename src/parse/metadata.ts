/** Reads the metadata that a site shows from a card's front matter, field by field. */
import type { CardMetadata } from '../core/card.ts';
import { type Checked, type Diagnostic, diagnose } from '../core/diagnostic.ts';
import type { FrontMatter } from './front-matter.ts';

/** A list longer than this is cut: tags and languages are read by people. */
const LONGEST_LIST = 500;
/** A single text longer than this is no id, tag or link. */
const LONGEST_TEXT = 300;

const RELATIONS = ['adapter', 'merge', 'quantized', 'finetune'];

/**
 * Reads each field as what it should be, taking a text for a list of one and a number or a yes/no for its own
 * text. A field of the wrong kind is left out with `front-matter/bad-value`; the others are used. `data` is the
 * front matter's data, or null where the card has none; `isKnownLicense` asks the registry.
 */
export function readMetadata(
  data: Readonly<Record<string, unknown>> | null,
  frontMatter: FrontMatter,
  file: string,
  isKnownLicense: (id: string) => boolean,
): Checked<CardMetadata> {
  const reader = new FieldReader(data ?? {}, frontMatter, file);
  const licenses = reader.entries('license', 'a licence id, or a list of them').map(({ text: id, path }) => {
    const lower = id.toLowerCase();
    if (!isKnownLicense(id) && isKnownLicense(lower)) return lower;
    if (!isKnownLicense(id))
      reader.report('front-matter/unknown-license', path, `The licence \`${id}\` is not known.`);
    return id;
  });
  const relation = reader.text('base_model_relation');
  if (relation !== null && !RELATIONS.includes(relation.toLowerCase())) {
    const message = `\`base_model_relation\` must be ${RELATIONS.slice(0, -1).join(', ')} or ${RELATIONS.at(-1)}.`;
    reader.report('front-matter/bad-value', ['base_model_relation'], message);
  }
  const value: CardMetadata = {
    licenses: [...new Set(licenses)],
    licenseName: reader.text('license_name'),
    licenseLink: reader.text('license_link'),
    languages: reader.list('language', 'a language code, or a list of them'),
    tags: reader.list('tags', 'a list of texts'),
    datasets: reader.list('datasets', 'a data set id, or a list of them'),
    baseModels: reader.list('base_model', 'a model id, or a list of them'),
    baseModelRelation:
      relation !== null && RELATIONS.includes(relation.toLowerCase()) ? relation.toLowerCase() : null,
    libraryName: reader.text('library_name'),
    pipelineTag: reader.text('pipeline_tag'),
    newVersion: reader.text('new_version'),
    parameters: parametersIn(data ?? {}),
  };
  return { value, diagnostics: reader.diagnostics };
}

/** Keys under which cards give the number of parameters; none is the Hub's own. */
const PARAMETER_KEYS = ['parameters', 'params', 'num_parameters', 'model_size', 'parameter_count'];

/** Billions from "7B", "350M", "6.7 billion" or a plain count of at least a million; anything else says nothing. */
function parametersIn(data: Readonly<Record<string, unknown>>): number | null {
  for (const key of PARAMETER_KEYS) {
    const given = data[key];
    const text = typeof given === 'number' || typeof given === 'string' ? String(given).trim() : '';
    const found = /^(\d{1,15}(?:\.\d{1,6})?)\s?(b|m|billion|million)?$/i.exec(text);
    if (!found) continue;
    const unit = found[2]?.toLowerCase();
    const count = Number(found[1]) * (unit === undefined ? 1e-9 : unit.startsWith('b') ? 1 : 1e-3);
    if (count >= 1e-3 && count <= 1e6) return Number(count.toPrecision(6));
  }
  return null;
}

class FieldReader {
  readonly diagnostics: Diagnostic[] = [];

  constructor(
    private readonly data: Readonly<Record<string, unknown>>,
    private readonly frontMatter: FrontMatter,
    private readonly file: string,
  ) {}

  /** One text, or null. A list of one text is that text. */
  text(key: string): string | null {
    const given = this.own(key);
    if (Array.isArray(given) && given.length === 1) return this.scalar(given[0], [key, 0], 'one text');
    return this.scalar(given, [key], 'one text');
  }

  /** Different texts in the order given. Null stands for nothing. */
  list(key: string, expected: string): string[] {
    return [...new Set(this.entries(key, expected).map(({ text }) => text))];
  }

  /** Every text with its path. */
  entries(key: string, expected: string): { text: string; path: readonly (string | number)[] }[] {
    const given = this.own(key);
    if (Array.isArray(given) && given.length > LONGEST_LIST) {
      const message = `\`${key}\` has ${given.length} entries; the first ${LONGEST_LIST} are used.`;
      this.report('front-matter/bad-value', [key], message);
    }
    const paths = Array.isArray(given)
      ? given.slice(0, LONGEST_LIST).map((item: unknown, index) => ({ item, path: [key, index] }))
      : [{ item: given, path: [key] }];
    return paths.flatMap(({ item, path }) => {
      const text = this.scalar(item, path, expected);
      return text === null ? [] : [{ text, path }];
    });
  }

  report(
    code: 'front-matter/bad-value' | 'front-matter/unknown-license',
    path: readonly (string | number)[],
    message: string,
  ): void {
    const place = this.frontMatter.position(path) ??
      this.frontMatter.position(path.slice(0, 1)) ?? { line: 1, column: 1 };
    this.diagnostics.push(diagnose(code, { file: this.file, ...place }, message));
  }

  private own(key: string): unknown {
    return Object.hasOwn(this.data, key) ? this.data[key] : null;
  }

  private scalar(value: unknown, path: readonly (string | number)[], expected: string): string | null {
    if (value === null || value === undefined) return null;
    if (typeof value === 'object') {
      const kind = Array.isArray(value) ? 'a list' : 'a mapping';
      this.report(
        'front-matter/bad-value',
        path,
        `\`${path[0]}\` must be ${expected}, and ${kind} stands here.`,
      );
      return null;
    }
    // A number or a boolean is what YAML made of a text: the text is wanted.
    const text = (typeof value === 'string' ? value : (this.frontMatter.text(path) ?? String(value)))
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim();
    if (text.length > LONGEST_TEXT) {
      this.report(
        'front-matter/bad-value',
        path,
        `\`${path[0]}\` must be ${expected}, and a text of ${text.length} characters stands here.`,
      );
      return null;
    }
    return text === '' ? null : text;
  }
}
