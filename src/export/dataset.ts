/** The data set of a benchmark on the Hub. */

/** OWNER/NAME as it is; null for a pattern, a bare name or none. */
export function hubDataset(dataset: string | null): string | null {
  return dataset !== null && /^[A-Za-z0-9_][\w.-]*\/[A-Za-z0-9_][\w.-]*$/.test(dataset) ? dataset : null;
}
