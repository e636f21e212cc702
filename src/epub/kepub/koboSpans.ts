import { decodeReferences, encodeReferences } from './characterReferences.ts';

/** Matches the end of a sentence with the space after it: `. `, `?” `, `!\n`; not the stop in `3.50` or at the end. */
const sentenceEnd = /[.!?]['"”’“…]?[\t\n\f\r ]+/g;

/**
 * Numbers the spans of one page, by which Kobo's reader knows where one is and what is highlighted: paragraphs counted
 * through the page, and in each its sentences.
 *
 * @see https://github.com/pgaskin/kepubify/blob/v4.0.4/kepub/transform.go
 */
export class KoboSpans {
  #paragraph = 0;
  #segment = 0;
  #isParagraphDue = false;

  /** Lets the next text count as a new paragraph; a paragraph without text does not count. */
  beginParagraph(): void {
    this.#isParagraphDue = true;
  }

  /** Markup without tags, each of its sentences in a span; blanks stay bare unless they stand in a `<p>` itself. */
  wrapText(markup: string, isDirectlyInParagraph: boolean): string {
    const text = decodeReferences(markup);
    let wrapped = '';
    for (const piece of splitSentences(text ?? markup)) {
      const isBare = !isDirectlyInParagraph && piece.trim() === '';
      // Where a reference is unknown, the pieces are of the markup itself; so they are where there is none.
      const content = text === null || text === markup ? piece : encodeReferences(piece);
      wrapped += isBare ? content : `${this.#startText()}${content}${spanEnd}`;
    }
    return wrapped;
  }

  /** The start of a picture's span: a picture is a paragraph of its own. */
  startImage(): string {
    this.#paragraph++;
    this.#segment = 1;
    this.#isParagraphDue = false;
    return this.#start();
  }

  #startText(): string {
    if (this.#isParagraphDue) {
      this.#paragraph++;
      this.#segment = 0;
      this.#isParagraphDue = false;
    }
    this.#segment++;
    return this.#start();
  }

  #start(): string {
    return `<span class="koboSpan" id="kobo.${String(this.#paragraph)}.${String(this.#segment)}">`;
  }
}

export const spanEnd = '</span>';

/** Cuts after each sentence; nothing is lost: `Up. Down` → `Up. `, `Down`. */
function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const { 0: found, index } of text.matchAll(sentenceEnd)) {
    const end = index + found.length;
    sentences.push(text.slice(start, end));
    start = end;
  }
  if (start < text.length) sentences.push(text.slice(start));
  return sentences;
}
