import { setLine } from '../../drawing/lettering.ts';
import { placeOutline } from '../../drawing/outline.ts';
import type { Motif } from '../coverDesign.ts';
import { typeStyleOf } from '../coverVoice.ts';
import { motifFrom } from '../motifFrom.ts';
import { seededRandom } from '../seededRandom.ts';

/** Signs that printers have drawn with love since there is type. */
const signs = ['&', '❦', '§', '¶', '❧'] as const;

/** One of them. */
export function typographicMotif(id: string): Motif {
  const sign = seededRandom(id, 'typographic sign').pick(signs);
  const style = typeStyleOf(
    { family: 'EB Garamond', face: sign === '&' ? 'italic' : 'regular', letters: 'asWritten' },
    { language: 'en', isLong: false },
  );
  return motifFrom(placeOutline(setLine(sign, style).steps, 0.1, -0.1, [0, 0]));
}
