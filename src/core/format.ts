/** Numbers as a reader sees them: fixed decimals and no locale, so that a build and a browser print alike. */

/** What stands where nobody reports a number. */
export const MISSING = '–';

/** Digits behind the point beyond which nothing is printed. */
const MOST_DECIMALS = 6;

/** A score with a fixed number of digits behind the point and a true minus sign: `formatScore(3.5, 2)` is "3.50". */
export function formatScore(score: number, decimals: number): string {
  const text = score.toFixed(Math.max(0, Math.min(MOST_DECIMALS, decimals)));
  return text.replace('-', '−');
}

/** A difference with its sign: "+3.1", "−0.4", "±0" where it vanishes at these decimals. */
export function formatDifference(difference: number, decimals: number): string {
  const text = formatScore(Math.abs(difference), decimals);
  if (Number(text) === 0) return '±0';
  return `${difference < 0 ? '−' : '+'}${text}`;
}

/** A whole number with commas between thousands: "12,345". */
export function formatCount(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(?:\d{3})+(?!\d))/g, ',');
}

/** A count with its noun: "1 model", "12 models". `plural` is given where adding an s does not make it. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}

/** A model's size from billions of parameters: "7B", "0.5B", "125M". */
export function formatParameters(billions: number): string {
  if (billions < 0.5) return `${Number((billions * 1000).toFixed(1))}M`;
  return `${Number(billions.toFixed(2))}B`;
}

/** The digits behind the point that a number needs so that nothing of it is lost, up to six. */
export function decimalsOf(score: number): number {
  const text = Number(score.toFixed(MOST_DECIMALS)).toString();
  const point = text.indexOf('.');
  return point < 0 || text.includes('e') ? 0 : text.length - point - 1;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "2026-11-21" → "21 Nov 2026", without a locale; anything else stays as it is. */
export function formatDay(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const name = MONTHS[Number(month) - 1];
  return year === undefined || name === undefined ? day : `${Number(date)} ${name} ${year}`;
}
