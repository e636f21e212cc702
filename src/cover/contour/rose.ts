import type { Point } from '../../drawing/drawing.ts';
import { polar } from '../../drawing/lines.ts';
import { polygon } from '../../drawing/outline.ts';
import type { Motif } from '../coverDesign.ts';
import { compassRose } from './mapSigns.ts';

/** A compass rose; small it is a star of eight points without its ring. */
export const rose: Motif = {
  widthUnits: 60,
  heightUnits: 72,
  steps: compassRose([30, 41], 28),
  small: { widthUnits: 60, heightUnits: 66, steps: polygon(starPoints([30, 36], 30)) },
};

/** The four winds long, north the longest, those between them short. */
function starPoints(center: Point, radius: number): Point[] {
  return Array.from({ length: 16 }, (_, index) => {
    const angle = (index * Math.PI) / 8 - Math.PI / 2;
    if (index % 2 === 1) return polar(center, radius * 0.3, angle);
    if (index % 4 === 2) return polar(center, radius * 0.6, angle);
    return polar(center, radius * (index === 0 ? 1.2 : 1), angle);
  });
}
