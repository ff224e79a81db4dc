/** Finds the cards of a folder. */
import { type Dirent, promises as fs } from 'node:fs';
import { basename, join, posix, relative, resolve, sep } from 'node:path';
import { compareText } from '../core/compare.ts';
import { type Checked, type Diagnostic, diagnose } from '../core/diagnostic.ts';
import { UsageError } from '../core/usage-error.ts';

export interface FoundCard {
  /** Relative to the cards folder, with forward slashes. */
  readonly path: string;
  /** As the reader named the folder, with forward slashes: for diagnostics. */
  readonly file: string;
  readonly absolute: string;
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
  if (kind.isFile()) return { value: [singleCard(named, root)], diagnostics: [] };
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
function singleCard(named: string, absolute: string): FoundCard {
  const parts = absolute.split(sep).filter((part) => part !== '');
  const path = isReadme(basename(absolute)) ? parts.slice(-3).join('/') : (parts.at(-1) as string);
  return { path, file: named, absolute };
}

function isReadme(name: string): boolean {
  return name.toLowerCase() === 'readme.md';
}

class Walk {
  readonly found: FoundCard[] = [];
  readonly diagnostics: Diagnostic[] = [];
  private waiting: string[] = [''];

  constructor(
    private readonly root: string,
    private readonly named: string,
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
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      if (entry.isDirectory()) this.waiting.push(path);
      else if (entry.isSymbolicLink()) await this.followLink(path, depth, hasCard);
      else if (entry.isFile() && isCard(entry.name, depth, hasCard)) this.add(path);
    }
  }

  private add(path: string): void {
    this.found.push({ path, file: posix.join(this.named, path), absolute: join(this.root, path) });
  }

  /** A link to a file inside the folder is a card like any other; one to a folder inside leads to cards found anyway. */
  private async followLink(path: string, depth: number, hasCard: boolean): Promise<void> {
    let target: string;
    let isFile: boolean;
    try {
      target = await fs.realpath(join(this.root, path));
      isFile = (await fs.stat(target)).isFile();
    } catch (error) {
      if (isCard(posix.basename(path), depth, hasCard)) this.unreadable(path, error);
      return;
    }
    const inside = relative(this.root, target);
    if (inside === '..' || inside.startsWith(`..${sep}`) || resolve(this.root, inside) !== target) {
      const place = { file: posix.join(this.named, path), line: 1, column: 1 };
      this.diagnostics.push(
        diagnose('cards/outside', place, 'This link leads out of the cards folder and is not followed.'),
      );
    } else if (isFile && isCard(posix.basename(path), depth, hasCard)) this.add(path);
  }

  private unreadable(path: string, error: unknown): void {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    const place = { file: posix.join(this.named, path), line: 1, column: 1 };
    this.diagnostics.push(diagnose('cards/unreadable', place, `This cannot be read (${reason}).`));
  }
}

/** `depth` counts the folders above the file; `hasCard` says that the file stands in a model's own folder. */
function isCard(name: string, depth: number, hasCard: boolean): boolean {
  if (isReadme(name)) return depth > 0;
  const stem = /^(.+)\.md$/i.exec(name)?.[1]?.toLowerCase();
  return stem !== undefined && !hasCard && !NOT_CARDS.has(stem.replace(/[- ]/g, '_'));
}
