import * as v from 'valibot';
import { mapOf } from '../data/mapOf.ts';
import { text } from './values.ts';

const wholeCover = mapOf(
  {
    style: v.optional(text),
    image: v.optional(text),
    alt: v.optional(text),
    lettering: v.optional(v.boolean('must be true or false')),
    colors: v.optional(
      v.pipe(v.array(text, 'must be a list of colours such as "#1b3a4b"'), v.maxLength(3, 'may hold three colours')),
    ),
  },
  'must be a cover style, a picture’s file, none, or a map with "style" or "image"',
);

const named = v.union([text, v.literal(false)], 'must be a cover style, a picture’s file, or none');

/** `cover: deco`, `cover: front.jpg`, `cover: none`, `cover: { style: deco, colors: ["#1b3a4b"] }` */
export const coverConfig = v.lazy(value => (typeof value === 'object' && value !== null ? wholeCover : named));
