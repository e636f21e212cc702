import type { ManuscriptBlock } from '../../parse/manuscript.ts';
import { isFullName } from '../opening/personName.ts';

/** The lines that an author signs a text with, at its end. */
export interface Signature {
  /** The first block of it. */
  readonly start: number;
  readonly name: string | null;
}

const maxSignatureBlocks = 8;
const maxLineLength = 90;

/** Matches `nell@example.org`, `e-Mail: nell@example.org`, `http://example.org/~nell`, `38112 Saltmarsh`, `Tel. 0531/1234`, `2:240/300 (Fido)`; not `She was 38.` */
const contact =
  /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}|\bhttps?:\/\/\S|\bwww\.\S|^(?:[A-Z]{1,2}-)?\d{4,5}\s\p{Lu}|^(?:tel|fon|phone|fax)\b.{0,3}[:.]|\b\d:\d{2,4}\/\d/iu;

/** A street and number, a town with its postcode: `Deichstr.19`, `12 Harbour Road`, `Sandrigg SR4 2QX`, `Ebb Bay, ON K1A 0B1`, `Salt Point, ME 04112`; not `She was 38`. */
const postal =
  /^\p{Lu}[\p{L}.' -]{1,40},?\s(?:[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}|(?:[A-Z]{2},?\s)?[A-Z]\d[A-Z]\s\d[A-Z]\d|[A-Z]{2},?\s\d{5}(?:-\d{4})?)$|^[\p{L}. -]{3,40}\s?\d{1,4}\s?[a-z]?$|^\d{1,5}\s[\p{L}. ]{3,40}\b(?:street|st|road|rd|avenue|ave|lane|drive)\b\.?$/iu;

/**
 * Finds the address that an author signs with: the last few short lines, one an e-mail or a postal address, with a name
 * or a blank line before them. A letter that ends a story has prose in it, and no address at its very end.
 */
export function findSignature(blocks: readonly ManuscriptBlock[], from: number, end: number): Signature | null {
  let start = end;
  let contacts = 0;
  while (start - 1 >= Math.max(from, end - maxSignatureBlocks)) {
    const block = blocks[start - 1];
    if (block?.kind !== 'text' || !isSignatureLine(block.text, start === end)) break;
    if (contact.test(block.text)) contacts++;
    start--;
    if (isFullName(block.text) || block.blankLinesBefore > 0) break;
  }
  const first = blocks[start];
  if (start === end || contacts === 0 || first === undefined) return null;
  const opening = first.text.slice(0, maxLineLength);
  const isNamed = isFullName(opening);
  if (!isNamed && first.blankLinesBefore === 0 && start > from) return null;
  return { start, name: isNamed ? opening : joinedName(first.text) };
}

/** The lines of a signature that a wrapped text runs together open with the name: `Nell Ashgrove Deichstr.19 …`. */
function joinedName(text: string): string | null {
  const name = text.split(' ').slice(0, 2).join(' ');
  return isFullName(name) && contact.test(text) ? name : null;
}

const maxJoinedLength = 200;

function isSignatureLine(text: string, isLast: boolean): boolean {
  if (/^["“«]|[.!?]["”]?$/.test(text)) return false;
  if (text.length > maxLineLength) return isLast && text.length <= maxJoinedLength && /\S@\S/.test(text) && joinedName(text) !== null; // prettier-ignore
  return contact.test(text) || postal.test(text) || isFullName(text);
}
