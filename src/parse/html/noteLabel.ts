import { inlineText } from '../../book/plainText.ts';
import { sliceInlines } from '../../book/sliceInlines.ts';
import type { Block, Inline } from '../../book/tree.ts';
import { markOfNote } from './noteMark.ts';

/** A note's words, and the label that stood before them. */
interface UnlabelledNote {
  readonly typedLabel: string;
  readonly blocks: readonly Block[];
}

/** Matches what is left before a note's words when the link to its mark was taken off: `. `, `] `, `: `. */
const leftOver = /^[\])}.:,]+\s*(?=\S)/;

/**
 * Takes the label off a note's first words: `1. A boat.` → `A boat.` An item of a list shows its number by itself, so that
 * a bare number in it is one of its words.
 */
export function withoutTypedLabel(blocks: readonly Block[], label: string, isItem: boolean): UnlabelledNote {
  const [first, ...others] = blocks;
  const usual = { typedLabel: `${label}. `, blocks };
  if (first?.type !== 'paragraph') return usual;
  const text = inlineText(first.children);
  const typed = leftOver.exec(text)?.[0] ?? markOfNote(text, label);
  const isBare = typed !== null && /^[\p{L}\p{N}]+\s*$/u.test(typed);
  if (typed === null || (isItem && isBare && !startsRaised(first.children))) return usual;
  const children = trimStart(sliceInlines(first.children, typed.length, text.length));
  if (inlineText(children).trim() === '') return usual;
  return { typedLabel: `${label}. `, blocks: [{ ...first, children }, ...others] };
}

function startsRaised([first]: readonly Inline[]): boolean {
  return first?.type === 'superscript';
}

function trimStart([first, ...others]: readonly Inline[]): readonly Inline[] {
  if (first === undefined) return [];
  return first.type === 'text' ? [{ ...first, value: first.value.trimStart() }, ...others] : [first, ...others];
}
