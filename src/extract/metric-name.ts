/** Reads names of metrics where they need more than the registry: metric columns, and the parts of error rates. */
import { tidy } from '../core/fold.ts';
import type { LabelReading } from './label.ts';

/** The parts of a word or character error rate, as speech toolkits head their columns. */
export const ERROR_PART = /^(?:corr|sub|del|ins|err|s\.err)$/i;

/** What a speech toolkit calls "Err" is the error rate of the heading; its parts keep that as their condition. */
export function nameOfError({ name }: LabelReading, rate: string | null, settings: string[]): string {
  if (rate === null || !ERROR_PART.test(name)) return name;
  if (/^err$/i.test(name)) return rate;
  settings.push(rate);
  return name;
}

/** A metric column may hold shots too ("5-shot, top-1"); what stays is the metric, slashes and all. */
export function metricOfColumn(text: string): string | null {
  const metric = tidy(
    text.replace(/\(?\b\d{1,2}[- ]?shots?\b\)?/gi, ' ').replace(/^[\s,;/]+|[\s,;/]+$/g, ''),
  );
  return metric === '' || /^[-–—]$/.test(metric) ? null : metric;
}
