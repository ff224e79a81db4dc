/** The browser of the tests: one that npm installed, unpacked once, or one of the machine. */
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { extract } from 'tar-fs';
import { ROOT } from '../support/project.ts';

interface Executable {
  readonly path: string;
  readonly environment: Readonly<Record<string, string>>;
}

const ARGUMENTS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--font-render-hinting=none',
  '--no-first-run',
];

/**
 * Starts Chromium: the one that CARDBOARD_CHROMIUM names, else the one of the package @sparticuz/chromium (Linux on
 * x64, with every library it needs), else one that the machine has. Without any, it says in one line what to install.
 */
export async function startBrowser(more: readonly string[] = []): Promise<Browser> {
  const executable = (await named()) ?? (await packaged()) ?? installed();
  if (executable === null) {
    throw new Error(
      'The browser tests need Chromium: apt-get install -y chromium, or set CARDBOARD_CHROMIUM to one.',
    );
  }
  // As root there is no sandbox to be had; the pages of the tests are our own.
  const isRoot = process.getuid?.() === 0 || process.env.CI !== undefined;
  return chromium.launch({
    executablePath: executable.path,
    args: [...ARGUMENTS, ...more, ...(isRoot ? ['--no-sandbox'] : [])],
    chromiumSandbox: false,
    env: { ...(process.env as Record<string, string>), ...executable.environment },
  });
}

async function named(): Promise<Executable | null> {
  const path = process.env.CARDBOARD_CHROMIUM;
  if (path === undefined || path === '') return null;
  if (!existsSync(path)) throw new Error(`CARDBOARD_CHROMIUM names ${path}, which does not exist.`);
  return { path, environment: {} };
}

function installed(): Executable | null {
  const paths = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  const path = paths.find((candidate) => existsSync(candidate));
  return path === undefined ? null : { path, environment: {} };
}

/** Unpacks the packaged browser beside the other caches of node_modules, whole or not at all. */
async function packaged(): Promise<Executable | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const require = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = require.resolve('@sparticuz/chromium');
  } catch {
    return null;
  }
  const folder = entry.slice(
    0,
    entry.lastIndexOf(join('@sparticuz', 'chromium')) + '@sparticuz/chromium'.length,
  );
  const { version } = require(join(folder, 'package.json')) as { version: string };
  // Where it really lies: the folder may be shared by several working copies, of which some go away.
  const target = join(await realpath(join(ROOT, 'node_modules')), '.cache', `chromium-${version}`);
  if (!existsSync(target)) {
    await mkdir(dirname(target), { recursive: true });
    const fresh = await mkdtemp(`${target}-`);
    const unpack = (name: string, to: NodeJS.WritableStream) =>
      pipeline(createReadStream(join(folder, 'bin', name)), createBrotliDecompress(), to);
    await unpack('chromium.br', createWriteStream(join(fresh, 'chromium')));
    await chmod(join(fresh, 'chromium'), 0o755);
    await unpack('al2023.tar.br', extract(fresh));
    await unpack('fonts.tar.br', extract(fresh));
    await writeFile(join(fresh, 'fonts.conf'), fontConfig(target));
    await rename(fresh, target).catch(async (error) => {
      await rm(fresh, { recursive: true, force: true });
      // Another run was faster.
      if (!existsSync(target)) throw error;
    });
  }
  return {
    path: join(target, 'chromium'),
    environment: {
      FONTCONFIG_FILE: join(target, 'fonts.conf'),
      LD_LIBRARY_PATH: [join(target, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
    },
  };
}

/** Only the fonts that came along, so that pages are laid out alike on every machine. */
function fontConfig(folder: string): string {
  return `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n<dir>${folder}/fonts</dir>\n<cachedir>${folder}/cache</cachedir>\n</fontconfig>\n`;
}
