/** Licences of models: by id, by the name of one that is none of the Hub's, and the freest of several. */
import { describe, expect, it } from 'vitest';
import { loadRegistry } from '../../src/registry/load.ts';
import { licenseOf, opennessOf } from '../../src/render/license-of.ts';
import { sampleModel } from './sample-data.ts';

const registry = loadRegistry('registry').value;
const model = (licenses: string[], license_name: string | null = null) =>
  sampleModel('a/b', { licenses, license_name });

describe('the licence of a model', () => {
  it('is looked up by its id, or by the name that the card gives another one', () => {
    expect(licenseOf(registry, model(['mit']), 'mit')?.id).toBe('mit');
    expect(licenseOf(registry, model(['other'], 'yi-license'), 'other')?.id).toBe('yi-license');
    expect(licenseOf(registry, model(['other']), 'other')).toBeUndefined();
    expect(licenseOf(registry, model(['other'], 'our own'), 'other')).toBeUndefined();
  });

  it('says how open the model is, by the freest of several', () => {
    expect(opennessOf(registry, model(['llama2', 'apache-2.0']))).toBe('open');
    expect(opennessOf(registry, model(['llama2', 'made-up']))).toBe('restricted');
    expect(opennessOf(registry, model(['proprietary']))).toBe('closed');
    expect(opennessOf(registry, model([]))).toBe('unknown');
  });
});
