import type { Page, StructureElement } from '../typeset/pageList.ts';
import type { PdfDocument, PdfPage } from './pdfkitDocument.ts';
import { textString } from './pdfSyntax.ts';

/**
 * The logical structure of a document (ISO 32000-1, 14.7): elements, the marks on pages that belong to them, and the tree
 * that leads from a mark back to its element. An element is written when the last page that shows it is done, so that a long
 * book's structure is not kept.
 */
export interface StructureTree {
  readonly isTagged: boolean;
  /** Starts a page; its marks count from 0. Returns the page's entries: the key by which it is found in the parent tree. */
  readonly startPage: (page: PdfPage) => string;
  /** An element of the page list, its parents made before it. */
  readonly elementAt: (index: number) => OpenElement;
  /** A mark for the next content of an element on the current page. */
  readonly mark: (element: OpenElement) => number;
  /** The element of a link inside `parent`: the one before, if nothing else came between and it leads to the same place. */
  readonly linkIn: (parent: OpenElement, target: string) => OpenElement;
  /** Says that `parent` goes on with its own words: a link after them is another one. */
  readonly endLink: (parent: OpenElement) => void;
  /** Joins an annotation on the current page to its element. Returns the annotation's entries. */
  readonly addAnnotation: (element: OpenElement, annotation: number) => string;
  /** Says where on the current page a figure stands: left, bottom, right and top, in points. */
  readonly setBox: (element: OpenElement, box: string) => void;
  /** Ends the current page and writes the elements that no later page shows. */
  readonly endPage: () => void;
  /** Writes what is still open, and the tree. */
  readonly finish: () => void;
}

/** An element that pages still add to. */
export interface OpenElement {
  readonly number: number;
  readonly role: string;
  readonly parent: OpenElement | null;
  readonly index: number | null;
  readonly kids: string[];
  /** The page that marks without a page of their own are on. */
  pageNumber: number | null;
  entries: string;
  lastLink: { readonly target: string; readonly element: OpenElement } | null;
  /** Elements made while drawing, which end with this one. */
  readonly links: OpenElement[];
}

