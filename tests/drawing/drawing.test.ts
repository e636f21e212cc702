import { describe, expect, it } from 'vitest';
import { contrastRatio, mixColors } from '../../src/drawing/color.ts';
import type { Drawing, LinearGradient } from '../../src/drawing/drawing.ts';
import { drawingToSvg } from '../../src/drawing/drawingToSvg.ts';
import { circleOutline, lens, outlineBox, placeOutline, polygon, swellingStroke } from '../../src/drawing/outline.ts';

const dusk: LinearGradient = {
  type: 'linearGradient',
  from: [0, 0],
  to: [0, 10],
  stops: [
    { offset: 0, color: '#112233', opacity: 1 },
    { offset: 1, color: '#445566', opacity: 0.5 },
  ],
};

function drawingOf(shapes: Drawing['shapes']): Drawing {
  return { widthUnits: 10, heightUnits: 16, background: '#fefefe', shapes, altText: 'Cats & <dogs>' };
}

describe('drawingToSvg', () => {
  it('writes shapes in order, numbers in tenths, one gradient once', () => {
    const steps = polygon([
      [0, 0],
      [1.26, 0],
      [0, -0.04],
    ]);
    const svg = drawingToSvg(
      drawingOf([
        { type: 'path', steps, fill: dusk, opacity: 1 },
        { type: 'circle', center: [5, 5.55], radius: 2, fill: dusk, opacity: 0.5 },
        { type: 'lettering', text: 'x', box: { left: 0, top: 0, right: 1, bottom: 1 }, steps, fill: '#000000' },
      ]),
    );
    expect(svg).toBe(
      [
        '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="16" viewBox="0 0 10 16" role="img">',
        '<title>Cats &amp; &lt;dogs&gt;</title>',
        '<defs>',
        '<linearGradient id="gradient-1" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="10"><stop offset="0" stop-color="#112233" stop-opacity="1"/><stop offset="1" stop-color="#445566" stop-opacity="0.5"/></linearGradient>',
        '</defs>',
        '<path fill="#fefefe" d="M0 0H10V16H0Z"/>',
        '<path fill="url(#gradient-1)" d="M0 0L1.3 0L0 0Z"/>',
        '<circle fill="url(#gradient-1)" fill-opacity="0.5" cx="5" cy="5.6" r="2"/>',
        '<path fill="#000000" d="M0 0L1.3 0L0 0Z"/>',
        '</svg>',
        '',
      ].join('\n'),
    );
  });

  it('cuts groups off, prints them over what lies below, and strokes lines', () => {
    const steps = polygon([
      [0, 0],
      [4, 0],
      [0, 4],
    ]);
    const glow = {
      type: 'radialGradient' as const,
      center: [2, 2] as const,
      radius: 2,
      stops: [{ offset: 0, color: '#ffffff', opacity: 1 }],
    };
    const svg = drawingToSvg(
      drawingOf([
        {
          type: 'group',
          clip: steps,
          blend: 'multiply',
          opacity: 0.5,
          shapes: [
            { type: 'stroke', steps, stroke: '#ff0000', widthUnits: 1.25, opacity: 1 },
            { type: 'path', steps, fill: glow, opacity: 1 },
          ],
        },
      ]),
    );
    expect(svg).toContain('<clipPath id="clip-1"><path d="M0 0L4 0L0 4Z"/></clipPath>');
    expect(svg).toContain('<radialGradient id="gradient-2" gradientUnits="userSpaceOnUse" cx="2" cy="2" r="2">');
    expect(svg).toContain('<g clip-path="url(#clip-1)" style="mix-blend-mode:multiply" opacity="0.5">');
    expect(svg).toContain('stroke="#ff0000" stroke-width="1.3" stroke-linecap="round" stroke-linejoin="round"');
  });

  it('does without definitions where there is no gradient', () => {
    expect(drawingToSvg(drawingOf([]))).not.toContain('defs');
  });
});

describe('outlines', () => {
  it('bound what they draw', () => {
    expect(outlineBox([])).toBeNull();
    expect(outlineBox(circleOutline([5, 5], 2))).toEqual({ left: 3, top: 3, right: 7, bottom: 7 });
    expect(outlineBox(lens(0, 10, 5, 2))).toEqual({ left: 0, top: 3, right: 10, bottom: 7 });
  });

  it('swell along a spine', () => {
    const stroke = swellingStroke(
      [
        [0, 0],
        [5, 0],
        [10, 0],
      ],
      [0, 4, 0],
    );
    expect(outlineBox(stroke)).toEqual({ left: 0, top: -2, right: 10, bottom: 2 });
  });

  it('are moved and scaled', () => {
    expect(outlineBox(placeOutline(circleOutline([0, 0], 1), 2, -3, [10, 20]))).toEqual({
      left: 8,
      top: 17,
      right: 12,
      bottom: 23,
    });
  });

  it('need three points for a polygon', () => {
    expect(polygon([[0, 0]])).toEqual([]);
  });
});

describe('colours', () => {
  it('mix', () => {
    expect(mixColors('#000000', '#ffffff', 0.5)).toBe('#808080');
    expect(mixColors('#102030', '#ffffff', 0)).toBe('#102030');
  });

  it('contrast as WCAG counts it', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrastRatio('#abcdef', '#abcdef')).toBe(1);
  });
});
