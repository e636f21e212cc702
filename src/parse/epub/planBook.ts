import type { MatterMark } from '../manuscript.ts';
import type { ContentsEntry } from './contents.ts';
import type { PartKind } from './partKind.ts';
import type { DocumentSurvey } from './surveyDocument.ts';

/** Something that the contents say starts in a document. */
export interface PlannedStart {
  readonly kind: 'chapter' | 'part';
  readonly title: string;
  /** The id of the element that it starts at; `null` for the document's start. */
  readonly fragment: string | null;
  /** Places below it in the same document: sections of a chapter, or chapters where it turns out to be a part. */
  readonly inside: readonly PlannedStart[];
}

/** What is to be made of a document, by what it is and where it stands. */
export interface DocumentPlan {
  readonly kind: PartKind | null;
  /** Where matter that is all of the document belongs; `null` in the middle of the story, where it is part of it. */
  readonly place: Extract<MatterMark['place'], 'front' | 'back'> | null;
  readonly starts: readonly PlannedStart[];
}

/** A document, by its path inside the book. */
export interface SurveyedDocument {
  readonly path: string;
  readonly kind: PartKind | null;
  readonly survey: DocumentSurvey;
}

/** Lays out what the contents of a book make of its documents: parts, chapters, and what stands before and after them. */
export function planBook(
  documents: readonly SurveyedDocument[],
  contents: readonly ContentsEntry[],
): ReadonlyMap<string, DocumentPlan> {
  const byPath = new Map(documents.map(document => [document.path, document]));
  const startsOf = new Map<string, PlannedStart[]>();
  for (const { entry, kind } of flatten(contents)) {
    const document = byPath.get(entry.path ?? '');
    if (document?.kind !== null) continue;
    if (entry.fragment !== null && document.survey.idsInMatter.has(entry.fragment)) continue;
    const starts = startsOf.get(document.path) ?? [];
    startsOf.set(document.path, starts);
    const { title, fragment } = entry;
    // A document's start may be named twice, by a part and its first chapter; the same title twice is one.
    if (starts.some(start => start.fragment === fragment && start.title === title)) continue;
    starts.push({ kind, title, fragment, inside: kind === 'part' ? [] : entry.children.map(startInside) });
  }
  const first = documents.findIndex(({ path }) => startsOf.has(path));
  const last = documents.findLastIndex(({ path }) => startsOf.has(path));
  return new Map(
    documents.map(({ path, kind }, index) => {
      const place = first === -1 || index < first ? 'front' : index > last ? 'back' : null;
      return [path, { kind, place, starts: startsOf.get(path) ?? [] }];
    }),
  );
}

/**
 * The contents of a book that has none, where at least two of its documents start with a heading; else none, so that the
 * chapters are looked for in the text as in that of any story.
 */
export function contentsOfHeadings(documents: readonly SurveyedDocument[]): readonly ContentsEntry[] {
  const entries = documents.flatMap(({ path, kind, survey: { heading } }): ContentsEntry[] =>
    kind !== null || heading === null ? [] : [{ title: heading, path, fragment: null, children: [] }],
  );
  return entries.length > 1 ? entries : [];
}

interface FlatEntry {
  readonly entry: ContentsEntry;
  readonly kind: PlannedStart['kind'];
}

/** Entries in order: what has others below it in documents of their own is a part; places inside a chapter are no chapters. */
function flatten(entries: readonly ContentsEntry[]): FlatEntry[] {
  return entries.flatMap((entry): FlatEntry[] => {
    const isPart = entry.children.some(child => child.path !== null && child.path !== entry.path);
    if (isPart) return [{ entry, kind: 'part' }, ...flatten(entry.children)];
    return [{ entry, kind: 'chapter' }];
  });
}

function startInside({ title, fragment, children }: ContentsEntry): PlannedStart {
  return { kind: 'chapter', title, fragment, inside: children.map(startInside) };
}
