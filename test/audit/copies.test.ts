/** Cards that repeat another model's results are found by their numbers, and whose they are by what cards say. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCopies } from '../../src/audit/copies.ts';
import type { CardReading } from '../../src/core/card.ts';
import { type Claim, claimId } from '../../src/core/claim.ts';
import type { Result } from '../../src/core/result.ts';
import { rows } from './claims.ts';

const FIGURES = `arc_challenge acc_norm 63.91
hellaswag acc_norm 84.14
mmlu acc 64.29
truthfulqa_mc2 mc2 59.53
gsm8k acc 45.72`;

type Card = Parameters<typeof findCopies>[0][number];

function card(id: string, fields: { base?: string; html?: string } = {}): Card {
  const [owner, name] = id.split('/') as [string, string];
  return {
    path: `${id}.md`,
    identity: { id, owner, name, displayName: name, displayNameFrom: 'path', names: [id] },
    metadata: {
      baseModels: fields.base === undefined ? [] : [fields.base],
    } as unknown as CardReading['metadata'],
    html: fields.html ?? '',
  };
}

function claimsOf(id: string, figures = FIGURES, fields: Partial<Claim> = {}): Claim[] {
  return rows(figures, 10, { card: `${id}.md`, model: id, ...fields });
}

/** One result a claim. */
function resultsOf(claims: readonly Claim[]): Result[] {
  return claims.map(
    (claim) => ({ id: claimId(claim), model: claim.model, claims: [claimId(claim)] }) as unknown as Result,
  );
}

function copiesOf(cards: readonly Card[], claims: readonly Claim[]) {
  return findCopies(cards, claims, resultsOf(claims));
}

/** "acme/zephyr-GPTQ < acme/zephyr 5/5" */
function lines(cards: readonly Card[], claims: readonly Claim[]): string[] {
  return copiesOf(cards, claims).map(
    ({ model, source, like, shared, of }) =>
      `${model} ${source === null ? `? ${like}` : `< ${source}`} ${shared}/${of}`,
  );
}

describe('a copy', () => {
  const own = claimsOf('acme/zephyr');

  it('is a quantised repository that repeats the card of its base', () => {
    const copies = copiesOf(
      [card('acme/zephyr'), card('quants/zephyr-small', { base: 'acme/zephyr' })],
      [...own, ...claimsOf('quants/zephyr-small')],
    );
    expect(copies).toMatchObject([
      {
        model: 'quants/zephyr-small',
        source: 'acme/zephyr',
        shared: 5,
        of: 5,
        because: 'base_model: acme/zephyr',
      },
    ]);
    expect(copies[0]?.results).toHaveLength(5);
  });

  it.each([
    ['quants/zephyr-GPTQ', {}],
    ['quants/zephyr-4bit-128g', {}],
    ['acme/zephyr-chat', {}],
    ['other/zephyr', { html: '<p>See <a href="https://huggingface.co/acme/zephyr">the original</a>.</p>' }],
    ['other/pasted', { base: 'elsewhere/zephyr' }],
  ])('is known by name, link or base: %s', (id, fields) => {
    expect(lines([card('acme/zephyr'), card(id, fields)], [...own, ...claimsOf(id)])).toEqual([
      `${id} < acme/zephyr 5/5`,
    ]);
  });

  it('is known by the address of its results', () => {
    const origin_url = 'https://board.example/?query=acme%2Fzephyr';
    const claims = [...own, ...claimsOf('other/quick', FIGURES, { origin_url })];
    expect(lines([card('acme/zephyr'), card('other/quick')], claims)).toEqual([
      'other/quick < acme/zephyr 5/5',
    ]);
  });

  it('may have a number or two of its own, and keeps them', () => {
    const more = `${FIGURES}\nboolq acc 80.12\nwinogrande acc 74.03\npiqa acc 81.23\nmmlu_pro acc 33.31\nbbh acc 55.52`;
    const claims = [
      ...claimsOf('acme/zephyr', more),
      ...claimsOf('quants/zephyr-AWQ', `${more}\ndrop f1 3.14`),
    ];
    const [copy] = copiesOf([card('acme/zephyr'), card('quants/zephyr-AWQ')], claims);
    expect(copy).toMatchObject({ model: 'quants/zephyr-AWQ', shared: 10, of: 11 });
    expect(copy?.results).toHaveLength(10);
  });
});

it('takes the numbers that tell nothing with it, where the source has them too', () => {
  const more = `${FIGURES}\nhumaneval pass@1 22`;
  const claims = [...claimsOf('acme/zephyr', more), ...claimsOf('acme/zephyr-it', `${more}\nmbpp pass@1 30`)];
  const [copy] = copiesOf([card('acme/zephyr'), card('acme/zephyr-it')], claims);
  expect(copy).toMatchObject({ shared: 5, of: 5 });
  expect(copy?.results).toHaveLength(6);
});

