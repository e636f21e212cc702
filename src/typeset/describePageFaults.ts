import type { Diagnostic, SourceSpan } from '../diagnostics/diagnostic.ts';
import type { PageFaultKind } from './pageFaults.ts';

/** A page that suffers from something, as readers cite it, and the place in the source. */
export interface PageFaultPlace {
  readonly folio: string;
  readonly span: SourceSpan | undefined;
}

interface FaultWords {
  readonly code: Diagnostic['code'];
  readonly severity: Diagnostic['severity'];
  /** What one page suffers from, to follow "Page 12". */
  readonly one: string;
  /** The same of several pages, to follow "3 pages". */
  readonly many: string;
  readonly reason: string;
}

const shortParagraphs = 'the text around has no better place to end a page';

const words: Readonly<Record<PageFaultKind, FaultWords>> = {
  torn: {
    code: 'typeset/torn-heading',
    severity: 'info',
    one: 'ends in a heading with less than two lines below it',
    many: 'end in a heading with less than two lines below it',
    reason: 'what belongs together there is taller than a page, or nothing else gives way',
  },
  widow: {
    code: 'typeset/widow',
    severity: 'info',
    one: 'begins with the last line of a paragraph',
    many: 'begin with the last line of a paragraph',
    reason: shortParagraphs,
  },
  orphan: {
    code: 'typeset/orphan',
    severity: 'info',
    one: 'ends with the first line of a paragraph',
    many: 'end with the first line of a paragraph',
    reason: shortParagraphs,
  },
  lone: {
    code: 'typeset/lone-line',
    severity: 'info',
    one: 'parts a single line from a scene break, a list or a quotation',
    many: 'part a single line from a scene break, a list or a quotation',
    reason: shortParagraphs,
  },
  breakAtEdge: {
    code: 'typeset/scene-break-at-edge',
    severity: 'info',
    one: 'ends before or behind a scene break, which the ornament shows',
    many: 'end before or behind a scene break, which the ornament shows',
    reason: shortParagraphs,
  },
  uneven: {
    code: 'typeset/uneven-pages',
    severity: 'info',
    one: 'ends higher or lower than the page facing it',
    many: 'end higher or lower than the pages facing them',
    reason: 'no paragraph there can be a line longer or shorter',
  },
  short: {
    code: 'typeset/short-page',
    severity: 'info',
    one: 'ends four lines or more above its foot',
    many: 'end four lines or more above their feet',
    reason: 'what follows has to stay together',
  },
  lateNote: {
    code: 'typeset/late-note',
    severity: 'warning',
    one: 'has the mark of a note that begins on a later page',
    many: 'have marks of notes that begin on later pages',
    reason: 'its notes need more room than it has',
  },
};

/** Up to so many faults of a kind are reported one by one, more of them together. */
const mostReported = 3;
/** The most pages that one finding names. */
const mostNamed = 12;

/** Says what could not be helped: each page with its place, or of many pages the first ones. */
export function describePageFaults(kind: PageFaultKind, places: readonly PageFaultPlace[]): Diagnostic[] {
  const { code, severity, one, many, reason } = words[kind];
  if (places.length <= mostReported) {
    return places.map(({ folio, span }) => ({
      code,
      severity,
      message: `Page ${folio} ${one}: ${reason}.`,
      ...(span === undefined ? {} : { span }),
    }));
  }
  const named = places.slice(0, mostNamed).map(place => place.folio);
  const rest = places.length > named.length ? ', …' : '';
  const span = places[0]?.span;
  const message = `${places.length} pages ${many} (${named.join(', ')}${rest}): ${reason}.`;
  return [{ code, severity, message, ...(span === undefined ? {} : { span }) }];
}
