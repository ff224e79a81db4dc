/** Models with names and facts as unlike each other as real ones: for sizes of pages that are worth something. */
import type { Model, ModelType } from '../../src/core/result.ts';
import { generator } from './synthetic-cards.ts';

const SYLLABLES =
  'ar bel cor dra eno fal gri hum ist jor kal lum mer nox oph pra qui ran sol tur ump vex wil xan yar zep'.split(
    ' ',
  );
const ENDINGS = [
  'Instruct',
  'Chat',
  'DPO',
  'SFT',
  'slerp',
  'merge',
  'v0.1',
  'v2',
  'base',
  'RLHF',
  '16k',
  'AWQ',
];
const LICENSES = ['apache-2.0', 'mit', 'llama2', 'cc-by-nc-4.0', 'other', 'gemma', 'llama3', 'cc-by-sa-4.0'];
const LANGUAGES = ['en', 'zh', 'de', 'fr', 'es', 'ko', 'ja', 'pt'];
const TAGS = [
  'merge',
  'mergekit',
  'code',
  'math',
  'moe',
  'medical',
  'uncensored',
  'roleplay',
  'long-context',
];
const TYPES: readonly ModelType[] = ['pretrained', 'fine-tuned', 'chat', 'merge', 'quantized', 'unknown'];

/** Makes models by row; the same ones for the same seed. */
export function madeUpModels(seed: number): (row: number) => {
  id: string;
  facts: Partial<Model>;
  line: number;
} {
  const below = generator(seed);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const word = () => Array.from({ length: 2 + below(3) }, () => pick(SYLLABLES)).join('');
  const organisations = Array.from({ length: 140 }, word);
  return (row) => {
    const size = pick([0.5, 1.1, 3, 7, 8, 9, 10.7, 13, 14, 32, 34, 70, 72]);
    const name = `${word()}-${size}B-${pick(ENDINGS)}-${row.toString(36)}`;
    return {
      id: `${pick(organisations)}/${name}`,
      facts: {
        licenses: [pick(LICENSES)],
        languages: LANGUAGES.filter(() => below(5) === 0),
        tags: TAGS.filter(() => below(4) === 0),
        library: 'transformers',
        base_models: below(2) === 0 ? [`${pick(organisations)}/${word()}-${size}B`] : [],
        parameters: size,
        type: pick(TYPES),
        names: [name, name.replaceAll('-', ' ')],
      },
      line: 21 + below(200),
    };
  };
}
