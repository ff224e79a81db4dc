/** Makes docs/cardboard.config.schema.json, by which editors complete and check cardboard.config.yml. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { configJsonSchema } from '../src/config-schema.ts';

/** The file's whole text. */
export function configSchemaDocument(): string {
  return `${JSON.stringify(configJsonSchema(), null, 2)}\n`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(
    fileURLToPath(new URL('../docs/cardboard.config.schema.json', import.meta.url)),
    configSchemaDocument(),
  );
}
