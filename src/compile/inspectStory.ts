import type { Block, Chapter, Footnote, Inline, MatterSection, Sourced, Story } from '../book/tree.ts';
import type { Diagnostic, SourceSpan } from '../diagnostics/diagnostic.ts';
import type { AcceptingOverride, NormalizedStory } from '../normalize/normalizedStory.ts';
import type { SourceText } from '../source/sourceText.ts';

/** The name and version of the view that {@link inspectStory} makes; it only ever grows within a version. */
export const inspectSchema = 'fascicle/inspect@1';

/** A place, as the inspect view writes it; `file` only where the story has several. */
export interface InspectPlace {
  readonly file?: string;
  readonly lines: readonly [number, number];
  readonly columns?: readonly [number, number];
}

/** The public view of a normalized story; `docs/inspect.schema.json` is its JSON Schema. */
export interface InspectView {
  readonly schema: typeof inspectSchema;
  readonly source: InspectSource;
  /** All files of the story, when it has several. */
  readonly sources?: readonly InspectSource[];
  readonly story: {
    readonly metadata: Readonly<Record<string, unknown>>;
    readonly frontMatter: readonly unknown[];
    readonly chapters: readonly unknown[];
    readonly backMatter: readonly unknown[];
    readonly footnotes: readonly unknown[];
  };
  readonly removed: readonly (InspectPlace & { text: string; reason: string; rule: string; confidence: number })[];
  readonly ledger: readonly (InspectPlace & { kind: string })[];
  readonly repairs: readonly (InspectPlace & { kind: string; before: string; after: string; count?: number })[];
  readonly decisions: readonly (InspectPlace & {
    kind: string;
    text: string;
    accept: AcceptingOverride;
    rule: string;
    confidence: number;
    why: string;
  })[];
  readonly diagnostics: readonly InspectDiagnostic[];
}

export interface InspectSource {
  readonly path: string;
  readonly format: string;
  readonly encoding: string;
  readonly bytes: number;
  readonly sha256: string;
}

export type InspectDiagnostic = Omit<Diagnostic, 'span'> & Partial<InspectPlace>;

/** Maps a normalized story to its public view: plain JSON, in reading order. */
export function inspectStory(normalized: NormalizedStory, story: Story): InspectView {
  const { sources, evidence } = normalized;
  const place = placer(sources.length > 1);
  const [first] = sources;
  if (first === undefined) throw new TypeError('A normalized story has at least one source');
  const placed = <Item extends { readonly span: SourceSpan }>({ span, ...rest }: Item) => ({ ...place(span), ...rest });
  return {
    schema: inspectSchema,
    source: sourceView(first),
    ...(sources.length > 1 ? { sources: sources.map(source => sourceView(source)) } : {}),
    story: {
      metadata: {
        ...story.metadata,
        title: sourcedView(story.metadata.title, place),
        authors: story.metadata.authors.map(author => ({ ...author.text, ...sourcedEvidence(author, place) })),
        language: sourcedView(story.metadata.language, place),
        date: sourcedView(story.metadata.date, place),
        fields: story.metadata.fields.map(({ span, ...field }) => ({ ...field, ...(span && place(span)) })),
      },
      frontMatter: story.frontMatter.map(section => sectionView(section, place)),
      chapters: story.chapters.map(chapter => chapterView(chapter, place)),
      backMatter: story.backMatter.map(section => sectionView(section, place)),
      footnotes: story.footnotes.map(note => footnoteView(note, place)),
    },
    removed: evidence.removed.map(placed),
    ledger: evidence.ledger.map(placed),
    repairs: evidence.repairs.map(placed),
    decisions: evidence.decisions.map(placed),
    diagnostics: evidence.diagnostics.map(({ span, ...rest }) => ({ ...rest, ...(span && place(span)) })),
  };
}

type Placer = (span: SourceSpan) => InspectPlace;

function placer(hasSeveralFiles: boolean): Placer {
  return ({ file, lines, columns }) => ({
    ...(hasSeveralFiles ? { file } : {}),
    lines: [lines[0], lines[1]],
    ...(columns === undefined ? {} : { columns }),
  });
}

function sourceView({ path, format, encoding, byteLength, sha256 }: SourceText): InspectSource {
  return { path, format, encoding, bytes: byteLength, sha256 };
}

function sourcedView(sourced: Sourced<string> | null, place: Placer): unknown {
  return sourced === null ? null : { text: sourced.text, ...sourcedEvidence(sourced, place) };
}

function sourcedEvidence<T>({ origin, confidence, span }: Sourced<T>, place: Placer): Record<string, unknown> {
  return { origin, confidence, ...(span && place(span)) };
}

function sectionView({ role, title, blocks, span }: MatterSection, place: Placer): unknown {
  return { role, title, blocks: blocks.map(block => blockView(block, place)), ...(span && place(span)) };
}

function footnoteView({ id, label, blocks, span }: Footnote, place: Placer): unknown {
  return { id, label, blocks: blocks.map(block => blockView(block, place)), ...(span && place(span)) };
}

function chapterView(chapter: Chapter, place: Placer): unknown {
  const { id, part, kind, number, label, title, closingLine, span } = chapter;
  const sections = (notes: readonly MatterSection[]) => notes.map(section => sectionView(section, place));
  return {
    id,
    ...(part === undefined ? {} : { part }),
    kind,
    number,
    label,
    title,
    openingNotes: sections(chapter.openingNotes),
    body: chapter.body.map(block => blockView(block, place)),
    closingLine,
    closingNotes: sections(chapter.closingNotes),
    ...(span && place(span)),
  };
}

function blockView(block: Block, place: Placer): unknown {
  const { span, ...rest } = block;
  const where = span === undefined ? {} : place(span);
  switch (rest.type) {
    case 'blockQuote':
      return { ...rest, children: rest.children.map(child => blockView(child, place)), ...where };
    case 'list':
      return { ...rest, items: rest.items.map(item => item.map(child => blockView(child, place))), ...where };
    case 'paragraph':
    case 'heading':
      return { ...rest, children: rest.children satisfies readonly Inline[], ...where };
    case 'thematicBreak':
    case 'preformatted':
    case 'table':
    case 'figure':
      return { ...rest, ...where };
  }
}
