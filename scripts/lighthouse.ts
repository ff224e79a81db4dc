/**
 * Measures a built site with Lighthouse: `npm run bench:lighthouse -- FOLDER [PAGE …]`. Without pages, its home page,
 * its longest board and the first model of it. Pages are served compressed, as static hosts do, to the browser of the
 * tests; Lighthouse (190 MB) is installed once into the system's temporary folder, so that the project needs no more
 * than it uses. Prints the four scores of each page and what pulls them down, three times at most while one is below 95,
 * and fails where it stays so.
 */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { startBrowser } from '../test/e2e/browser.ts';

const VERSION = '12.8.2';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const LEAST = 95;
const MOST_RUNS = 3;
const DEBUGGING_PORT = 9333;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=utf-8',
  '.css': 'text/css;charset=utf-8',
  '.js': 'text/javascript;charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.txt': 'text/plain;charset=utf-8',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
const COMPRESSED = new Set(['.html', '.css', '.js', '.json', '.svg', '.xml', '.txt']);

interface Report {
  readonly categories: Readonly<
    Record<
      string,
      {
        readonly score: number | null;
        readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
      }
    >
  >;
  readonly audits: Readonly<
    Record<string, { readonly title: string; readonly score: number | null; readonly displayValue?: string }>
  >;
}

const [folder, ...given] = process.argv.slice(2);
if (folder === undefined || !existsSync(join(folder, 'index.html'))) {
  console.error('usage: npm run bench:lighthouse -- FOLDER [PAGE …]; the folder is a site that was built');
  process.exit(2);
}
const pages = given.length > 0 ? given : ['', ...longestBoardAndModel(folder)];
const lighthouse = installed();
const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
  let file = join(folder, path);
  if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
  if (!existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  const extension = extname(file);
  const isCompressed = COMPRESSED.has(extension);
  response.writeHead(200, {
    'content-type': TYPES[extension] ?? 'application/octet-stream',
    'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'max-age=600',
    ...(isCompressed ? { 'content-encoding': 'gzip' } : {}),
  });
  response.end(isCompressed ? gzipSync(readFileSync(file)) : readFileSync(file));
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const { port } = server.address() as AddressInfo;
const browser = await startBrowser([`--remote-debugging-port=${DEBUGGING_PORT}`]);
let isGood = true;
try {
  for (const page of pages) isGood = (await measure(`http://127.0.0.1:${port}/${page}`, page)) && isGood;
} finally {
  await browser.close();
  server.close();
}
process.exitCode = isGood ? 0 : 1;

/** The page of the longest board, and of the model that leads it. */
function longestBoardAndModel(site: string): string[] {
  const boards = existsSync(join(site, 'boards')) ? readdirSync(join(site, 'boards')) : [];
  const sizes = boards
    .filter((name) => existsSync(join(site, 'boards', name, 'index.html')))
    .map((name) => ({ name, size: statSync(join(site, 'boards', name, 'index.html')).size }))
    .sort((a, b) => b.size - a.size);
  const [longest] = sizes;
  if (longest === undefined) return [];
  const html = readFileSync(join(site, 'boards', longest.name, 'index.html'), 'utf8');
  const model = /<tbody>[\s\S]*?href="\.\.\/\.\.\/(models\/[^"#]+\/)"/.exec(html)?.[1];
  return [`boards/${longest.name}/`, ...(model === undefined ? [] : [model])];
}

/** Lighthouse's own command, installed where it is missing. */
function installed(): string {
  const place = join(tmpdir(), `cardboard-lighthouse-${VERSION}`);
  const command = join(place, 'node_modules', 'lighthouse', 'cli', 'index.js');
  if (!existsSync(command)) {
    console.log(`installing lighthouse ${VERSION} into ${place}`);
    mkdirSync(place, { recursive: true });
    const options = ['--prefix', place, '--no-save', '--no-audit', '--no-fund'];
    spawnSync('npm', ['install', ...options, `lighthouse@${VERSION}`], { stdio: 'inherit', cwd: place });
  }
  return command;
}

/** Measures a page, again where it falls short: what else the machine does can only make it slower. */
async function measure(url: string, name: string): Promise<boolean> {
  for (let run = 1; run < MOST_RUNS; run++) if (await measureOnce(url, name)) return true;
  return measureOnce(url, name);
}

/** Prints a page's scores, and what pulls them down. */
async function measureOnce(url: string, name: string): Promise<boolean> {
  const options = [
    '--quiet',
    '--output=json',
    `--port=${DEBUGGING_PORT}`,
    `--only-categories=${CATEGORIES.join(',')}`,
  ];
  const { stdout } = await promisify(execFile)(process.execPath, [lighthouse, url, ...options], {
    maxBuffer: 100_000_000,
  });
  const { categories, audits } = JSON.parse(stdout) as Report;
  const scores = CATEGORIES.map((id) => Math.round((categories[id]?.score ?? 0) * 100));
  console.log(`/${name}`);
  console.log(`  ${CATEGORIES.map((id, place) => `${id} ${scores[place]}`).join(' · ')}`);
  const weights = new Map(
    Object.values(categories).flatMap(({ auditRefs }) =>
      auditRefs.map(({ id, weight }) => [id, weight] as const),
    ),
  );
  for (const [id, { title, score, displayValue }] of Object.entries(audits)) {
    if (score !== null && score < 0.9 && (weights.get(id) ?? 0) > 0)
      console.log(`  ${score.toFixed(2)}  ${title}${displayValue === undefined ? '' : ` (${displayValue})`}`);
  }
  return scores.every((score) => score >= LEAST);
}
