import { roleOf } from '../html/elementRoles.ts';
import type { PageReading } from '../html/directives.ts';
import { descendants, type HtmlElement, parentOf } from '../html/htmlDocument.ts';
import type { PageIndex } from '../html/pageIndex.ts';
import { epubTypes } from './epubTypes.ts';
import { markMatter, type MatterPlace } from './markMatter.ts';
import { type PartKind, partKind } from './partKind.ts';
import { placeStarts } from './placeStarts.ts';
import type { DocumentPlan } from './planBook.ts';
import { readOwnPage } from './readOwnPage.ts';
import { bodyOf } from './surveyDocument.ts';
import { orderWords } from './wordOrder.ts';

/** What is known of the book that a document is read in. */
export interface BookContext {
  readonly plan: DocumentPlan;
  /** Whether the book was made by this program. */
  readonly isOwn: boolean;
  readonly title: string;
  readonly language: string;
  /** Whether no chapter of the book has started before the document. */
  readonly isFirst: boolean;
  /** Whether a part has started, and no chapter of it yet. */
  readonly isOpening: boolean;
  /** Where the document's own characters start. */
  readonly contentOffset: number;
}

/** Reads what the markup of a document, and its place in the book, say of its parts. */
export function readSpineDocument(page: PageIndex, context: BookContext): PageReading {
  const reading: PageReading = { directives: new Map(), fields: [] };
  const { directives } = reading;
  const body = bodyOf(page.document);
  const { kind, place, starts } = context.plan;
  const order = orderWords(body);
  const matterPlace: MatterPlace = { order, directives, language: context.language };
  if (context.isOwn) return { directives, fields: readOwnPage(body, context, matterPlace) };
  if (kind?.kind === 'removed') directives.set(body, kind);
  else if (kind?.kind === 'titlePage') directives.set(body, { kind: 'field', reason: 'title-page' });
  else if (kind?.kind === 'matter' && place !== null) markMatter(body, kind.role, place, matterPlace);
  else {
    placeStarts(starts, { ...context, body, order, directives, storyTitle: context.title });
    markSections(body, context, matterPlace);
  }
  return reading;
}

/** Marks the sections inside a document that say what they are: its notes, an epigraph under the heading of a chapter. */
function markSections(body: HtmlElement, context: BookContext, place: MatterPlace): void {
  const { order, directives } = place;
  for (const element of descendants(body)) {
    const kind = roleOf(element) === 'inline' ? null : partKind(epubTypes(element));
    if (kind === null || isDecided(element, place) || holdsStart(element, place)) continue;
    if (kind.kind === 'removed') directives.set(element, kind);
    if (kind.kind !== 'matter') continue;
    const at = placeOf(element, kind, context, place);
    if (at !== null && order.after(element) > order.before(element)) markMatter(element, kind.role, at, place);
  }
}

/** Where a section inside a document belongs; `null` in the middle of a chapter, where it is part of the story. */
function placeOf(
  element: HtmlElement,
  kind: Extract<PartKind, { kind: 'matter' }>,
  { isFirst, plan }: BookContext,
  { order, directives }: MatterPlace,
): 'front' | 'opening' | 'closing' | null {
  if (kind.role === 'other') return 'closing';
  if (isFirst && plan.starts.length === 0) return 'front';
  // Under a heading, with nothing between.
  const before = order.texts[order.before(element) - 1];
  if (before === undefined) return isFirst ? 'front' : null;
  for (
    let node = parentOf(before.parentNode ?? element) ?? null, inner = before.parentNode;
    inner !== null;
    inner = node, node = node === null ? null : parentOf(node)
  ) {
    // prettier-ignore
    const directive = 'tagName' in inner ? directives.get(inner) : undefined;
    if (directive?.kind === 'mark' && (directive.mark.kind === 'heading' || directive.mark.kind === 'chapterTitle')) return 'opening'; // prettier-ignore
  }
  return null;
}

function isDecided(element: HtmlElement, { directives }: MatterPlace): boolean {
  for (let node = parentOf(element); node !== null && 'tagName' in node; node = parentOf(node)) {
    if (directives.get(node)?.kind === 'matter') return true;
  }
  return directives.has(element);
}

function holdsStart(element: HtmlElement, { directives }: MatterPlace): boolean {
  for (const inside of descendants(element)) {
    const directive = directives.get(inside);
    if (directive?.kind === 'mark' && directive.mark.kind === 'heading') return true;
  }
  return false;
}
