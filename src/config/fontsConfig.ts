import * as v from 'valibot';
import { mapOf } from '../data/mapOf.ts';
import { text } from './values.ts';

/** `fonts: { body: EB Garamond, headings: fonts/Mine.otf, fallbacks: [fonts/noto] }` */
export const fontsConfig = mapOf(
  {
    body: v.optional(text),
    headings: v.optional(text),
    fallbacks: v.optional(v.array(text, 'must be a list of fonts')),
  },
  'must be a map with "body", "headings" and "fallbacks"',
);
