/** A line of a plain text that is still to be read, once page furniture is out. */
export interface Row {
  readonly text: string;
  /** Its number in the file, from 1. */
  readonly line: number;
  /** Whether a page ended inside the sentence before it, so that the paragraph goes on here. */
  readonly goesOn: boolean;
}

/** Matches `went down to the`, `quiet,`, `light-`; not `down.`, `"Yes"`, `Chapter 3:`. */
const isOpenEnd = /[\p{L}\p{N},;–—-]$/u;

/** Whether a line breaks off inside a sentence that the next one takes up: "went down to the" + "lamp room". */
export function isMidSentence(before: string, after: string): boolean {
  const [end, start] = [before.trimEnd(), after.trimStart()];
  return isOpenEnd.test(end.slice(-2)) && /^\p{Ll}/u.test(start);
}
