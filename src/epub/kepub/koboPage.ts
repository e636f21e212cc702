import { encodeReferences, spellNoBreakSpaces } from './characterReferences.ts';
import { KoboSpans, spanEnd } from './koboSpans.ts';
import { attributesOf, markupTokens, textOfCdata } from './markupTokens.ts';
import type { StartTag } from './markupTokens.ts';

/**
 * An XHTML page as Kobo's own reader wants it: its text in numbered spans, the body in two columns of blocks, and no tag
 * that a parser of HTML would misread. The words stay the same, and a page that has its spans keeps them.
 *
 * @see https://github.com/pgaskin/kepubify/blob/v4.0.4/kepub/transform.go
 */
export function toKoboPage(page: string): string {
  const rewriter = new PageRewriter(findKoboMarks(page), page.includes('\u00a0'));
  let rewritten = '';
  for (const token of markupTokens(page)) {
    switch (token.type) {
      case 'text':
        rewritten += rewriter.text(token.markup);
        break;
      case 'cdata':
        rewritten += rewriter.cdata(token.markup);
        break;
      case 'startTag':
        rewritten += rewriter.startTag(token);
        break;
      case 'endTag':
        rewritten += rewriter.close(token.name, token.markup);
        break;
      case 'other':
        rewritten += token.markup;
    }
  }
  return rewritten;
}

/** What of Kobo's a page has already. */
interface KoboMarks {
  readonly hasStyle: boolean;
  readonly hasColumns: boolean;
  readonly hasSpans: boolean;
}

function findKoboMarks(page: string): KoboMarks {
  // Hardly a page has any, and this is told at once.
  const mayHave = ['kobostylehacks', 'book-columns', 'koboSpan'].some(mark => page.includes(mark));
  const tags = mayHave ? [...markupTokens(page)].filter(token => token.type === 'startTag') : [];
  const isMarked = (attribute: string, mark: string) =>
    tags.some(tag => attributesOf(tag).get(attribute)?.split(/\s+/).includes(mark) === true);
  return {
    hasStyle: isMarked('class', 'kobostylehacks'),
    hasColumns: isMarked('id', 'book-columns'),
    hasSpans: isMarked('class', 'koboSpan'),
  };
}

const style =
  '<style type="text/css" class="kobostylehacks">div#book-inner { margin-top: 0; margin-bottom: 0;}</style>';
const columnsStart = '<div id="book-columns"><div id="book-inner">';
const columnsEnd = '</div></div>';

const paragraphs: ReadonlySet<string> = new Set('p ol ul table h1 h2 h3 h4 h5 h6'.split(' '));
/** Elements whose text is no reading text, or has to stay as it is. */
const opaqueElements: ReadonlySet<string> = new Set('script style pre audio video svg math'.split(' '));
/** Those of HTML that never have an end tag (HTML, §13.1.2); a parser of HTML takes `<p/>` for a start tag. */
const voidElements: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

class PageRewriter {
  readonly #marks: KoboMarks;
  readonly #hasNoBreakSpaces: boolean;
  readonly #spans = new KoboSpans();
  /** The names of the elements that are open. */
  readonly #open: string[] = [];
  #isInBody = false;
  /** The opaque element that all stands in, by its place among those that are open. */
  #opaqueAt: number | null = null;

  constructor(marks: KoboMarks, hasNoBreakSpaces: boolean) {
    this.#marks = marks;
    this.#hasNoBreakSpaces = hasNoBreakSpaces;
  }

  text(markup: string): string {
    const parent = this.#open.at(-1);
    // What stands in a script is no markup to a parser of HTML.
    if (parent === 'script' || parent === 'style') return markup;
    return this.#spelt(this.#takesSpans() ? this.#spans.wrapText(markup, parent === 'p') : markup);
  }

  cdata(markup: string): string {
    return this.#takesSpans() ? this.text(encodeReferences(textOfCdata(markup))) : markup;
  }

  startTag(tag: StartTag): string {
    const { name, isWhole } = tag;
    const markup = this.#spelt(tag.markup);
    if (!isWhole) return this.#openElement(name, markup);
    const staysWhole = voidElements.has(name) || this.#isForeign(name);
    if (staysWhole) return this.#openElement(name, markup) + this.close(name, '');
    return this.#openElement(name, `${markup.slice(0, -2).trimEnd()}>`) + this.close(name, `</${name}>`);
  }

  close(name: string, markup: string): string {
    this.#open.pop();
    if (this.#opaqueAt !== null && this.#open.length <= this.#opaqueAt) this.#opaqueAt = null;
    if (this.#isOfRoot(name, 'head')) return (this.#marks.hasStyle ? '' : style) + markup;
    if (this.#isOfRoot(name, 'body')) {
      this.#isInBody = false;
      return (this.#marks.hasColumns ? '' : columnsEnd) + markup;
    }
    return this.#isSpannedImage(name) ? markup + spanEnd : markup;
  }

  #openElement(name: string, markup: string): string {
    const isBody = this.#isOfRoot(name, 'body');
    const isSpannedImage = this.#isSpannedImage(name);
    if (this.#opaqueAt === null && opaqueElements.has(withoutPrefix(name))) this.#opaqueAt = this.#open.length;
    this.#open.push(name);
    if (isBody) {
      this.#isInBody = true;
      return markup + (this.#marks.hasColumns ? '' : columnsStart);
    }
    if (isSpannedImage) return this.#spans.startImage() + markup;
    if (this.#takesSpans() && paragraphs.has(name)) this.#spans.beginParagraph();
    return markup;
  }

  /** Whether an element about to be opened or just closed is the head or the body of the page. */
  #isOfRoot(name: string, wanted: 'head' | 'body'): boolean {
    return name === wanted && this.#open.length === 1;
  }

  /** A `picture` may hold no span. */
  #isSpannedImage(name: string): boolean {
    return name === 'img' && this.#takesSpans() && this.#open.at(-1) !== 'picture';
  }

  #spelt(markup: string): string {
    return this.#hasNoBreakSpaces ? spellNoBreakSpaces(markup) : markup;
  }

  #takesSpans(): boolean {
    return this.#isInBody && this.#opaqueAt === null && !this.#marks.hasSpans;
  }

  #isForeign(name: string): boolean {
    return [name, ...this.#open].some(each => /^(?:svg|math)$/.test(withoutPrefix(each)));
  }
}

/** `svg:svg` → `svg`. */
function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
