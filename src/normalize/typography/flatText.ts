import type { Inline } from '../../book/tree.ts';

/** A change to the characters of a paragraph: `length` of them from `at` on become `text`. */
export interface Edit {
  readonly at: number;
  readonly length: number;
  readonly text: string;
  readonly kind: EditKind;
}

export type EditKind = 'quotes' | 'primes' | 'dashes' | 'hyphens' | 'ellipses' | 'spaces';

/** Stands for a picture: the object replacement character. */
const picture = '\ufffc';

/**
 * The characters of a paragraph without its markup, so that a mark is judged by what stands beside it on the page. A hard
 * break is a newline; code is as many letters, for nothing in it is to be changed; the mark of a footnote is not there.
 */
export function flatText(inlines: readonly Inline[]): string {
  let text = '';
  for (const inline of inlines) {
    if (inline.type === 'text') text += inline.value;
    else if (inline.type === 'hardBreak') text += '\n';
    else if (inline.type === 'image') text += picture;
    else if (inline.type === 'footnoteReference') continue;
    else if (inline.type === 'inlineCode') text += 'x'.repeat(inline.value.length);
    else text += flatText(inline.children);
  }
  return text;
}

/** Makes changes to the flat text of inlines in the inlines; `edits` are in order and do not overlap. */
export function applyEdits(inlines: readonly Inline[], edits: readonly Edit[]): readonly Inline[] {
  if (edits.length === 0) return inlines;
  let offset = 0;
  let next = 0;

  function applyToText(value: string): string {
    const end = offset + value.length;
    let result = '';
    let from = offset;
    for (; next < edits.length; next++) {
      const edit = edits[next];
      if (edit === undefined || edit.at >= end) break;
      const editEnd = edit.at + edit.length;
      // What reaches beyond this text began in it: its words stand here, the rest is taken out of the next.
      if (edit.at >= offset) {
        result += value.slice(from - offset, edit.at - offset) + edit.text;
      }
      from = Math.max(offset, Math.min(end, editEnd));
      if (editEnd > end) break;
    }
    result += value.slice(from - offset);
    offset = end;
    return result;
  }

  function applyTo(children: readonly Inline[]): Inline[] {
    return children.map((inline): Inline => {
      switch (inline.type) {
        case 'text':
          return { type: 'text', value: applyToText(inline.value) };
        case 'hardBreak':
        case 'image':
          offset++;
          return inline;
        case 'footnoteReference':
          return inline;
        case 'inlineCode':
          offset += inline.value.length;
          return inline;
        case 'emphasis':
        case 'strong':
        case 'strikethrough':
        case 'superscript':
        case 'subscript':
        case 'link':
        case 'inlineNote':
        case 'foreign':
          return { ...inline, children: applyTo(inline.children) };
      }
    });
  }

  return applyTo(inlines);
}

/** Edits in the order of their places; of two that overlap, the one that comes first in the list stays. */
export function inOrder(edits: readonly Edit[]): readonly Edit[] {
  const sorted = edits.map((edit, rank) => ({ edit, rank })).sort((a, b) => a.edit.at - b.edit.at || a.rank - b.rank);
  const kept: Edit[] = [];
  let end = -1;
  for (const { edit } of sorted) {
    if (edit.at < end || (edit.at === end && kept.at(-1)?.at === edit.at && edit.length === 0)) continue;
    kept.push(edit);
    end = edit.at + edit.length;
  }
  return kept;
}
