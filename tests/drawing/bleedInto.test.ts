import { describe, expect, it } from 'vitest';
import { bleedInto } from '../../src/drawing/bleedInto.ts';
import type { Drawing } from '../../src/drawing/drawing.ts';

describe('bleedInto', () => {
  it('makes what bleeds a part of the picture, and moves all that is in it', () => {
    const drawing: Drawing = {
      widthUnits: 100,
      heightUnits: 150,
      bleedUnits: 5,
      background: '#ffffff',
      altText: 'A dot',
      shapes: [
        {
          type: 'group',
          clip: [{ type: 'M', values: [0, 1] }],
          blend: 'multiply',
          opacity: 1,
          shapes: [
            {
              type: 'circle',
              center: [-5, 10],
              radius: 3,
              fill: { type: 'radialGradient', center: [1, 2], radius: 3, stops: [] },
              opacity: 1,
            },
            { type: 'stroke', steps: [{ type: 'L', values: [2, 3] }], stroke: '#000000', widthUnits: 4, opacity: 1 },
            { type: 'lettering', text: 'a', box: { left: 0, top: 1, right: 2, bottom: 3 }, steps: [], fill: '#000000' },
          ],
        },
      ],
    };
    const { widthUnits, heightUnits, bleedUnits, shapes } = bleedInto(drawing);
    expect([widthUnits, heightUnits, bleedUnits]).toEqual([110, 160, undefined]);
    expect(shapes).toMatchObject([
      {
        clip: [{ values: [5, 6] }],
        shapes: [
          { center: [0, 15], radius: 3, fill: { center: [6, 7], radius: 3 } },
          { steps: [{ values: [7, 8] }], widthUnits: 4 },
          { box: { left: 5, top: 6, right: 7, bottom: 8 } },
        ],
      },
    ]);
  });
});
