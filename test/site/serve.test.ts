import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Served, serve } from '../../src/site/serve.ts';
import { makeFolder, remove, writeFiles } from '../support/workplace.ts';

let place: string;
let running: Served[];
beforeEach(() => {
  place = makeFolder();
  running = [];
  writeFiles(join(place, 'dist'), [
    ['index.html', 'home'],
    ['404.html', 'missing'],
    ['models/a/b/index.html', 'model'],
    ['assets/site-1.css', 'a{}'],
    ['data/results.jsonl', '{}'],
    ['.cardboard-site', 'marker'],
  ]);
  writeFiles(place, [
    ['secret.txt', 'secret'],
    ['dist-secret/index.html', 'secret'],
  ]);
});
afterEach(async () => {
  for (const served of running) await served.close();
  remove(place);
});

async function start(options: Partial<Parameters<typeof serve>[1]> = {}): Promise<Served> {
  const served = await serve(join(place, 'dist'), { port: 0, ...options });
  running.push(served);
  return served;
}

/** Asks for a path exactly as written, which fetch would tidy up. */
function ask(served: Served, path: string, method = 'GET') {
  return new Promise<{ status: number; type: string; location: string; cache: string; body: string }>(
    (done, fail) => {
      const { hostname, port } = new URL(served.url);
      const asked = request({ hostname, port, path, method }, (response) => {
        let body = '';
        response.on('data', (part) => {
          body += part;
        });
        response.on('end', () =>
          done({
            status: response.statusCode ?? 0,
            type: response.headers['content-type'] ?? '',
            location: response.headers.location ?? '',
            cache: response.headers['cache-control'] ?? '',
            body,
          }),
        );
      });
      asked.on('error', fail);
      asked.end();
    },
  );
}

describe('a served site', () => {
  test('is on this machine alone, gives pages, and is never cached', async () => {
    const served = await start();
    expect(new URL(served.url).hostname).toBe('127.0.0.1');
    expect(await ask(served, '/')).toMatchObject({ status: 200, body: 'home', cache: 'no-store' });
    expect(await ask(served, '/models/a/b/?x=1')).toMatchObject({
      body: 'model',
      type: 'text/html;charset=utf-8',
    });
    expect(await ask(served, '/assets/site-1.css')).toMatchObject({ status: 200, type: 'text/css' });
    expect(await ask(served, '/', 'HEAD')).toMatchObject({ status: 200, body: '' });
    expect((await ask(served, '/', 'POST')).status).toBe(405);
  });

  test('answers unknown addresses with its own page', async () => {
    const served = await start();
    for (const path of ['/none', '/none/', '/%zz', '/models/none/']) {
      expect(await ask(served, path)).toMatchObject({ status: 404, body: 'missing' });
    }
  });

  test('leads folders without a slash to those with one', async () => {
    expect(await ask(await start(), '/models/a/b?x=1')).toMatchObject({
      status: 302,
      location: '/models/a/b/?x=1',
    });
  });

  test('shows nothing outside, and nothing hidden', async () => {
    const served = await start();
    const ways = [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/../dist-secret/',
      '/%2e%2e%2fdist-secret/index.html',
      '/models/..%5c..%5csecret.txt',
      '/.cardboard-site',
      '/%2ecardboard-site',
      '//../secret.txt',
      '/%00',
    ];
    for (const way of ways) {
      const { body, status } = await ask(served, way);
      expect({ way, body, status }).toEqual({ way, body: 'missing', status: 404 });
    }
  });

  test('lives below a base path', async () => {
    const served = await start({ basePath: '/x/' });
    expect(served.url).toMatch(/\/x\/$/);
    expect(await ask(served, '/x/models/a/b/')).toMatchObject({ body: 'model' });
    expect(await ask(served, '/x/models/a/b')).toMatchObject({ location: '/x/models/a/b/' });
    expect(await ask(served, '/')).toMatchObject({ status: 302, location: '/x/' });
    expect((await ask(served, '/models/a/b/')).status).toBe(404);
  });

  test('takes the next port where one is taken', async () => {
    const first = await start();
    const port = Number(new URL(first.url).port);
    const second = await start({ port });
    expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
    expect((await ask(second, '/')).body).toBe('home');
  });

  test('has to be built first', async () => {
    await expect(serve(join(place, 'none'), { port: 0 })).rejects.toThrow('no site in');
  });
});
