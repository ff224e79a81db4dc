/** Repeats what the config says of models that are under a question. */
import { shortHash } from '../core/hash.ts';
import type { Finding } from '../core/result.ts';
import type { AuditInput, AuditRule } from './rule.ts';

/** One finding for each model that the config flags, with the reason that it gives. */
function findFlagged({ models }: AuditInput): Finding[] {
  return models.flatMap((model) => {
    if (model.flagged === null) return [];
    const { reason, link } = model.flagged;
    return [
      {
        id: shortHash(`flagged\n${model.id}`),
        rule: 'flagged',
        severity: 'info',
        model: model.id,
        suite: null,
        benchmark: null,
        message: `The maintainers of this site flag ${model.id}: ${reason}${link === null ? '' : ` (${link})`}`,
        published: null,
        recomputed: null,
        by: null,
        alternatives: [],
        claims: [],
      },
    ];
  });
}

/** Flagged models of the config. */
export const FLAGGED: AuditRule = { id: 'flagged', find: findFlagged };