export function createStructureTree(
  document: PdfDocument,
  elements: readonly StructureElement[],
  pages: readonly Page[],
): StructureTree {
  const root = document.claimNumber();
  const lastPages = lastPagesOf(elements, pages);
  const open = new Map<number, OpenElement>();
  const rootKids: string[] = [];
  const numbers: string[] = [];
  const noteIds: string[] = [];
  let nextKey = 0;
  let marks: number[] = [];
  let pageKey = 0;
  let current: PdfPage | null = null;
  let pageIndex = -1;

  function openElement(role: string, parent: OpenElement | null, index: number | null, entries: string): OpenElement {
    const number = document.claimNumber();
    (parent?.kids ?? rootKids).push(`${number} 0 R`);
    const element: OpenElement = { number, role, parent, index, kids: [], pageNumber: null, entries, lastLink: null, links: [] }; // prettier-ignore
    return element;
  }

  function elementAt(index: number): OpenElement {
    const known = open.get(index);
    if (known !== undefined) return known;
    const described = elements[index];
    if (described === undefined) throw new RangeError(`there is no structure element ${index}`);
    const parent = described.parent === null ? null : elementAt(described.parent);
    const element = openElement(described.role, parent, index, entriesOf(described));
    open.set(index, element);
    return element;
  }

  function writeElement(element: OpenElement): void {
    for (const link of element.links) writeElement(link);
    const { number, role, parent, pageNumber, entries, kids } = element;
    const page = pageNumber === null ? '' : `/Pg ${pageNumber} 0 R`;
    const id = role === 'Note' ? noteId(number) : '';
    const shownKids = kids.length === 1 ? (kids[0] ?? '') : `[${kids.join(' ')}]`;
    // A kid alone needs a space before it only where it is a number.
    const kidsEntry = kids.length === 0 ? '' : `/K ${shownKids}`;
    document.writeObject(number, `<</S/${role}/P ${parent?.number ?? root} 0 R${page}${id}${entries}${kidsEntry}>>`);
  }

  /** Notes must have an id (ISO 14289-1, 7.9); numbers of one length sort as bytes do. */
  function noteId(number: number): string {
    const id = `(${String(number).padStart(10, '0')})`;
    noteIds.push(`${id} ${number} 0 R`);
    return `/ID${id}`;
  }

  return {
    isTagged: true,
    startPage: page => {
      current = page;
      pageIndex++;
      marks = [];
      pageKey = nextKey++;
      // Who goes through the links of a page goes in the order of the structure.
      return `/StructParents ${pageKey}/Tabs/S`;
    },
    elementAt,
    mark: element => {
      if (current === null) throw new RangeError('there is no page to mark');
      const mark = marks.push(element.number) - 1;
      element.pageNumber ??= current.number;
      const isOnPage = element.pageNumber === current.number;
      element.kids.push(isOnPage ? String(mark) : `<</Type/MCR/Pg ${current.number} 0 R/MCID ${mark}>>`);
      return mark;
    },
    linkIn: (parent, target) => {
      if (parent.lastLink?.target === target) return parent.lastLink.element;
      const above = parent.role === 'TOCI' ? openElement('Reference', parent, null, '') : parent;
      if (above !== parent) parent.links.push(above);
      const element = openElement('Link', above, null, '');
      above.links.push(element);
      parent.lastLink = { target, element };
      return element;
    },
    endLink: parent => {
      parent.lastLink = null;
    },
    addAnnotation: (element, annotation) => {
      if (current === null) throw new RangeError('there is no page to mark');
      element.kids.push(`<</Type/OBJR/Pg ${current.number} 0 R/Obj ${annotation} 0 R>>`);
      const key = nextKey++;
      numbers.push(`${key} ${element.number} 0 R`);
      return `/StructParent ${key}`;
    },
    setBox: (element, box) => {
      element.entries += `/A<</O/Layout/Placement/Block/BBox[${box}]>>`;
    },
    endPage: () => {
      const parents = document.claimNumber();
      document.writeObject(parents, `[${marks.map(number => `${number} 0 R`).join(' ')}]`);
      numbers.push(`${pageKey} ${parents} 0 R`);
      // Backwards: children stand behind their parents.
      for (const [index, element] of [...open].reverse()) {
        if ((lastPages[index] ?? 0) > pageIndex) continue;
        writeElement(element);
        open.delete(index);
      }
    },
    finish: () => {
      for (const element of [...open.values()].reverse()) writeElement(element);
      numbers.sort((a, b) => parseInt(a, 10) - parseInt(b, 10));
      const parentTree = document.claimNumber();
      document.writeObject(parentTree, `<</Nums[${numbers.join('\n')}]>>`);
      const idTree = noteIds.length === 0 ? '' : `/IDTree<</Names[${noteIds.sort().join('\n')}]>>`;
      document.writeObject(
        root,
        `<</Type/StructTreeRoot/K[${rootKids.join(' ')}]/ParentTree ${parentTree} 0 R/ParentTreeNextKey ${nextKey}${idTree}>>`,
      );
      document.setStructure(root);
    },
  };
}

/** Stands in for the structure of a file that tells none: elements part what is drawn, and nothing is written. */
export function createNoStructure(): StructureTree {
  const untagged = (): OpenElement => ({ number: 0, role: 'Span', parent: null, index: null, kids: [], pageNumber: null, entries: '', lastLink: null, links: [] }); // prettier-ignore
  const text = untagged();
  return {
    isTagged: false,
    startPage: () => '',
    elementAt: () => text,
    mark: () => 0,
    linkIn: (_, target) => {
      if (text.lastLink?.target !== target) text.lastLink = { target, element: untagged() };
      return text.lastLink.element;
    },
    endLink: () => {
      text.lastLink = null;
    },
    addAnnotation: () => '',
    setBox: () => undefined,
    endPage: () => undefined,
    finish: () => undefined,
  };
}

/** The last page that shows an element or something in it, by the element's index. */
function lastPagesOf(elements: readonly StructureElement[], pages: readonly Page[]): Int32Array {
  const last = new Int32Array(elements.length);
  pages.forEach((page, index) => {
    for (const { element, lines } of page.frames) {
      if (element === null) continue;
      last[element] = index;
      for (const { runs } of lines) for (const run of runs) if (run.element !== undefined) last[run.element] = index;
    }
    for (const { element } of [...page.pictures, ...(page.art ?? [])]) if (element !== null) last[element] = index;
  });
  // Backwards: children stand behind their parents.
  for (let index = elements.length - 1; index > 0; index--) {
    const parent = elements[index]?.parent;
    if (parent != null) last[parent] = Math.max(last[parent] ?? 0, last[index] ?? 0);
  }
  return last;
}

function entriesOf({ role, language, alt }: StructureElement): string {
  const entries = [
    language === undefined ? '' : `/Lang ${textString(language)}`,
    alt === undefined ? '' : `/Alt ${textString(alt)}`,
    role === 'TH' ? '/A<</O/Table/Scope/Column>>' : '',
  ];
  return entries.join('');
}
