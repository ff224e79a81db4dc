import { describe, expect, it } from 'vitest';
import { makeSubjects } from '../../src/extract/subject.ts';

function subjectsOf(id: string, ...names: string[]) {
  const [owner, name] = id.split('/') as [string, string];
  return makeSubjects({
    id,
    owner,
    name,
    displayName: name,
    displayNameFrom: 'path',
    names: [id, name, ...names],
  });
}

describe('self', () => {
  it.each([
    ['acme/brook-2-13b-chat', 'Brook-2-Chat 13B'],
    ['acme/brook-2-13b-chat', 'Brook 2 Chat (13B)'],
    ['acme/brook-2-13b-chat', 'acme/Brook-v2-13B-chat'],
    ['acme/brook-base-patch16-224', 'Brook-base'],
    ['acme/brook-base-cased', 'Brook'],
    ['acme/manaca-1b', 'Manacá-1B'],
    ['acme/brook-large-en-v2', 'brook-large-v2'],
    ['acme/brook-30b-llama', 'BROOK-30B'],
    ['acme/brook-7b', 'This new model'],
    ['acme/brook-vision-128k-instruct', 'Brook Vision-128K-In'],
    ['acme/brook-2', 'Brook-2 7B'],
    ['acme/brook-2-9b-it', 'Brook 2 9B Instruct'],
    ['acme/brook-7b-chat-hf', 'Brook Chat 7B'],
    ['acme/brook-2_6-7b', 'Brook 2.6 7B'],
    ['acme/brookV-2_6', 'BrookV 2.6'],
    ['acme/brook-7b-beta', 'Brook-7B-β'],
    ['acme/brook-8x7b', 'Brook 8×7B'],
    ['acme/brook-7b', 'The Brook 7B model'],
    ['acme-ai/meadow-7b', 'Acme Meadow 7B'],
    ['acmeai/Acme-Meadow-7B', 'Meadow 7B'],
    ['acme/brook-7b', 'Brook-7B¹'],
    ['acme/brook-7b', 'Brook-7B [this model]'],
  ])('on the card of %s, "%s" is the own model', (id, name) => {
    expect(subjectsOf(id).self(name)).not.toBeNull();
  });

  it.each([
    ['acme/brook-2-13b-chat', 'Brook-2-Chat 7B'],
    ['acme/brook-2-13b-chat', 'Brook-2-13B'],
    ['acme/brook-7b', 'elsewhere/brook-7b'],
    ['acme/brook-7b', 'Open-source SOTA**'],
    ['acme/brook-7b', 'brook-7b-GPTQ'],
    ['acme/brook-7b-instruct', 'brook-7b'],
    ['acme/brook-meadow-hill-mnli', 'Brook-Meadow-Hill'],
    ['acme/brook-meadow-hill-mini', 'brook-meadow-hill-m'],
    ['acme/brook-2', 'Brook-27B'],
    ['acme/brook-2-9b-it', 'Brook 2 9B'],
    ['acme/brook-7b', 'Brook-7B-α'],
  ])('on the card of %s, "%s" is another model', (id, name) => {
    expect(subjectsOf(id).self(name)).toBeNull();
  });

  it('takes no title for a name cut short', () => {
    expect(subjectsOf('acme/brook-hill', 'Brook Meadow Models').self('brook-meadow-mod')).toBeNull();
  });

  it('takes the size behind a title for no more than the title says', () => {
    expect(subjectsOf('acme/brook-2-7b-chat', 'Brook 2').self('Brook 2 7B')).toBeNull();
    expect(subjectsOf('acme/brook-2-7b', 'Brook 2').self('Brook 2 7B')).not.toBeNull();
  });

  it('takes no name of another size from metadata copied from its card', () => {
    const subjects = subjectsOf('acme/brook-7b', 'brook-34b');
    expect(subjects.self('brook-34b')).toBeNull();
    expect(subjects.self('brook-7b')).not.toBeNull();
  });
});
