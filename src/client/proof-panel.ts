/** Builds a proof as elements, in the words of the pages' own proofs. */
import {
  type Proof,
  type ProofClaim,
  type ProofValue,
  proofHref,
  proofSpread,
  spreadSentence,
} from '../core/proof.ts';
import { element } from './element.ts';
import { language, t } from './language.ts';

function place(claim: ProofClaim): HTMLElement {
  const item = element('li', {}, element('q', { class: 'raw', dir: 'auto' }, claim.raw));
  if (claim.row !== null) item.append(` ${t('proof.row')} `, element('q', { dir: 'auto' }, claim.row));
  if (claim.header !== null) {
    item.append(
      claim.row === null ? ` ${t('proof.column-alone')} ` : `, ${t('proof.column')} `,
      element('q', { dir: 'auto' }, claim.header),
    );
  }
  if (claim.source !== null)
    item.append(`, ${t('proof.from')} `, element('span', { dir: 'auto' }, claim.source));
  item.append(
    element('br'),
    element('a', { href: proofHref(claim) }, t('proof.line', { file: claim.file, line: String(claim.line) })),
  );
  if (claim.because.length > 0) {
    const reasons = claim.because.map((reason) => element('li', { dir: 'auto' }, reason));
    item.append(element('ul', { class: 'because', lang: 'en' }, ...reasons));
  }
  return item;
}

const MARKS = { leaderboard: 'leaderboard', 'self-reported': 'self', 'third-party': 'other' } as const;

function valuePanel(
  value: ProofValue,
  first: ProofValue,
  decimals: number,
  id: string | undefined,
): HTMLElement {
  const says = element(
    'p',
    { class: 'says', id },
    element('b', {}, language.score(value.score, decimals)),
    ' ',
  );
  if (value.stderr !== null) says.append(`± ${language.score(value.stderr, decimals)} `);
  if (value !== first) {
    says.append(
      element('span', { class: 'difference' }, language.difference(value.score - first.score, decimals)),
      ' ',
    );
  }
  says.append(element('span', { class: `mark ${MARKS[value.origin]}` }), t(`proof.origins.${value.origin}`));
  return element(
    'div',
    { class: 'value' },
    says,
    element('ul', { class: 'places' }, ...value.claims.map(place)),
  );
}

/** The panel of a proof; its first line has the id, to describe the link that opens it. */
export function proofPanel(proof: Proof, id: string): HTMLElement {
  const panel = element('div', { class: 'proof' });
  const first = proof.values[0];
  if (first === undefined) return panel;
  const { spread, decimals } = proofSpread(proof);
  if (spread > 0)
    panel.append(
      element('p', { class: 'apart' }, spreadSentence(t, language.score(spread, decimals), proof.cause)),
    );
  for (const value of proof.values) {
    panel.append(valuePanel(value, first, decimals, value === first ? id : undefined));
  }
  if (proof.loose !== null) panel.append(element('p', { class: 'note' }, `* ${proof.loose}`));
  return panel;
}
