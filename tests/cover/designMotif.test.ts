import { describe, expect, it } from 'vitest';
import { coverStyles } from '../../src/cover/coverStyles.ts';
import { designCover } from '../../src/cover/designCover.ts';
import { designMotif } from '../../src/cover/designMotif.ts';
import { frameOrnament } from '../../src/drawing/frameOrnament.ts';
import { subjectOf } from './subjects.ts';

describe.each(coverStyles)('the motif of a cover in the style %s', style => {
  const ids = Array.from({ length: 12 }, (_, index) => `urn:uuid:motif-${index}`);

  it('is the same without the cover', () => {
    for (const id of ids)
      expect(designMotif(id, style)).toEqual(designCover(subjectOf({ title: 'A Lamp', id }), style).motif);
  });

  it('has outlines that close, in a frame of print and of readers, large and as small as a letter', () => {
    for (const id of ids) {
      const motif = designMotif(id, style);
      for (const { steps, heightUnits } of [frameOrnament(motif), frameOrnament(motif.small ?? motif)]) {
        expect(heightUnits).toBe(1100);
        expect(steps.at(-1)?.type).toBe('Z');
        expect(steps.filter(({ type }) => type === 'M')).toHaveLength(steps.filter(({ type }) => type === 'Z').length);
      }
    }
  });
});
