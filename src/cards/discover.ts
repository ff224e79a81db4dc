/** Finds the cards of a folder. */
import { type Dirent, promises as fs } from 'node:fs';
import { basename, dirname, join, posix, resolve, sep } from 'node:path';
import { compareText } from '../core/compare.ts';
import { type Checked, type Diagnostic, diagnose } from '../core/diagnostic.ts';
import { UsageError } from '../core/usage-error.ts';
import { followLink } from './links.ts';
import { type FoundResultsFile, findResultsFiles } from './results-files.ts';

export interface FoundCard {
  /** Relative to the cards folder, with forward slashes. */
  readonly path: string;
  /** As the reader named the folder, with forward slashes: for diagnostics. */
  readonly file: string;
  readonly absolute: string;
  /** Files with results beside a README.md; other cards share their folder, and have none. */
  readonly results: readonly FoundResultsFile[];
}

/** Folders read at a time. */
const FOLDERS_AT_ONCE = 16;

/** Markdown files that stand in repositories and are not cards, without `.md`, in lower case. */
const NOT_CARDS = new Set([
  'acknowledgements',
  'acknowledgments',
  'agents',
  'authors',
  'change_log',
  'changelog',
  'changes',
  'claude',
  'code_of_conduct',
  'contributing',
  'contributors',
  'copying',
  'disclaimer',
  'governance',
  'history',
  'index',
  'install',
  'issue_template',
  'licence',
  'license',
  'maintainers',
  'migration',
  'news',
  'notice',
  'privacy',
  'pull_request_template',
  'release',
  'release_notes',
  'releases',
  'releasing',
  'roadmap',
  'security',
  'support',
  'third_party_notices',
  'todo',
  'upgrading',
  'use_policy',
]);

/**
 * Finds every card below a folder, in code unit order of their paths: README.md in a folder of its own, and any
 * other Markdown file that is not one of a repository's usual papers. Beside OWNER/NAME/README.md other Markdown
 * is that model's own documentation. Hidden folders, node_modules and symbolic links out of the folder are passed
 * over, as is a README.md of the cards folder itself. `place` may also be one Markdown file, which is then the card.
 * Throws a UsageError where `place` does not exist or cannot be read.
 */
export async function discoverCards(place: string): Promise<Checked<FoundCard[]>> {
  const root = resolve(place);
  const named = posix.normalize(place.split(sep).join('/')).replace(/(?<=[^/])\/$/, '');
  const kind = await fs.stat(root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
      throw new UsageError(`there is no folder or file ${place}`);
    throw new UsageError(`${place} cannot be read (${error.code})`);
  });
  if (kind.isFile()) return await singleCard(named, root);
  if (!kind.isDirectory()) throw new UsageError(`${place} is neither a folder nor a file`);

  const walk = new Walk(await fs.realpath(root), named);
  await walk.run();
  const value = walk.found.sort((a, b) => compareText(a.path, b.path));
  const diagnostics = walk.diagnostics.sort((a, b) => compareText(a.file, b.file));
  if (value.length === 0) {
    diagnostics.push(
      diagnose('cards/none', { file: named, line: 1, column: 1 }, `No cards were found in ${place}.`),
    );
  }
  return { value, diagnostics };
}

/** One file given by hand: as much of its path is kept as gives the model's name. */
async function singleCard(named: string, absolute: string): Promise<Checked<FoundCard[]>> {
  const parts = absolute.split(sep).filter((part) => part !== '');
  if (!isReadme(basename(absolute)))
    return { value: [{ path: parts.at(-1) as string, file: named, absolute, results: [] }], diagnostics: [] };
  const folder = dirname(absolute);
  const entries = await fs.readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  const beside = await findResultsFiles(
    { root: await fs.realpath(folder), named: posix.dirname(named) },
    '',
    entries,
  );
  const above = parts.slice(-3, -1).join('/');
  const results = beside.value.map((one) => ({ ...one, path: posix.join(above, one.path) }));
  const path = parts.slice(-3).join('/');
  return { value: [{ path, file: named, absolute, results }], diagnostics: beside.diagnostics };
}

function isReadme(name: string): boolean {
  return name.toLowerCase() === 'readme.md';
}

class Walk {
  readonly found: FoundCard[] = [];
  readonly diagnostics: Diagnostic[] = [];
  private waiting: string[] = [''];

  constructor(
    readonly root: string,
    readonly named: string,
  ) {}

  async run(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(-FOLDERS_AT_ONCE);
      await Promise.all(batch.map((folder) => this.readFolder(folder)));
    }
  }

  private async readFolder(folder: string): Promise<void> {
    let entries: Dirent[];
    try {
      entries = await fs.readdir(join(this.root, folder), { withFileTypes: true });
    } catch (error) {
      this.unreadable(folder, error);
      return;
    }
    const depth = folder === '' ? 0 : folder.split('/').length;
    const hasCard = depth >= 2 && entries.some((entry) => entry.isFile() && isReadme(entry.name));
    const owns = depth > 0 && entries.some(({ name }) => isReadme(name));
    const beside = owns ? await findResultsFiles(this, folder, entries) : { value: [], diagnostics: [] };
    this.diagnostics.push(...beside.diagnostics);
    const told = new Set(beside.diagnostics.map(({ file }) => file));
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      if (entry.isDirectory()) this.waiting.push(path);
      else if (entry.isSymbolicLink() && !told.has(this.nameOf(path))) {
        if (await this.leadsToCard(path, depth, hasCard)) this.add(path, beside.value);
      } else if (entry.isFile() && isCard(entry.name, depth, hasCard)) this.add(path, beside.value);
    }
  }

  private nameOf(path: string): string {
    return posix.join(this.named, path);
  }

  private add(path: string, beside: readonly FoundResultsFile[]): void {
    const results = isReadme(posix.basename(path)) ? beside : [];
    this.found.push({ path, file: this.nameOf(path), absolute: join(this.root, path), results });
  }

  /** A link to a file inside the folder is a card like any other; one to a folder inside leads to cards found anyway. */
  private async leadsToCard(path: string, depth: number, hasCard: boolean): Promise<boolean> {
    try {
      const kind = await followLink(this.root, path);
      if (kind !== 'outside') return kind === 'file' && isCard(posix.basename(path), depth, hasCard);
      const place = { file: this.nameOf(path), line: 1, column: 1 };
      const message = 'This link leads out of the cards folder and is not followed.';
      this.diagnostics.push(diagnose('cards/outside', place, message));
    } catch (error) {
      if (isCard(posix.basename(path), depth, hasCard)) this.unreadable(path, error);
    }
    return false;
  }

  private unreadable(path: string, error: unknown): void {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    const place = { file: this.nameOf(path), line: 1, column: 1 };
    this.diagnostics.push(diagnose('cards/unreadable', place, `This cannot be read (${reason}).`));
  }
}

/** `depth` counts the folders above the file; `hasCard` says that the file stands in a model's own folder. */
function isCard(name: string, depth: number, hasCard: boolean): boolean {
  if (isReadme(name)) return depth > 0;
  const stem = /^(.+)\.md$/i.exec(name)?.[1]?.toLowerCase();
  return stem !== undefined && !hasCard && !NOT_CARDS.has(stem.replace(/[- ]/g, '_'));
}
