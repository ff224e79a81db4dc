/** Reads the files with results that stand beside a card: each becomes claims with places of its own. */
import type { CardFile, CardIdentity, ResultsFile } from '../core/card.ts';
import { type Checked, type Diagnostic, diagnose } from '../core/diagnostic.ts';
import { indexLines, type LineIndex } from '../core/position.ts';
import type { YamlDocument, YamlNode, YamlReading } from '../core/yaml-tree.ts';
import type { Registry } from '../registry/types.ts';
import type { Draft } from './draft.ts';
import { readEvalResults } from './eval-results.ts';
import { readHarnessResults } from './harness-results.ts';
import type { Subjects } from './subject.ts';

/** Beyond this many claims the files of one card are not read on. */
const MAXIMUM_CLAIMS = 20_000;

/** How the text of a file becomes data with places; null where it is plain that no results are in it. */
export interface ResultsReaders {
  readonly 'eval-results': (text: string) => YamlReading | null;
  readonly harness: (text: string) => YamlReading | null;
}

/** One file, with all that its reader needs to know. */
export interface ResultsInput {
  readonly file: ResultsFile;
  readonly document: YamlDocument;
  readonly lines: LineIndex;
  readonly identity: CardIdentity;
  readonly registry: Registry;
  readonly subjects: Subjects;
  /** Adds a diagnostic at a value, or at the start of the file. */
  readonly complain: (
    code:
      | 'results-file/bad-entry'
      | 'results-file/not-a-number'
      | 'results-file/no-task'
      | 'results-file/not-results',
    node: YamlNode | null,
    message: string,
  ) => void;
}

/** Every result in the files beside the card, in the order of files and places. Never throws on what they hold. */
export function readResultsFiles(
  card: CardFile,
  identity: CardIdentity,
  subjects: Subjects,
  registry: Registry,
  readers: ResultsReaders,
): Checked<Draft[]> {
  const drafts: Draft[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of card.results) {
    const lines = indexLines(file.text);
    const placeAt = (offset: number) => ({
      file: file.file,
      ...lines.at(Math.min(offset, file.text.length)),
    });
    if (drafts.length >= MAXIMUM_CLAIMS) {
      const message = `Reading stops after ${MAXIMUM_CLAIMS} results of the files beside the card.`;
      diagnostics.push(diagnose('extract/too-many', placeAt(0), message));
      break;
    }
    const reading = readers[file.kind](file.text);
    if (reading === null || reading.document === null) {
      const error = reading?.error ?? null;
      // Other programs call their files results.json too, and mean something else.
      if (error !== null)
        diagnostics.push(diagnose('results-file/syntax', placeAt(error.offset), error.message));
      else if (!/(?:^|\/)results\.json$/i.test(file.path))
        diagnostics.push(
          diagnose('results-file/not-results', placeAt(0), 'No results by task are in this file.'),
        );
      continue;
    }
    const read = file.kind === 'harness' ? readHarnessResults : readEvalResults;
    const found = read({
      file,
      document: reading.document,
      lines,
      identity,
      registry,
      subjects,
      complain: (code, node, message) => {
        diagnostics.push(diagnose(code, placeAt(node?.start ?? 0), message));
      },
    });
    for (const draft of found.slice(0, MAXIMUM_CLAIMS - drafts.length)) drafts.push(draft);
  }
  return { value: drafts, diagnostics };
}
