import type { XmlElement } from '../xml/parseXml.ts';
import type { ReportDefect } from './epubFindings.ts';
import { createMarkupChecks } from './markupChecks.ts';
import { svgNamespace, urlOf, xhtmlNamespace } from './elementReferences.ts';
import type { DocumentReference } from './elementReferences.ts';
import type { ReadXml } from './xmlReader.ts';

/** What the checks want to know of one XHTML or SVG document, besides the defects of its markup. */
export interface ContentDocument {
  readonly path: string;
  readonly isWellFormed: boolean;
  readonly ids: ReadonlySet<string>;
  readonly references: readonly DocumentReference[];
  /** What the `nav` of the type `toc` links to, in order; `null` when there is no such `nav`. */
  readonly contents: Contents | null;
  readonly bodyId: string | undefined;
  /** Characters of text in the body without white space, counted up to {@link enoughText} and little beyond. */
  readonly textLength: number;
  /** Properties that the manifest has to declare of it (EPUB 3.3 §D.6). */
  readonly uses: ReadonlySet<'scripted' | 'svg' | 'mathml'>;
  /** 1-based lines of tables that lie in tables. */
  readonly nestedTableLines: readonly number[];
  /** 1-based lines of pictures without `src`. */
  readonly imageLinesWithoutSource: readonly number[];
}

interface Contents {
  readonly links: readonly DocumentReference[];
  /** How many lists lie in each other at most. */
  readonly depth: number;
}

const opsNamespace = 'http://www.idpf.org/2007/ops';
const mathNamespace = 'http://www.w3.org/1998/Math/MathML';

/** Reads a document once: its defects are reported, and what other checks need is returned. */
export function readContentDocument(path: string, readXml: ReadXml, report: ReportDefect): ContentDocument {
  const markup = createMarkupChecks(path, report);
  const contents = createContentsReader();
  const references: DocumentReference[] = [];
  const uses = new Set<'scripted' | 'svg' | 'mathml'>();
  const nestedTableLines: number[] = [];
  const imageLinesWithoutSource: number[] = [];
  let bodyId: string | undefined;
  let isInBody = false;
  let textLength = 0;
  let openTables = 0;
  let isRoot = true;
  const isWellFormed = readXml(path, {
    onOpen: element => {
      markup.open(element, isRoot);
      const reference = referenceOf(element);
      if (reference !== null) references.push(reference);
      contents.open(element, reference);
      if (!isRoot && element.namespace === svgNamespace) uses.add('svg');
      if (element.namespace === mathNamespace) uses.add('mathml');
      if (element.name === 'body') {
        isInBody = true;
        bodyId = element.attribute('id');
      }
      if (element.name === 'table' && element.namespace === xhtmlNamespace) {
        openTables += 1;
        if (openTables > 1) nestedTableLines.push(element.line);
      }
      if (element.name === 'img' && reference === null) imageLinesWithoutSource.push(element.line);
      isRoot = false;
    },
    onText: text => {
      markup.text(text);
      if (isInBody && textLength <= enoughText) textLength += lengthWithoutSpace(text);
    },
    onClose: name => {
      markup.close(name);
      contents.close(name);
      if (name === 'table') openTables -= 1;
    },
  });
  const { ids, isScripted } = markup.finish(isWellFormed);
  if (isScripted) uses.add('scripted');
  return {
    path,
    isWellFormed,
    ids,
    references,
    contents: contents.finish(),
    bodyId,
    textLength,
    uses,
    nestedTableLines,
    imageLinesWithoutSource,
  };
}

/** Whether a page is a title page or full of text can be told by now; to count on would cost every build. */
const enoughText = 2000;

function lengthWithoutSpace(text: string): number {
  return text.replace(/\s+/g, '').length;
}

/** Follows the `nav` that holds the contents, if the document has one. */
function createContentsReader(): {
  open: (element: XmlElement, reference: DocumentReference | null) => void;
  close: (name: string) => void;
  finish: () => Contents | null;
} {
  const links: DocumentReference[] = [];
  let hasContents = false;
  let isInContents = false;
  let openLists = 0;
  let depth = 0;
  return {
    open: (element, reference) => {
      if (isContentsNav(element)) {
        isInContents = true;
        hasContents = true;
        return;
      }
      if (!isInContents) return;
      if (element.name === 'ol') openLists += 1;
      depth = Math.max(depth, openLists);
      if (element.name === 'a' && reference !== null) links.push(reference);
    },
    close: name => {
      if (name === 'ol' && isInContents) openLists -= 1;
      if (name === 'nav') isInContents = false;
    },
    finish: () => (hasContents ? { links, depth } : null),
  };
}

function isContentsNav(element: XmlElement): boolean {
  if (element.name !== 'nav') return false;
  return (element.attributeOf(opsNamespace, 'type') ?? '').split(/\s+/).includes('toc');
}

function referenceOf(element: XmlElement): DocumentReference | null {
  const found = urlOf(element);
  return found?.url === undefined || found.url === '' ? null : { kind: found.kind, url: found.url, line: element.line };
}
