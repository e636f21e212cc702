import type { PdfFile } from './readPdf.ts';

/** An element of the logical structure as the file has it. */
export interface ReadElement {
  readonly number: number;
  readonly role: string;
  readonly body: string;
  readonly kids: readonly ReadElement[];
  /** The marks that belong to it, in its order: the number of the page's object, and the mark on it. */
  readonly marks: readonly { readonly page: number; readonly mcid: number }[];
  /** Its marks and those of its kids, in its order. */
  readonly allMarks: ReadElement['marks'];
  /** The numbers of the annotations that belong to it. */
  readonly annotations: readonly number[];
  /** What its marks and those of its kids show, in its order. */
  readonly text: string;
}

/** The structure from its root down; every element must be there and say who its parent is. */
export function readStructure(pdf: PdfFile): readonly ReadElement[] {
  const root = rootOf(pdf);
  return read(root, pdf);
}

export function rootOf({ catalog }: PdfFile): number {
  return Number(/\/StructTreeRoot (\d+) 0 R/.exec(catalog)?.[1]);
}

/** Every element, each before those in it. */
export function allElements(elements: readonly ReadElement[]): ReadElement[] {
  return elements.flatMap(element => [element, ...allElements(element.kids)]);
}

/** What the parent tree says: by its keys, the elements, one for an annotation and one a mark for a page. */
export function readParentTree(pdf: PdfFile): ReadonlyMap<number, readonly number[] | number> {
  const tree = /\/ParentTree (\d+) 0 R/.exec(pdf.objects.get(rootOf(pdf)) ?? '')?.[1];
  const pairs = [...(pdf.objects.get(Number(tree)) ?? '').matchAll(/(\d+) (\d+) 0 R/g)];
  return new Map(
    pairs.map(([, key, number]) => {
      const body = pdf.objects.get(Number(number)) ?? '';
      const parents = [...body.matchAll(/(\d+) 0 R/g)].map(match => Number(match[1]));
      return [Number(key), body.startsWith('[') ? parents : Number(number)];
    }),
  );
}

function read(parent: number, pdf: PdfFile): ReadElement[] {
  const body = pdf.objects.get(parent) ?? '';
  const numbers = kidsOf(body).flatMap(kid => (kid.type === 'element' ? [kid.number] : []));
  return numbers.map(number => readElement(number, parent, pdf));
}

function readElement(number: number, parent: number, pdf: PdfFile): ReadElement {
  const body = pdf.objects.get(number) ?? '';
  if (!body.includes(`/P ${parent} 0 R`)) throw new Error(`element ${number} is no child of ${parent}: ${body}`);
  const page = Number(/\/Pg (\d+) 0 R/.exec(body)?.[1] ?? 0);
  const kids = read(number, pdf);
  let text = '';
  const marks: { page: number; mcid: number }[] = [];
  const allMarks: { page: number; mcid: number }[] = [];
  const annotations: number[] = [];
  for (const kid of kidsOf(body)) {
    if (kid.type === 'element') {
      const inside = kids.find(each => each.number === kid.number);
      text += inside?.text ?? '';
      allMarks.push(...(inside?.allMarks ?? []));
    } else if (kid.type === 'annotation') annotations.push(kid.number);
    else {
      const mark = { page: kid.page ?? page, mcid: kid.mcid };
      marks.push(mark);
      allMarks.push(mark);
      text += pdf.pageMarks[pdf.pages.indexOf(mark.page)]?.find(each => each.mcid === mark.mcid)?.text ?? '';
    }
  }
  return { number, role: /\/S\/(\w+)/.exec(body)?.[1] ?? '', body, kids, marks, allMarks, annotations, text };
}

type Kid =
  | { readonly type: 'element'; readonly number: number }
  | { readonly type: 'annotation'; readonly number: number }
  | { readonly type: 'mark'; readonly page: number | null; readonly mcid: number };

function kidsOf(body: string): Kid[] {
  const list = /\/K ?(\[[\s\S]*\]|<<[\s\S]*?>>|\d+ 0 R|\d+)(?:\/ParentTree[\s\S]*)?>>$/.exec(body)?.[1] ?? '';
  const kids = list.matchAll(/<<\/Type\/MCR\/Pg (\d+) 0 R\/MCID (\d+)>>|<<\/Type\/OBJR\/Pg \d+ 0 R\/Obj (\d+) 0 R>>|(\d+) 0 R|(\d+)/g); // prettier-ignore
  return [...kids].map(([, page, mcid, annotation, element, own]): Kid => {
    if (mcid !== undefined) return { type: 'mark', page: Number(page), mcid: Number(mcid) };
    if (annotation !== undefined) return { type: 'annotation', number: Number(annotation) };
    if (element !== undefined) return { type: 'element', number: Number(element) };
    return { type: 'mark', page: null, mcid: Number(own) };
  });
}
