/** The cells of a board's rows: made as the pages make theirs, and changed in place to say something else. */
import { type BoardIndex, type FactKey, factText, type ScoreColumn } from '../../core/board/board-index.ts';
import { ORIGIN_LETTERS } from '../../core/board-data.ts';
import { formatParameters, MISSING } from '../../core/format.ts';
import type { Origin } from '../../core/result.ts';
import { element } from '../element.ts';
import { language, t } from '../language.ts';

/** Marks of origin, as the style knows them. */
const MARKS: Readonly<Record<Origin, string>> = {
  leaderboard: 'leaderboard',
  'self-reported': 'self',
  'third-party': 'other',
};

/** A cell's text where a reader asks for another number, or for none. */
export function setNumber(cell: HTMLElement, text: string | null, why: string): void {
  const link = cell.querySelector<HTMLElement>('a');
  let plain = cell.querySelector<HTMLElement>('.missing');
  if (link !== null) {
    link.hidden = text === null;
    if (text !== null) {
      const last = link.lastChild as ChildNode;
      if (last.textContent !== text) last.textContent = text;
    }
    if (plain !== null) plain.hidden = text !== null;
    if (text !== null) return;
  }
  if (plain === null) {
    plain = element('span', { class: 'missing' });
    cell.prepend(plain);
  }
  plain.hidden = false;
  plain.textContent = text ?? MISSING;
  plain.classList.toggle('found', text !== null);
  if (text === null && why !== '') plain.title = why;
  else plain.removeAttribute('title');
}

/** A cell of scores for a row that did not come with the page. */
export function scoreCell(index: BoardIndex, column: ScoreColumn, row: number, proof: string): HTMLElement {
  const score = column.scores[row] as number;
  if (Number.isNaN(score)) {
    return element('td', { class: 'score missing', title: t('tools.nobody') }, MISSING);
  }
  const text = language.score(score, column.decimals);
  if (column.kind !== 'score') return element('td', { class: 'score' }, text);
  const cells = index.data.scores[column.place];
  const origin = ORIGIN_LETTERS[cells?.origin.charAt(row) ?? ''];
  const claimed = cells?.claimed[row] ?? null;
  const link = element('a', {
    class: claimed !== null ? 'number differs' : 'number',
    href: index.data.models.href[row],
    'data-proof': proof,
  });
  if (origin !== undefined) {
    link.append(element('span', { class: `mark ${MARKS[origin]}` }, `${t(`tools.origin.${origin}`)} `));
  }
  link.append(text);
  const cell = element('td', { class: 'score' }, link);
  if (cells?.loose[row]) cell.append(element('span', { class: 'loose', title: t('tools.loose') }, '*'));
  if (claimed !== null) {
    const [low, high] = claimed.map((value) => language.score(value, column.decimals));
    if (low !== high) cell.append(element('span', { class: 'under spread' }, `${low}–${high}`));
  }
  return cell;
}

/** The cell of an average, empty: `setNumber` fills it. */
export function averageCell(): HTMLElement {
  return element('td', { class: 'score average' }, element('span', { class: 'under' }));
}

/** A fact on a row's model. */
export function factCell(index: BoardIndex, key: FactKey, row: number): HTMLElement {
  if (key === 'parameters') {
    const parameters = index.parameters[row] as number;
    const known = !Number.isNaN(parameters);
    return element(
      'td',
      { class: known ? 'score' : 'score missing' },
      known ? formatParameters(parameters) : MISSING,
    );
  }
  const text = key === 'type' ? t(`tools.type.${index.type(row)}`) : factText(index, key, row);
  return element('td', { class: text === '' ? 'fact missing' : 'fact', dir: 'auto' }, text || MISSING);
}

/** The cell that names a row's model. */
export function nameCell(index: BoardIndex, row: number): HTMLElement {
  const { models } = index.data;
  const parameters = index.parameters[row] as number;
  const type = index.type(row);
  const facts = [
    index.organisation(row),
    Number.isNaN(parameters) ? '' : formatParameters(parameters),
    type === 'unknown' ? '' : t(`tools.type.${type}`),
    index.licenses(row).join(', '),
  ].filter((fact) => fact !== '');
  const link = element('a', { class: 'model', href: models.href[row], dir: 'auto' }, models.name[row] ?? '');
  const cell = element('th', { scope: 'row', class: 'name' }, link);
  if (models.flagged[row]) cell.append(' ', element('span', { class: 'flag' }, t('tools.flagged')));
  if (!models.card[row]) facts.push(t('tools.no-card'));
  cell.append(element('span', { class: 'under', dir: 'auto' }, facts.join(' · ')));
  return cell;
}
