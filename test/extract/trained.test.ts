import { describe, expect, it } from 'vitest';
import { readTrained, trainedMetric } from '../../src/extract/trained.ts';

const lead = (dataset: string) =>
  `This model is a fine-tuned version of acme/demo on ${dataset}. It achieves the following results on the evaluation set:`;

describe('the sentence above a trainer’s list', () => {
  it('names the data set and its part', () => {
    expect(readTrained(lead('the imdb dataset'), 7)).toEqual({
      dataset: 'imdb',
      part: 'evaluation set',
      from: 'the sentence above (line 7)',
    });
    expect(readTrained(lead('the Common Voice 7 & Meadow Speech datasets'), 7)?.dataset).toBe(
      'Common Voice 7 & Meadow Speech',
    );
  });

  it('may name none', () => {
    for (const none of ['an unknown dataset', 'the None dataset', 'an unkown dataset'])
      expect(readTrained(lead(none), 7)).toMatchObject({ dataset: null, part: 'evaluation set' });
    expect(readTrained('We evaluate on the imdb dataset.', 7)).toBeNull();
  });

  it('is followed by metrics, and by speeds and counts', () => {
    expect(trainedMetric('eval_f1')).toBe('f1');
    expect(trainedMetric('Rouge Average')).toBe('Rouge Average');
    for (const label of ['eval_runtime', 'eval_steps_per_second', 'epoch', 'step', 'Gen Len'])
      expect(trainedMetric(label)).toBeNull();
  });
});
