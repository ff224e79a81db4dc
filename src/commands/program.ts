/** The command line: its commands, options, help, and answers to mistakes. */
import { relative } from 'node:path';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { EXPORT_FORMATS, type ExportFormat } from '../core/export-formats.ts';
import { nearest } from '../core/nearest.ts';
import { REPORT_FORMATS, type ReportFormat } from '../core/report.ts';
import { UsageError } from '../core/usage-error.ts';
import { VERSION } from '../version.ts';
import { type BuildArguments, runBuild } from './build.ts';
import { type CheckArguments, runCheck } from './check.ts';
import { CLEAN, MISUSE, PROBLEMS } from './exit-code.ts';
import { type ExportArguments, runExport } from './export.ts';
import { type ExtractArguments, runExtract } from './extract.ts';
import { type ModelsArguments, runModels } from './models.ts';
import { type QueryArguments, runQuery } from './query.ts';
import { QUERY_FORMATS, type QueryFormat } from './query-formats.ts';
import { runServe, type ServeArguments } from './serve.ts';
import type { Terminal } from './terminal.ts';

/** Runs one command line (without the program's own name) and gives the exit code. Never throws. */
export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  let code = CLEAN;
  const program = makeProgram(terminal, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(withTextAsText(words), { from: 'user' });
    return code;
  } catch (error) {
    return await answer(error, terminal);
  }
}

/** A search that starts with a minus ("-llama") is no option: a space before it says so, and means nothing in a search. */
function withTextAsText(words: readonly string[]): string[] {
  const [command, text, ...rest] = words;
  if (command !== 'query' || text === undefined || !/^-[^-]./s.test(text)) return [...words];
  return [command, ` ${text}`, ...rest];
}

function makeProgram(terminal: Terminal, finish: (code: number) => void): Command {
  const program = new Command('cardboard')
    .description(
      'Turns a folder of model cards into a leaderboard: every number with its proof, as a static site.',
    )
    .version(VERSION, '--version', 'print the version')
    .helpOption('-h, --help', 'explain a command')
    .helpCommand('help [command]', 'explain a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void terminal.out.write(text),
      writeErr: (text) => void terminal.error.write(text),
      getOutHelpWidth: () => Math.min(100, terminal.out.columns),
      getErrHelpWidth: () => Math.min(100, terminal.error.columns),
    })
    .addHelpText('after', example('cardboard build cards --out dist'));
  const command = (usage: string, description: string, shown: string): Command =>
    program
      .command(usage)
      .description(description)
      .helpOption('-h, --help', 'explain this command')
      .addHelpText('after', example(shown));

  command(
    'build [folder]',
    'Build a site from a folder of cards (default: cards).',
    'cardboard build cards --out dist --base-path /leaderboard/',
  )
    .option('--out <folder>', 'where the site goes', 'dist')
    .option('--config <file>', 'the config (default: cardboard.config.yml, if there is one)')
    .option('--base-url <url>', 'address of the published site, for the sitemap and canonical links')
    .option('--base-path <path>', 'path the site lives below, such as /leaderboard/')
    .option('--since <folder>', 'a site built before, to list what changed since')
    .option('--strict', 'let warnings fail the command too')
    .option('--timings', 'show how much every stage handled')
    .option('--no-cache', 'read every card anew')
    .action(async (folder: string | undefined, given: BuildArguments) => {
      finish(await runBuild(terminal, folder ?? 'cards', given));
    });

  command(
    'extract <place...>',
    'Print the claims of folders or files as JSON lines.',
    'cardboard extract cards > claims.jsonl',
  )
    .option('--all', 'print the claims that are held back too')
    .option('--config <file>', 'the config (default: cardboard.config.yml, if there is one)')
    .action(async (places: string[], given: ExtractArguments) => {
      finish(await runExtract(terminal, places, given));
    });

  command(
    'check <folder>',
    'Say what is wrong with the cards of a folder, and nothing else.',
    'cardboard check cards --format github --strict',
  )
    .option('--format <format>', anyOf(REPORT_FORMATS), readFormat, 'text')
    .option('--strict', 'let warnings fail the command too')
    .option('--config <file>', 'the config (default: cardboard.config.yml, if there is one)')
    .action(async (folder: string, given: CheckArguments) => {
      finish(await runCheck(terminal, folder, given));
    });

  command(
    'models <folder>',
    'List who is who: every model, the names that cards use for it, and doubtful pairs.',
    'cardboard models cards',
  )
    .option('--json', 'print one JSON object')
    .option('--config <file>', 'the config (default: cardboard.config.yml, if there is one)')
    .action(async (folder: string, given: ModelsArguments) => {
      finish(await runModels(terminal, folder, given));
    });

  command(
    'query <text> [folder]',
    'Find models by names, fields and scores, as docs/search.md explains (default: cards).',
    'cardboard query "llama; qwen license:apache-2.0 gsm8k:>50" cards --sort gsm8k',
  )
    .option('--board <id>', 'search the rows of a board and show its columns (default: all models)')
    .option('--sort <column>', 'order by a benchmark, average, rank or params, the best first')
    .option('--limit <number>', 'print so many models at most', readLimit)
    .option('--format <format>', anyOf(QUERY_FORMATS), readQueryFormat, 'table')
    .option('--config <file>', 'the config (default: cardboard.config.yml, if there is one)')
    .option('--no-cache', 'read every card anew')
    .action(async (text: string, folder: string | undefined, given: QueryArguments) => {
      finish(await runQuery(terminal, text.trim(), folder ?? 'cards', given));
    });

  command(
    'export <folder>',
    'Write the results of a folder of cards in another format of the field.',
    'cardboard export cards --format every-eval-ever --out export',
  )
    .requiredOption('--format <format>', anyOf(EXPORT_FORMATS), readExportFormat)
    .requiredOption('--out <folder>', 'where the files go; what else stands there stays as it is')
    .option('--date <day>', 'day of the export, for formats that state it (default: today)', readDay)
    .option('--config <file>', 'the config (default: cardboard.config.yml, if there is one)')
    .action(async (folder: string, given: ExportArguments) => {
      finish(await runExport(terminal, folder, given));
    });

  command(
    'serve [folder]',
    'Serve a finished site on this machine (default: dist).',
    'cardboard serve dist --port 8080',
  )
    .option('--port <number>', 'the port; where it is taken, one of the next', readPort, 4173)
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .action(async (folder: string | undefined, given: ServeArguments) => {
      finish(await runServe(terminal, folder ?? 'dist', given));
    });
  return program;
}

