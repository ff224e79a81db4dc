/** Serves a finished site on this machine, to look at it. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { UsageError } from '../core/usage-error.ts';

export interface ServeOptions {
  /** The first port to try; 0 takes any. */
  readonly port: number;
  /** Default: this machine alone. */
  readonly host?: string;
  /** Path the site was built for: "/" or "/leaderboard/". */
  readonly basePath?: string;
}

export interface Served {
  /** Where the site is: "http://127.0.0.1:4173/". */
  readonly url: string;
  close(): Promise<void>;
}

/** Ports tried beyond the first, where it is taken. */
const MORE_PORTS = 10;

/**
 * Serves `folder`. Nothing is cached, unknown addresses get the site's 404.html, folders without a trailing slash
 * lead to the address with one. Throws a UsageError where there is no site, or no free port.
 */
export async function serve(folder: string, options: ServeOptions): Promise<Served> {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new UsageError(`there is no site in ${folder}; build one first`);
  }
  const base = `/${(options.basePath ?? '/').split('/').filter(Boolean).join('/')}/`.replace('//', '/');
  const files = sirv(folder, { dev: true, etag: false });
  const notFound = (response: ServerResponse) => {
    const page = join(folder, '404.html');
    response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8', 'Cache-Control': 'no-store' });
    response.end(existsSync(page) ? readFileSync(page) : 'Not found');
  };
  const server = createServer((request, response) =>
    answer(request, response, folder, base, files, notFound),
  );
  const host = options.host ?? '127.0.0.1';
  await listen(server, options.port, host);
  const { port } = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${port}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  base: string,
  files: ReturnType<typeof sirv>,
  notFound: (response: ServerResponse) => void,
): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const [path = '/', query] = (request.url ?? '/').split(/(?=\?)/, 2);
  if (path === '/' && base !== '/') {
    response.writeHead(302, { Location: base }).end();
    return;
  }
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    notFound(response);
    return;
  }
  // Hidden files, and ways out of the folder however they are written, do not exist.
  if (!path.startsWith(base) || /[/\\]\.|\0/.test(decoded)) {
    notFound(response);
    return;
  }
  const inside = path.slice(base.length - 1);
  if (!inside.endsWith('/') && existsSync(join(folder, decoded.slice(base.length - 1), 'index.html'))) {
    response.writeHead(302, { Location: `${path}/${query ?? ''}` }).end();
    return;
  }
  request.url = inside + (query ?? '');
  files(request, response, () => notFound(response));
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const failure = await new Promise<NodeJS.ErrnoException | null>((done) => {
      server.once('error', done);
      server.listen(port === 0 ? 0 : port + attempt, host, () => {
        server.off('error', done);
        done(null);
      });
    });
    if (failure === null) return;
    if (failure.code !== 'EADDRINUSE')
      throw new UsageError(`cannot listen on ${host}:${port}: ${failure.message}`);
    if (attempt === MORE_PORTS) throw new UsageError(`the ports ${port} to ${port + MORE_PORTS} are taken`);
  }
}
