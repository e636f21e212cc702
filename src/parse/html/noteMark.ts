/** Matches `1`, `[2]`, `(iii)`, `*`, `††`, `a`, `¹²`, `1.`; not `Chapter 1`, `1984a`, `see above`. */
const mark = /^[[({]?\s*(\d{1,4}|[a-z]|[ivxlc]{1,6}|[*†‡§¶#‖]{1,4}|[⁰¹²³⁴-⁹]{1,4})\s*[\])}]?[.:]?$/i;

/** Matches `note 3`, `fn. 2`, `Footnote 1`. */
const wordedMark = /^(?:(?:foot|end)?note|fn)\.?\s*(\d{1,4}|[*†‡]{1,3})$/i;

/** The longest text of a link that its page calls the mark of a note. */
const maxStatedMark = 12;

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The label that a mark shows: `[1]` → `1`, `¹²` → `12`; `null` for words. `isStated` says that the page calls it a mark. */
export function readMark(text: string, isStated: boolean): string | null {
  const label = mark.exec(text)?.[1] ?? wordedMark.exec(text)?.[1];
  if (label !== undefined) return label.replace(/[⁰¹²³⁴-⁹]/g, digit => String(raised.indexOf(digit)));
  return isStated && text !== '' && text.length <= maxStatedMark ? text : null;
}

/**
 * The mark that the words of a note start with, and what parts it from them: `[1] A boat.` with the label `1` → `[1] `;
 * `null` where there is none, as in `1999 was a wet year.`
 */
export function markOfNote(text: string, label: string): string | null {
  // Most notes start with their words, and an expression of each label's own is dear.
  const start = text
    .slice(0, label.length + 20)
    .trimStart()
    .toLowerCase();
  const mayStart = /^[[({^⁰¹²³⁴-⁹]/.test(start) || start.startsWith(label.toLowerCase());
  if (!mayStart) return null;
  const own = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const typed = new RegExp(`^\\s*(?:[[({]\\s*${own}\\s*[\\])}][.:]?|\\^?\\s*${own}(?:[.:)\\]]|(?=\\s)|(?<=[*†‡]))|${raisedOf(label)})\\s*(?=\\S)`, 'iu'); // prettier-ignore
  return typed.exec(text)?.[0] ?? null;
}

/** `12` → `¹²`; of a label that is no number, something that matches nothing. */
function raisedOf(label: string): string {
  return /^\d+$/.test(label) ? [...label].map(digit => raised.charAt(Number(digit))).join('') : '(?!)';
}
