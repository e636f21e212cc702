import type { Block, Inline, MatterSection } from '../../src/book/tree.ts';
import type { NormalizedStory } from '../../src/normalize/normalizedStory.ts';
import type { SourceSpan } from '../../src/diagnostics/diagnostic.ts';

/**
 * A normalized story as a person reviews it: one line of text a block, `_emphasis_`, `**strong**`, a scene break as
 * `⁂`; the ledger as runs of lines.
 */
export function projectStory(story: NormalizedStory): string {
  const { evidence } = story;
  const place = placesOf(story);
  const view = {
    title: story.title === null ? null : `${story.title.text} (${place(story.title.span)})`,
    authors: story.authors.map(author => `${author.text.name} (${place(author.span)})`),
    language: `${story.language.text} (${story.language.origin})`,
    date: story.date?.text ?? null,
    fields: story.fields.map(field => `${field.key} | ${field.label} | ${field.value}`),
    frontMatter: story.frontMatter.map(section => sectionView(section)),
    chapters: story.chapters.map(chapter => ({
      ...(chapter.part === undefined ? {} : { part: `${chapter.part.number ?? '–'} | ${chapter.part.label ?? '–'} | ${chapter.part.title === null ? '–' : inlines(chapter.part.title)}` }), // prettier-ignore
      heading: `${chapter.kind} ${chapter.number ?? '–'} | ${chapter.label ?? '–'} | ${chapter.title === null ? '–' : inlines(chapter.title)}`,
      openingNotes: chapter.openingNotes.map(section => sectionView(section)),
      body: chapter.body.map(block => blockView(block)),
      closingLine: chapter.closingLine === null ? null : inlines(chapter.closingLine),
      closingNotes: chapter.closingNotes.map(section => sectionView(section)),
    })),
    backMatter: story.backMatter.map(section => sectionView(section)),
    ...(story.footnotes.length === 0 ? {} : { footnotes: story.footnotes.map(note => ({ [`${note.id} | ${note.label} (${place(note.span)})`]: note.blocks.map(block => blockView(block)) })) }), // prettier-ignore
    ledger: runs(evidence.ledger.map(entry => ({ kind: entry.kind, where: place(entry.span) }))),
    removed: evidence.removed.map(removal => `${place(removal.span)} ${removal.reason} | ${removal.text}`),
    repairs: evidence.repairs.map(
      ({ kind, before, after, count, span }) =>
        `${kind} ${before} → ${after} (${count === undefined ? place(span) : `${count} times`})`,
    ),
    decisions: evidence.decisions.map(
      ({ span, kind, rule, confidence }) => `${place(span)} ${kind} ${rule} ${confidence}`,
    ),
    diagnostics: evidence.diagnostics.map(({ severity, code, span }) => `${severity} ${code} (${place(span)})`),
  };
  return `${JSON.stringify(view, null, 2)}\n`;
}

function placesOf(story: NormalizedStory): (span: SourceSpan | undefined) => string {
  return span => {
    if (span === undefined) return '–';
    const file = story.sources.length > 1 ? `${span.file}:` : '';
    const [first, last] = span.lines;
    const columns = span.columns === undefined ? '' : `:${span.columns[0]}-${span.columns[1]}`;
    return `${file}${first}${last === first ? '' : `-${last}`}${columns}`;
  };
}

/** Neighbours of one kind on one line of the golden: `3, 5, 7-9 body`. */
function runs(entries: readonly { readonly kind: string; readonly where: string }[]): string[] {
  const found: { kind: string; places: string[] }[] = [];
  for (const { kind, where } of entries) {
    const last = found.at(-1);
    if (last?.kind === kind) last.places.push(where);
    else found.push({ kind, places: [where] });
  }
  return found.map(({ kind, places }) => `${places.join(', ')} ${kind}`);
}

function sectionView({ role, title, blocks }: MatterSection): unknown {
  return { [title.length === 0 ? role : `${role} | ${inlines(title)}`]: blocks.map(block => blockView(block)) };
}

function blockView(block: Block): unknown {
  switch (block.type) {
    case 'paragraph':
      return `${block.lang === undefined ? '' : `{${block.lang}} `}${inlines(block.children)}`;
    case 'heading':
      return `${'#'.repeat(block.depth)} ${inlines(block.children)}`;
    case 'thematicBreak':
      return '⁂';
    case 'preformatted':
      return { preformatted: block.value };
    case 'blockQuote':
      return { blockQuote: block.children.map(child => blockView(child)) };
    case 'list':
      return {
        [block.ordered ? `list from ${block.start}` : 'list']: block.items.map(item =>
          item.map(child => blockView(child)),
        ),
      };
    case 'figure':
      return { figure: inlines([block.image]), ...(block.caption.length === 0 ? {} : { caption: inlines(block.caption) }) }; // prettier-ignore
    case 'table':
      return { table: [block.header, ...block.rows].map(row => row.map(cell => inlines(cell)).join(' | ')) };
  }
}

const marks = { emphasis: '_', strong: '**', strikethrough: '~~', superscript: '^', subscript: '~' } as const;

function inlines(children: readonly Inline[]): string {
  return children
    .map(inline => {
      switch (inline.type) {
        case 'text':
          return inline.value;
        case 'inlineCode':
          return `\`${inline.value}\``;
        case 'hardBreak':
          return '⏎';
        case 'image':
          return inline.alt === '' ? `![](${inline.url} ornament)` : `![${inline.alt ?? ''}](${inline.url})`;
        case 'link':
          return `[${inlines(inline.children)}](${inline.url})`;
        case 'foreign':
          return `{${inline.lang}: ${inlines(inline.children)}}`;
        case 'footnoteReference':
          return `[^${inline.noteId}]`;
        case 'inlineNote':
          return `{{${inlines(inline.children)}}}`;
        case 'emphasis':
        case 'strong':
        case 'strikethrough':
        case 'superscript':
        case 'subscript':
          return marks[inline.type] + inlines(inline.children) + marks[inline.type];
      }
    })
    .join('');
}