describe('no copy', () => {
  it('is a card with three numbers in common, or with many of its own', () => {
    const three = FIGURES.split('\n').slice(0, 3).join('\n');
    const cards = [card('acme/zephyr'), card('quants/zephyr-GPTQ')];
    expect(lines(cards, [...claimsOf('acme/zephyr'), ...claimsOf('quants/zephyr-GPTQ', three)])).toEqual([]);
    const others = `${FIGURES}\nboolq acc 80.12\nwinogrande acc 74.03`;
    expect(lines(cards, [...claimsOf('acme/zephyr'), ...claimsOf('quants/zephyr-GPTQ', others)])).toEqual([]);
  });

  it('is a card whose common numbers are everybody’s', () => {
    const round = 'a acc 100\nb acc 0\nc acc 50\nd acc 0.5\ne acc 99';
    const cards = [card('acme/zephyr'), card('quants/zephyr-GPTQ')];
    expect(
      lines(cards, [...claimsOf('acme/zephyr', round), ...claimsOf('quants/zephyr-GPTQ', round)]),
    ).toEqual([]);
  });

  it('is a card that gives the other’s numbers as the other’s', () => {
    const cards = [card('acme/zephyr'), card('quants/zephyr-GPTQ')];
    const quoted = claimsOf('quants/zephyr-GPTQ', FIGURES, { subject: 'other', model: 'acme/zephyr' });
    expect(lines(cards, [...claimsOf('acme/zephyr'), ...quoted])).toEqual([]);
  });

  it('is a model that a leaderboard measured under its own name', () => {
    const origin_url = 'https://board.example/?query=other/twin';
    const claims = [...claimsOf('acme/zephyr'), ...claimsOf('other/twin', FIGURES, { origin_url })];
    expect(lines([card('acme/zephyr'), card('other/twin', { base: 'acme/zephyr' })], claims)).toEqual([]);
  });
});

describe('where nothing says whose the numbers are', () => {
  it('both are named, and neither loses a result', () => {
    const cards = [card('acme/zephyr'), card('other/mistral')];
    const claims = [...claimsOf('acme/zephyr'), ...claimsOf('other/mistral')];
    expect(lines(cards, claims)).toEqual([
      'acme/zephyr ? other/mistral 5/5',
      'other/mistral ? acme/zephyr 5/5',
    ]);
    expect(copiesOf(cards, claims).flatMap((copy) => copy.results)).toEqual([]);
  });

  it('two cards that name each other count as that', () => {
    const cards = [
      card('acme/zephyr', { html: 'other/mistral' }),
      card('other/mistral', { html: 'acme/zephyr, not acme/zephyr-two' }),
    ];
    const claims = [...claimsOf('acme/zephyr'), ...claimsOf('other/mistral')];
    expect(lines(cards, claims)[0]).toBe('acme/zephyr ? other/mistral 5/5');
  });

  it('a longer id does not name the shorter one', () => {
    const cards = [
      card('acme/zephyr'),
      card('other/mistral', { html: 'acme/zephyr-two and acme/zephyr.v2' }),
    ];
    const claims = [...claimsOf('acme/zephyr'), ...claimsOf('other/mistral')];
    expect(lines(cards, claims)[0]).toBe('acme/zephyr ? other/mistral 5/5');
  });

  it('a ring of bases says nothing', () => {
    const ids = ['a/x', 'b/y', 'c/z'];
    const cards = ids.map((id, place) => card(id, { base: ids[(place + 1) % 3] as string }));
    const copies = copiesOf(
      cards,
      ids.flatMap((id) => claimsOf(id)),
    );
    expect(copies.every(({ source, results }) => source === null && results.length === 0)).toBe(true);
    expect(copies).toHaveLength(3);
  });
});

it('comes out the same for cards and claims in any order', () => {
  const cards = [
    card('acme/zephyr'),
    card('q/zephyr-GPTQ'),
    card('q/zephyr-AWQ', { base: 'q/zephyr-GPTQ' }),
    card('o/m'),
  ];
  const claims = cards.flatMap(({ identity }) => claimsOf(identity.id));
  const expected = copiesOf(cards, claims);
  fc.assert(
    fc.property(
      fc.shuffledSubarray(cards, { minLength: cards.length }),
      fc.shuffledSubarray(claims, { minLength: claims.length }),
      (someCards, someClaims) => isDeepStrictEqual(copiesOf(someCards, someClaims), expected),
    ),
  );
});
