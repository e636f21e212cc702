import type { ContentsEntry } from './contentsEntries.ts';
import { type ElementNode, createGalley } from './galley.ts';
import type { Section } from './section.ts';
import type { SectionBuilder } from './sectionBuilder.ts';
import { type EntryColumns, addContentsEntry } from './setContentsEntry.ts';
import { addOpeningHeading, asText } from './setHeadings.ts';
import { createLetteringStyle } from './textStyle.ts';
import { frontSection } from './titlePageSections.ts';

/** More entries than this stand close together, or the contents would go on for pages; names still part them. */
const mostAiredEntries = 24;
const airLines = 0.5;
const namedAirLines = 0.35;

/**
 * The contents page: titles with their pages, linked; `folioOf` gives the page of a destination as readers see it. `null` for a
 * single entry, which tells nobody more than the title page.
 */
export function contentsSection(
  builder: SectionBuilder,
  entries: readonly ContentsEntry[],
  folioOf: (destination: string) => string,
): Section | null {
  if (entries.length < 2) return null;
  const { context, labels, document } = builder;
  const galley = createGalley();
  const sect: ElementNode = { role: 'Sect', parent: document };
  const list: ElementNode = { role: 'TOC', parent: sect };
  addOpeningHeading(context, galley, {
    label: null,
    title: asText(labels.contents),
    element: { role: 'H1', parent: sect },
    destination: 'contents',
  });
  const columns = columnsOf(builder, entries);
  const closeLines = entries.some(({ names }) => names !== null) ? namedAirLines : 0;
  const airPt = context.geometry.gridPt * (entries.length > mostAiredEntries ? closeLines : airLines);
  for (const entry of entries) {
    const element: ElementNode = { role: 'TOCI', parent: list };
    addContentsEntry(builder, galley, entry, { folio: folioOf(entry.destination), columns, airPt, element });
  }
  return {
    ...frontSection(builder),
    lines: galley.lines,
    startsOn: 'recto',
    heads: { verso: builder.bookHeads, recto: [labels.contents] },
    outline: { title: labels.contents, level: 1 },
  };
}

/** Labels wider than this share of the measure run into their titles. */
const widestLabelShare = 0.3;
const labelGapEm = 1;
/** How far the entries below a part or a story stand in, in ems. */
const innerIndentEm = 1.2;

/** The labels have a column of their own if all of them are short, and if some stand beside a title. */
function columnsOf({ context }: SectionBuilder, entries: readonly ContentsEntry[]): EntryColumns {
  const { design, geometry, measurer, styles } = context;
  const emPt = design.bodyFontSizePt;
  const labels = entries.flatMap(({ kind, label, title }) =>
    label === null || title === null || kind === 'part' ? [] : [label],
  );
  const widths = labels.map(label =>
    measurer.widthOf(label, styles.indexOf(createLetteringStyle(design, design.look.labels, label))),
  );
  const widestPt = Math.max(0, ...widths);
  const isColumn = widestPt > 0 && widestPt <= geometry.measurePt * widestLabelShare;
  return { labelPt: isColumn ? widestPt + labelGapEm * emPt : null, innerPt: innerIndentEm * emPt };
}
