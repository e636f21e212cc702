import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  html as htmlNames,
  Parser,
  Token,
  TokenizerMode,
} from 'parse5';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlText = DefaultTreeAdapterTypes.TextNode;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
/** Something with content: a document, an element, or a part of one. */
export interface HtmlContent {
  readonly childNodes: readonly HtmlNode[];
}
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;

/** Elements nested deeper than this open none of their own; their words are kept. Browsers stop at 512. */
const maxDepth = 200;

/** Formatting that nothing closes is opened again in every paragraph; no page means so many at once. */
const maxOpenFormats = 40;

/** Elements whose content the tokenizer reads as text: to skip their start tag would make words of a script. */
const rawTextElements = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes', 'noscript', 'plaintext']); // prettier-ignore

/** A frame set takes the place of the body, and the words in it are dropped. */
const frameElements = new Set(['frameset', 'frame']);

/** parse5's parser, with a bound on nesting, and with every word left where the file has it. */
class StoryHtmlParser extends Parser<DefaultTreeAdapterMap> {
  /** Whether `<p/>` is an element without content, as in XHTML, or a start tag, as in HTML. */
  isXhtml = false;

  override onStartTag(token: Token.TagToken): void {
    if (frameElements.has(token.tagName)) return;
    const isTooDeep = this.openElements.stackTop > maxDepth || this.#openFormats() > maxOpenFormats;
    if (isTooDeep && !rawTextElements.has(token.tagName)) return;
    super.onStartTag(token);
    if (this.isXhtml && token.selfClosing && !token.ackSelfClosing) this.#closeAtOnce(token);
  }

  #closeAtOnce(token: Token.TagToken): void {
    // After `<title/>` the tokenizer would take all that follows for its words.
    this.tokenizer.state = TokenizerMode.DATA;
    this.onEndTag({ ...token, type: Token.TokenType.END_TAG, selfClosing: false, attrs: [] });
  }

  /** The end of `<noscript>` counts though an element in it is still open; the rest of the page would be taken for its words. */
  override onEndTag(token: Token.TagToken): void {
    const { NOSCRIPT } = htmlNames.TAG_ID;
    const isOpen =
      token.tagName === 'noscript' &&
      this.openElements.currentTagId !== NOSCRIPT &&
      this.openElements.tagIDs.lastIndexOf(NOSCRIPT, this.openElements.stackTop) >= 0;
    if (!isOpen) {
      super.onEndTag(token);
      return;
    }
    this.currentToken = token;
    this.openElements.popUntilTagNamePopped(NOSCRIPT);
    this._resetInsertionMode();
  }

  /** Words between the cells of a table stay there; a browser shows them above it. */
  override _shouldFosterParentOnInsertion(): boolean {
    return false;
  }

  #openFormats(): number {
    let count = 0;
    for (let entry = this.activeFormattingElements.newest; entry !== null && count <= maxOpenFormats; count++) {
      entry = entry.older;
    }
    return count;
  }
}

/** How a page is written: as HTML, or as XHTML, in which `<a id="x"/>` is an element without content. */
export type HtmlSyntax = 'html' | 'xhtml';

/** Parses a page as browsers do, with the place of every text in the source. Never throws, and takes linear time. */
export function parseHtmlDocument(html: string, syntax: HtmlSyntax = 'html'): DefaultTreeAdapterTypes.Document {
  const parser = new StoryHtmlParser({ sourceCodeLocationInfo: true, scriptingEnabled: false });
  parser.isXhtml = syntax === 'xhtml';
  parser.tokenizer.write(html, true);
  return parser.document;
}

export function isElement(node: HtmlParent | HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function isText(node: HtmlParent | HtmlNode): node is HtmlText {
  return node.nodeName === '#text';
}

export function childElements(parent: HtmlParent): HtmlElement[] {
  return parent.childNodes.filter(node => isElement(node));
}

export function attribute(element: HtmlElement, name: string): string | null {
  return element.attrs.find(attr => attr.name === name)?.value ?? null;
}

export function hasClass(element: HtmlElement, ...names: readonly string[]): boolean {
  const classes = (attribute(element, 'class') ?? '').split(/\s+/);
  return names.every(name => classes.includes(name));
}

/** Every element below a node, in the order of the source. */
export function* descendants(parent: HtmlParent): Generator<HtmlElement> {
  const open = [{ nodes: parent.childNodes, next: 0 }];
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const node = level.nodes[level.next++];
    if (node === undefined) open.pop();
    else if (isElement(node)) {
      yield node;
      if (node.childNodes.length > 0) open.push({ nodes: node.childNodes, next: 0 });
    }
  }
}

export function findElement(parent: HtmlParent, test: (element: HtmlElement) => boolean): HtmlElement | null {
  for (const element of descendants(parent)) if (test(element)) return element;
  return null;
}

/** The words of an element as a page shows them, in one line; scripts and styles are none. */
export function visibleText(parent: HtmlContent): string {
  const parts: string[] = [];
  collectText(parent, parts);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** Elements whose content is for programs, never for readers. */
export const programElements = new Set(['script', 'style', 'template', 'head', 'link', 'meta', 'base']);

/** Elements that words run on through. */
const insideWords = new Set('a abbr b big cite code del em font i ins kbd q s small span strike strong sub sup tt u var'.split(' ')); // prettier-ignore

function collectText(parent: HtmlContent, parts: string[]): void {
  for (const child of parent.childNodes) {
    if (isText(child)) parts.push(child.value);
    else if (isElement(child) && !programElements.has(child.tagName)) {
      const isInside = insideWords.has(child.tagName);
      if (!isInside) parts.push(' ');
      collectText(child, parts);
      if (!isInside) parts.push(' ');
    }
  }
}

export function parentOf(node: HtmlParent): HtmlParent | null {
  return 'parentNode' in node ? node.parentNode : null;
}
