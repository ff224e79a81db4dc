/** Writes docs/diagnostics.md from the catalogue of codes: `npm run docs`. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CODES, type CodeEntry } from '../src/core/codes.ts';

const INTRODUCTION = `<!-- Made from src/core/codes.ts by \`npm run docs\`. Change it there. -->

# Diagnostics

What Cardboard says about cards and config. Each diagnostic has a code, \`room/name\`; codes are permanent, so it is safe to search for them or to filter by them.

An **error** means that something a person wrote is not used as they meant it, and ends \`cardboard check\` with exit code 1. A **warning** does so only with \`--strict\`. An **info** never does.
`;

/** The whole document, by room in the catalogue's order. */
export function diagnosticsDocument(codes: Readonly<Record<string, CodeEntry>> = CODES): string {
  const parts = [INTRODUCTION];
  let room = '';
  for (const [code, entry] of Object.entries(codes)) {
    const [roomOfCode = ''] = code.split('/');
    if (roomOfCode !== room) {
      room = roomOfCode;
      parts.push(`## ${room}\n`);
    }
    parts.push(`### ${code}\n`, `**${entry.severity}** · ${entry.title}.\n`, `${entry.explanation}\n`);
    if (entry.hint !== undefined) parts.push(`What to do: ${entry.hint}\n`);
  }
  return parts.join('\n');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(fileURLToPath(new URL('../docs/diagnostics.md', import.meta.url)), diagnosticsDocument());
}
