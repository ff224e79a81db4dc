/** The rules of docs/architecture.md on who may import whom, as a function from sources to complaints. */
import { posix } from 'node:path';
import { type ModuleFacts, readModule } from './module-facts.ts';

/** The rooms in the order in which a build passes through them. */
const ROOMS = [
  'cards',
  'parse',
  'extract',
  'normalize',
  'store',
  'audit',
  'export',
  'render',
  'site',
] as const;

const MAY_TOUCH_FILES =
  /^(?:cards\/|registry\/|store\/|site\/|config\.ts$|export\/write\.ts$|render\/template\.ts$)/;
const MAY_ACT = /^(?:cli\.ts$|commands\/)/;
/** Shows a finished site on this machine: no stage of a build, so commands call it themselves. */
const SERVER = 'site/serve.ts';
/** Asks Intl for the plural rules of the language that the config names, whatever the machine's own is. */
const LANGUAGE = 'core/language.ts';
const LOCALE = /^(?:Intl|localeCompare|toLocale\w*String)$/;

/** Complaints about the sources of src/, by path relative to src/: "render/board.ts imports …". Empty: all is well. */
export function complaintsAbout(sources: ReadonlyMap<string, string>): string[] {
  const modules = new Map([...sources].map(([path, source]) => [path, readModule(source, path)]));
  const complaints: string[] = [];
  for (const [path, facts] of modules) {
    for (const { specifier, typeOnly } of facts.imports) {
      const reason = specifier.startsWith('.')
        ? reasonAgainstModule(path, posix.join(posix.dirname(path), specifier), typeOnly)
        : reasonAgainstPackage(path, specifier);
      if (reason !== undefined) complaints.push(`${path} imports ${specifier}: ${reason}`);
    }
    for (const power of facts.powers) {
      const reason = reasonAgainstPower(path, power);
      if (reason !== undefined) complaints.push(`${path} uses ${power}: ${reason}`);
    }
    if (facts.hasDefaultExport) complaints.push(`${path} has a default export: exports are named`);
    if (path === 'index.ts' && !facts.reexportsOnly) complaints.push('index.ts does more than re-export');
  }
  complaints.push(...complaintsAboutClient(modules), ...complaintsAboutCycles(modules));
  return complaints.sort();
}

function roomOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
}

function reasonAgainstModule(from: string, to: string, typeOnly: boolean): string | undefined {
  if (to.startsWith('..')) return 'it lies outside src/';
  const room = roomOf(from);
  const other = roomOf(to);
  if (room === other && room !== '') return undefined;
  if (room === 'core') return 'core/ imports nothing outside core/';
  if (room === 'client') return other === 'core' ? undefined : 'client/ imports only core/';
  if (other === 'client') return 'nobody imports client/';
  if (other === 'core') return undefined;
  if (room === 'registry') return 'registry/ imports only core/';
  const place = (ROOMS as readonly string[]).indexOf(room);
  if (place >= 0) {
    if (other === 'registry') return undefined;
    const otherPlace = (ROOMS as readonly string[]).indexOf(other);
    if (otherPlace < 0) return 'a room imports core/, registry/ and types of rooms to its left';
    if (otherPlace > place) return 'that room lies to the right';
    return typeOnly ? undefined : 'of another room only types are imported';
  }
  if (MAY_ACT.test(from) && to === SERVER) return undefined;
  if (MAY_ACT.test(from) && other !== '' && other !== 'commands' && other !== 'registry' && !typeOnly) {
    return 'commands call the rooms through build.ts';
  }
  if (from === 'config.ts' && other !== '' && other !== 'registry' && !typeOnly)
    return 'config.ts calls no room';
  return undefined;
}

function reasonAgainstPackage(from: string, specifier: string): string | undefined {
  const room = roomOf(from);
  const builtin = specifier.replace(/^node:/, '');
  if (specifier.startsWith('node:') ? /^fs(?:\/|$)/.test(builtin) : /^fs(?:\/|$)/.test(specifier)) {
    if (MAY_TOUCH_FILES.test(from) || MAY_ACT.test(from)) return undefined;
    return 'files are read and written only in cards/, config.ts, registry/, store/, site/, export/write.ts and render/template.ts';
  }
  if (/^(?:child_process|process|vm|repl|inspector)$/.test(builtin) && !MAY_ACT.test(from)) {
    return 'only the command line touches the process';
  }
  if (/^(?:http|https|http2|net|tls|dgram|dns)$/.test(builtin) && from !== SERVER) {
    return `only ${SERVER} opens a port, and nobody fetches anything`;
  }
  if (room === 'core' && !specifier.startsWith('node:')) return 'core/ needs no package';
  if (room === 'client') return 'client/ imports only core/';
  if (specifier.startsWith('@duckdb/') && room !== 'store') return 'the database is known to store/ alone';
  return undefined;
}

function reasonAgainstPower(path: string, power: string): string | undefined {
  if (path === LANGUAGE && power === 'Intl') return undefined;
  if (LOCALE.test(power)) return 'a site is the same whatever the locale';
  if (power === 'Math.random') return 'the same input gives the same bytes';
  if (MAY_ACT.test(path)) return undefined;
  if (power === 'fetch' || power === 'XMLHttpRequest' || power === 'WebSocket') {
    return roomOf(path) === 'client' ? undefined : 'nobody fetches anything';
  }
  const isClock = power === 'Date.now' || power === 'new Date()' || power === 'performance.now';
  if (isClock && roomOf(path) === 'client') return undefined;
  return 'console, process and clock belong to the command line';
}

/** client/ runs in a browser, so the modules of core/ it reaches must not need Node. */
function complaintsAboutClient(modules: ReadonlyMap<string, ModuleFacts>): string[] {
  const seen = new Set([...modules.keys()].filter((path) => path.startsWith('client/')));
  const complaints: string[] = [];
  for (const path of seen) {
    for (const { specifier, typeOnly } of modules.get(path)?.imports ?? []) {
      if (typeOnly) continue;
      if (specifier.startsWith('.')) seen.add(posix.join(posix.dirname(path), specifier));
      else if (path.startsWith('core/')) complaints.push(`${path} needs ${specifier}, and client/ needs it`);
    }
  }
  return complaints;
}

/** Modules that import each other in a ring, types aside. */
function complaintsAboutCycles(modules: ReadonlyMap<string, ModuleFacts>): string[] {
  const complaints: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      complaints.push(`${[...trail.slice(trail.indexOf(path)), path].join(' → ')}: a ring of imports`);
      return;
    }
    if (done.has(path)) return;
    for (const { specifier, typeOnly } of modules.get(path)?.imports ?? []) {
      if (specifier.startsWith('.') && !typeOnly)
        visit(posix.join(posix.dirname(path), specifier), [...trail, path]);
    }
    done.add(path);
  };
  for (const path of modules.keys()) visit(path, []);
  return complaints;
}