function example(command: string): string {
  return `\nExample:\n  ${command}`;
}

function anyOf(known: readonly string[]): string {
  return `${known.slice(0, -1).join(', ')} or ${known.at(-1)}`;
}

function readFormat(given: string): ReportFormat {
  return readOneOf(given, REPORT_FORMATS);
}

function readExportFormat(given: string): ExportFormat {
  return readOneOf(given, EXPORT_FORMATS);
}

function readQueryFormat(given: string): QueryFormat {
  return readOneOf(given, QUERY_FORMATS);
}

function readLimit(given: string): number {
  if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
  throw new InvalidArgumentError('It must be a whole number from 1 on.');
}

function readOneOf<T extends string>(given: string, known: readonly T[]): T {
  const found = known.find((one) => one === given);
  if (found !== undefined) return found;
  const near = nearest(given, known);
  const must = `It must be ${anyOf(known)}.`;
  throw new InvalidArgumentError(near === null ? must : `${must}\n(Did you mean ${near}?)`);
}

function readDay(given: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(given) ? new Date(`${given}T00:00:00Z`) : null;
  // A day that no month has would be taken for one of the next month.
  if (day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(given)) return given;
  throw new InvalidArgumentError('It must be a day such as 2026-02-03.');
}

function readPort(given: string): number {
  const port = Number(given);
  if (/^\d{1,5}$/.test(given) && port <= 65_535) return port;
  throw new InvalidArgumentError('It must be a number from 0 to 65535.');
}

/** Tells a failure in words that fit it, and gives its exit code. */
async function answer(error: unknown, terminal: Terminal): Promise<number> {
  // Commander has printed its help, version or complaint already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? CLEAN : MISUSE;
  const complain = (message: string) =>
    terminal.error.write(`${terminal.error.colour('red', 'error:')} ${message}\n`);
  if (terminal.debug && error instanceof Error) {
    await terminal.error.write(`${error.stack ?? error.message}\n`);
  }
  if (error instanceof UsageError) {
    await complain(error.hint === null ? error.message : `${error.message}\n${error.hint}`);
    return MISUSE;
  }
  const fault = faultOfFiles(error);
  if (fault !== null) {
    await complain(fault);
    return MISUSE;
  }
  const message = error instanceof Error ? error.message : String(error);
  const [firstLine = ''] = message.split('\n');
  await complain(
    `unexpected failure: ${firstLine}\nThis is a bug of Cardboard. CARDBOARD_DEBUG=1 shows where it happened.`,
  );
  return PROBLEMS;
}

const FAULTS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EEXIST: 'something else stands there already',
  EPERM: 'permission denied',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'this is a folder, not a file',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  EXDEV: 'it lies on another disk',
};

/** What the file system refused, or null for any other failure. */
function faultOfFiles(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const words = FAULTS[error.code];
  if (words === undefined) return null;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : null;
  return path === null ? words : `${nearName(path)}: ${words}`;
}

/** A path as a person in the working folder would write it. */
function nearName(path: string): string {
  const near = relative('.', path);
  return near === '' || near.startsWith('..') ? path : near;
}
