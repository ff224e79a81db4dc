/** A board as a search sees it: its models' facts, its columns as numbers. */
import type { BoardData } from '../board-data.ts';
import { ORIGIN_LETTERS } from '../board-data.ts';
import { type ModelFacts, type ModelFlag, modelFields } from './model-fields.ts';
import type { NumberField, QueryFields } from './types.ts';

/** The facts of each row's model, in the order of the rows; `complete` and `ranked` speak of the board as it was built. */
export function boardFacts(data: BoardData): ModelFacts[] {
  const { models, words, scores, rank } = data;
  const wordsOf = (places: readonly number[] | undefined): string[] =>
    (places ?? []).map((place) => words[place] ?? '').filter((word) => word !== '');
  return models.id.map((id, row): ModelFacts => {
    const [org, library] = [models.organisation, models.library].map(
      (list) => wordsOf([list[row] ?? -1])[0] ?? null,
    );
    const letters = new Set(scores.map(({ origin }) => origin.charAt(row)));
    const flags: Readonly<Record<ModelFlag, boolean>> = {
      flagged: models.flagged[row] ?? false,
      copy: models.copy[row] ?? false,
      complete: scores.every(({ score }) => (score[row] ?? null) !== null),
      open: models.openness[row] === 'open',
      card: models.card[row] ?? false,
      ranked: (rank[row] ?? null) !== null,
    };
    return {
      id,
      names: [models.name[row] ?? '', models.also[row] ?? ''].filter((name) => name !== ''),
      org: org ?? null,
      type: models.type[row] ?? 'unknown',
      licenses: wordsOf(models.licenses[row]),
      languages: wordsOf(models.languages[row]),
      library: library ?? null,
      bases: wordsOf(models.bases[row]),
      tags: wordsOf(models.tags[row]),
      precisions: wordsOf(models.precision[row]),
      origins: Object.entries(ORIGIN_LETTERS).flatMap(([letter, origin]) =>
        letters.has(letter) ? [origin] : [],
      ),
      parameters: models.parameters[row] ?? null,
      flags: (Object.keys(flags) as ModelFlag[]).filter((flag) => flags[flag]),
    };
  });
}

/** What a board may be searched by: "rank", "average" where it has one, and its columns by key and name. */
export function boardFields(data: BoardData, facts: readonly ModelFacts[]): QueryFields {
  const average: NumberField[] =
    data.average.rule === 'mean' ? [{ name: 'average', aliases: ['avg', 'mean'], unit: 'score' }] : [];
  return modelFields(facts, [
    { name: 'rank', aliases: [], unit: 'score' },
    ...average,
    ...data.columns.map(
      ({ key, name, whole }): NumberField => ({
        name: key,
        aliases: [name, whole],
        unit: 'score',
        label: name,
      }),
    ),
  ]);
}
