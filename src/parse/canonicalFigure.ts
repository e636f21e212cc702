import type { Figure } from '../book/tree.ts';
import { readCanonicalInlines } from './canonicalInlines.ts';
import { imageOfToken, imageToken, unescaped } from './imageToken.ts';

const whole = new RegExp(`^${imageToken.source}`);

/** A paragraph that is a picture alone, or one with its caption; `null` for any other. */
export function readCanonicalFigure(text: string): Figure | null {
  const match = whole.exec(text);
  if (match === null) return null;
  const { marks = '', title } = match.groups ?? {};
  const rest = text.slice(match[0].length);
  const image = imageOfToken(match.groups ?? {});
  if (marks.includes('.figure')) return { type: 'figure', image, caption: readCanonicalInlines(rest.replace(/^ /, '')) };
  if (rest.trim() !== '') return null;
  return { type: 'figure', image, caption: title === undefined ? [] : [{ type: 'text', value: unescaped(title) }] };
} // prettier-ignore
