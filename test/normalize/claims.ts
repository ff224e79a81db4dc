/** Claims for tests: everything that a test does not speak of is plain. */
import { type CardMetadata, type CardReading, NO_METADATA } from '../../src/core/card.ts';
import type { Claim } from '../../src/core/claim.ts';

let line = 0;

/** A claim of "acme/demo/README.md" about its own model; each stands on a line of its own unless told. */
export function claim(given: Partial<Claim> & { raw?: string } = {}): Claim {
  line += 1;
  const { raw, ...rest } = given;
  const value = given.value ?? 61.2;
  return {
    card: 'acme/demo/README.md',
    subject: 'self',
    model_as_written: null,
    benchmark_as_written: 'MMLU',
    metric_as_written: null,
    shots: null,
    setting: null,
    split: null,
    value,
    unit_as_written: null,
    stderr: null,
    origin_name: null,
    origin_url: null,
    date: null,
    claims_verification: false,
    suite_as_written: null,
    group: 'table@1',
    source: {
      kind: 'table',
      file: null,
      line,
      column: 3,
      cell: 1,
      raw: raw ?? String(value),
      row: null,
      header: null,
    },
    confidence: 0.95,
    because: [],
    status: 'accepted',
    model: 'acme/demo',
    benchmark: 'mmlu',
    metric: 'acc',
    score: value,
    unit: 'percent',
    ...rest,
  };
}

/** The card of a model, whose one table names other models. */
export function cardNaming(
  id: string,
  others: readonly string[],
  metadata: Partial<CardMetadata> = {},
  html = '',
): CardReading {
  const slash = id.indexOf('/');
  const name = id.slice(slash + 1);
  const path = `${id}/README.md`;
  return {
    path,
    file: path,
    hash: id,
    identity: {
      id,
      owner: slash < 0 ? null : id.slice(0, slash),
      name,
      displayName: name,
      displayNameFrom: 'path',
      names: [name],
    },
    metadata: { ...NO_METADATA, ...metadata },
    claims: others.map((other) =>
      claim({ card: path, subject: 'other', model: null, model_as_written: other }),
    ),
    diagnostics: [],
    html,
  };
}
