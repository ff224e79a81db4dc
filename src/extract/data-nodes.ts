/** Looks values up in data that was read with places. */
import type { YamlNode } from '../core/yaml-tree.ts';

/** The value of a key of a mapping, through an alias; null where there is none. The last of several counts. */
export function valueAt(node: YamlNode | null, key: string): YamlNode | null {
  const inside = node?.target ?? node;
  const found = inside?.pairs.findLast((pair) => pair.name === key)?.value ?? null;
  return found?.target ?? found;
}

/** A text worth having, from a text or a number. */
export function textOf(node: YamlNode | null): string | null {
  const value = node?.value;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  const text = typeof value === 'string' ? value.slice(0, 500).replace(/\s+/gu, ' ').trim() : '';
  return text === '' ? null : text;
}
