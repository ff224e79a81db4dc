/** Reads the YAML of a card as plain data with places: safe, without dates, with merge keys. */
import { CORE_SCHEMA, load, Type } from 'js-yaml';
import { readYamlTree, type YamlReading } from '../core/yaml-tree.ts';

// Dates and times stay text, as YAML 1.2 has them; merge keys are applied, as the Hub does. A tag that is not
// known names a type of some program: its value is read as the plain data that it is, and nothing is made of it.
const PLAIN_KINDS = ['scalar', 'sequence', 'mapping'] as const;
const SCHEMA = CORE_SCHEMA.extend({
  implicit: [new Type('tag:yaml.org,2002:merge', { kind: 'scalar', resolve: (data) => data === '<<' })],
  explicit: ['!', 'tag:'].flatMap((prefix) =>
    PLAIN_KINDS.map((kind) => new Type(prefix, { kind, multi: true, construct: (data: unknown) => data })),
  ),
});

/**
 * Reads YAML 1.2 (core schema and merge keys). Keys that stand twice are allowed, the last wins. Never throws:
 * what cannot be read, or would expand beyond the limits, is an error value with its offset.
 */
export function readYaml(text: string): YamlReading {
  return readYamlTree(text, (input, listener) => load(input, { schema: SCHEMA, json: true, listener }));
}
