/** A board of any length as a page of its own, with the site's style and scripts: what the pages of a site would hold of it. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BoardData } from '../../src/core/board-data.ts';
import { packBoardData } from '../../src/core/packed-board-data.ts';
import { collectAssets } from '../../src/site/assets.ts';
import { loadMessages } from '../../src/site/messages.ts';
import { ROOT } from '../support/project.ts';
import { type SampleSite, serveSite } from './served-site.ts';

const escaped = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

/** A row as board pages have it. */
function row(data: BoardData, at: number): string {
  const average = data.averages[at] ?? null;
  const cells = data.columns.map(({ decimals }, place) => {
    const score = data.scores[place]?.score[at] ?? null;
    return score === null
      ? '<td class="score missing">–</td>'
      : `<td class="score"><a class="number" href="x"><span class="mark self">self-reported</span>${score.toFixed(decimals)}</a></td>`;
  });
  const name = `<a class="model" href="x">${escaped(data.models.name[at] ?? '')}</a><span class="under">facts</span>`;
  const mean =
    average === null
      ? '<span class="missing">–</span>'
      : `<a class="plain" href="x">${average.toFixed(2)}</a>`;
  return `<tr><td class="rank">${data.rank[at] ?? '–'}</td><th scope="row" class="name">${name}</th><td class="score average">${mean}<span class="under">all</span></td>${cells.join('')}</tr>`;
}

/** The page of a board whose first `inPage` rows are in it, its data in the page if all are, else in a file. */
function pageOf(data: BoardData, inPage: number, asset: (name: string) => string): string {
  const isLong = data.models.id.length > inPage;
  const rows = Array.from({ length: Math.min(inPage, data.models.id.length) }, (_, at) => row(data, at));
  const heads = data.columns.map(
    ({ key, name, under }) =>
      `<th scope="col" class="score" data-key="${key}"><span class="label">${name}</span><span class="under">${under}</span></th>`,
  );
  const block = isLong
    ? '<script type="application/json" id="board-data" data-file="data.json"></script>'
    : `<script type="application/json" id="board-data">${JSON.stringify(packBoardData(data)).replaceAll('<', '\\u003c')}</script>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'">
<title>Long</title><link rel="icon" href="favicon.svg"><script src="${asset('theme.js')}"></script><link rel="stylesheet" href="${asset('site.css')}">
<script src="${asset('messages.js')}" defer></script><script src="${asset('client.js')}" defer></script><script src="${asset('board.js')}" defer></script></head>
<body><main><h1>Long</h1><div id="board-tools" hidden></div>
<div class="table-box width-4" role="region" aria-label="Board" tabindex="0"><table class="board" id="board"><caption class="hidden">Board</caption>
<thead><tr><th scope="col" class="rank" data-key="rank"><span class="label">#</span></th><th scope="col" class="name" data-key="model"><span class="label">Model</span></th><th scope="col" class="score average" data-key="average"><span class="label">Average</span><span class="under">mean</span></th>${heads.join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div><p id="board-none" hidden></p>
<nav id="board-pages" data-pages aria-label="Pages"><a href="2/">2</a></nav></main>${block}</body></html>`;
}

/** Writes and serves one page for each board, under its name, and starts the browser. */
export async function openLongBoards(
  boards: Readonly<Record<string, { readonly data: BoardData; readonly inPage: number }>>,
): Promise<SampleSite> {
  const folder = mkdtempSync(join(tmpdir(), 'cardboard-long-'));
  const messages = loadMessages(join(ROOT, 'messages'), 'en');
  const assets = await collectAssets([join(ROOT, 'public')], new Map([['messages.js', messages.script]]));
  for (const { path, content } of assets.files) {
    for (const place of [path, ...Object.keys(boards).map((name) => `${name}/${path}`)]) {
      mkdirSync(dirname(join(folder, place)), { recursive: true });
      writeFileSync(join(folder, place), content);
    }
  }
  for (const [name, { data, inPage }] of Object.entries(boards)) {
    const html = pageOf(data, inPage, (asset) => assets.names.get(asset) ?? asset);
    writeFileSync(join(folder, name, 'index.html'), html);
    writeFileSync(join(folder, name, 'data.json'), JSON.stringify(packBoardData(data)));
  }
  // What is served as a site has a page of its own.
  writeFileSync(join(folder, 'index.html'), '');
  return serveSite(folder, '/', folder);
}
