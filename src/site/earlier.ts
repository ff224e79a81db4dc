/** Reads what a site that was built before says: its results, and the changes that it knew of. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { API_FOLDER } from '../core/api.ts';
import type { Earlier } from '../core/changes.ts';
import { UsageError } from '../core/usage-error.ts';

const result = z.object({
  id: z.string(),
  model: z.string(),
  benchmark: z.string(),
  metric: z.string(),
  shots: z.number().nullable(),
  setting: z.string().nullable(),
  split: z.string().nullable(),
  score: z.number(),
  unit: z.string(),
  decimals: z.int().min(0).max(20),
});

const count = z.int().min(0);

const changes = z.object({
  counts: z.object({ added: count, changed: count, removed: count }),
  changes: z.array(
    result.extend({
      kind: z.enum(['added', 'changed', 'removed']),
      before: z.number().nullable(),
      day: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}$/)
        .nullable(),
    }),
  ),
});

/**
 * The site of a folder; null where there is no such folder, as before the first build. A folder without results of
 * Cardboard is a mistake and throws a UsageError. Lines that cannot be read are passed over.
 */
export function readEarlier(folder: string): Earlier | null {
  if (!existsSync(folder)) return null;
  const file = join(folder, 'data', 'results.jsonl');
  if (!existsSync(file))
    throw new UsageError(
      `${folder} is not a site of Cardboard`,
      'give --since the folder of one built before',
    );
  const results = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => result.safeParse(parsed(line)).data ?? []);
  const known = join(folder, API_FOLDER, 'changes.json');
  const earlier = existsSync(known) ? changes.safeParse(parsed(readFileSync(known, 'utf8'))).data : undefined;
  return { results, ...(earlier ?? { counts: { added: 0, changed: 0, removed: 0 }, changes: [] }) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
