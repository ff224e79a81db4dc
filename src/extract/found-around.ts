/** What the readers of a table's surroundings have found so far: each fills in what nearer ones left open. */
import type { Registry } from '../registry/types.ts';
import { coreOfHeading } from './headings.ts';
import { type LabelReading, readLabel } from './label.ts';
import { onlyBenchmarkIn } from './mentions.ts';
import type { Trained } from './trained.ts';

export interface FoundAround {
  benchmark: { readonly label: LabelReading; readonly from: string } | null;
  /** `loose`: a text that names one metric speaks of numbers whose benchmark says nothing else. */
  metric: { readonly name: string; readonly from: string; readonly loose: boolean } | null;
  suite: { readonly name: string; readonly from: string } | null;
  model: { readonly name: string; readonly self: boolean; readonly from: string } | null;
  /** What the nearest heading calls the whole, where no benchmark is recognised. */
  title: { readonly name: string; readonly from: string; readonly near?: boolean } | null;
  trained: Trained | null;
  shots: number | null;
  split: string | null;
  /** The metric of a second number in brackets behind the first. */
  inBrackets: string | null;
  /** What the table's own title calls the whole, where it names no benchmark that is known. */
  caption: string | null;
  readonly settings: string[];
}

export function nothingFound(): FoundAround {
  return {
    benchmark: null,
    metric: null,
    suite: null,
    model: null,
    title: null,
    trained: null,
    shots: null,
    split: null,
    inBrackets: null,
    caption: null,
    settings: [],
  };
}

/** What a bold phrase names: a benchmark by itself, or within a caption ("Table 2: Win rates on AlpacaEval 2.0"). */
export function strongLabel(text: string, registry: Registry): LabelReading {
  const label = readLabel(coreOfHeading(text), registry);
  return label.benchmark ? label : (onlyBenchmarkIn(text, registry) ?? label);
}
