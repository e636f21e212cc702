import type { MatterRole } from '../../book/tree.ts';

/** What a document of a book, or a section of one, is besides the story's text. */
export type PartKind =
  | { readonly kind: 'matter'; readonly role: MatterRole }
  | { readonly kind: 'removed'; readonly reason: string }
  /** What it says is a fact of the book, or repeats one. */
  | { readonly kind: 'titlePage' };

const removed = (reason: string): PartKind => ({ kind: 'removed', reason });
const matter = (role: MatterRole): PartKind => ({ kind: 'matter', role });

/**
 * By the terms of EPUB 3's structural semantics, and of EPUB 2's guide. What belongs to the edition only, its imprint or
 * colophon, is none of the story's; rights are.
 * @see https://www.w3.org/TR/epub-ssv-11/ and https://idpf.org/epub/20/spec/OPF_2.0_final_spec.html#Section2.6
 */
const kinds: Readonly<Record<string, PartKind>> = {
  cover: removed('cover'),
  titlepage: { kind: 'titlePage' },
  'title-page': { kind: 'titlePage' },
  halftitlepage: { kind: 'titlePage' },
  halftitle: { kind: 'titlePage' },
  toc: removed('contents'),
  landmarks: removed('contents'),
  loi: removed('contents'),
  lot: removed('contents'),
  'page-list': removed('contents'),
  index: removed('contents'),
  imprint: removed('imprint'),
  colophon: removed('imprint'),
  'copyright-page': matter('permissions'),
  dedication: matter('dedication'),
  epigraph: matter('epigraph'),
  acknowledgments: matter('acknowledgments'),
  acknowledgements: matter('acknowledgments'),
  foreword: matter('introduction'),
  preface: matter('introduction'),
  introduction: matter('introduction'),
  afterword: matter('afterword'),
  abstract: matter('summary'),
  footnotes: matter('other'),
  endnotes: matter('other'),
  rearnotes: matter('other'),
  footnote: matter('other'),
  endnote: matter('other'),
  rearnote: matter('other'),
};

/** Terms of EPUB 3 that say a section is a chapter, whatever else it is. */
const chapterTypes = new Set(['chapter', 'prologue', 'epilogue', 'part', 'volume']);

/** What its terms say that a part is; `null` where they say nothing, or that it is story. */
export function partKind(types: readonly string[]): PartKind | null {
  if (types.some(type => chapterTypes.has(type))) return null;
  for (const type of types) if (Object.hasOwn(kinds, type)) return kinds[type] ?? null;
  return null;
}
