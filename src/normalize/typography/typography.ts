import type { Block, Inline } from '../../book/tree.ts';
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import { applyEdits, type Edit, type EditKind, flatText, inOrder } from './flatText.ts';
import { languageMarks, type LanguageMarks, learnQuoteMarks } from './languageMarks.ts';
import type { CountedRepair, RepairTally } from './repairTally.ts';
import { setDashes, setEllipses } from './setDashes.ts';
import { setQuotes } from './setQuotes.ts';
import { setSpaces } from './setSpaces.ts';
import { findUntouchedText, isDrawn } from './untouchedText.ts';

/** How the typewriter marks of one story are set. */
export interface Typography {
  /** `null` leaves every mark as it is. */
  readonly marks: LanguageMarks | null;
  readonly hasSingleSpeech: boolean;
  readonly tally: RepairTally;
}

/** Marks stay as they are typed. */
export function noTypography(tally: RepairTally): Typography {
  return { marks: null, hasSingleSpeech: false, tally };
}

/** Learns from a story's texts how its marks are to be set in its language. */
export function learnTypography(texts: readonly string[], language: string, tally: RepairTally): Typography {
  const marks = languageMarks(language);
  if (marks === null) return noTypography(tally);
  return { marks: learnQuoteMarks(texts, marks), hasSingleSpeech: hasSingleSpeech(texts), tally };
}

/** So many paragraphs that open with a single mark, and more than with a double one, show a book with single speech. */
const minSingleOpenings = 2;

function hasSingleSpeech(texts: readonly string[]): boolean {
  let single = 0;
  let double = 0;
  for (const text of texts) {
    if (/^['‘`](?!em\b|tis\b|twas\b)\p{L}/iu.test(text)) single++;
    else if (/^["“„«»]/.test(text)) double++;
  }
  return single >= minSingleOpenings && single > double;
}

/**
 * Typewriter marks as print has them: `"` and `'` to quotation marks and apostrophes of the language, `--` to a dash,
 * `...` to an ellipsis. Each paragraph starts afresh, so that a quote left open stays its own paragraph's affair.
 */
export function setTypography(blocks: readonly Block[], typography: Typography): readonly Block[] {
  return typography.marks === null ? blocks : blocks.map(block => setBlock(block, typography, block.span));
}

function setBlock(block: Block, typography: Typography, span: SourceSpan | undefined): Block {
  const inlines = (children: readonly Inline[]) => setParagraph(children, typography, span, true);
  const inner = (children: readonly Block[]) => children.map(child => setBlock(child, typography, child.span ?? span));
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, children: inlines(block.children) };
    case 'blockQuote':
      return { ...block, children: inner(block.children) };
    case 'list':
      return { ...block, items: block.items.map(item => inner(item)) };
    case 'table':
      return { ...block, header: block.header.map(inlines), rows: block.rows.map(row => row.map(inlines)) };
    case 'figure':
      return { ...block, caption: inlines(block.caption) };
    case 'thematicBreak':
    case 'preformatted':
      return block;
  }
}

/** Sets the marks of a run of inlines that stands by itself, a title for instance; single hyphens are its own. */
export function setInlineTypography(
  inlines: readonly Inline[],
  typography: Typography,
  span: SourceSpan | undefined,
): readonly Inline[] {
  return setParagraph(inlines, typography, span, false);
}

/** Sets the marks of words without markup, the value of a field for instance. */
export function setPlainTypography(text: string, typography: Typography, span: SourceSpan | undefined): string {
  const [set] = setInlineTypography([{ type: 'text', value: text }], typography, span);
  return set?.type === 'text' ? set.value : text;
}

/** Whether there is anything to set: most lines of prose hold some of it, most words of a title none. */
const typed = /["'`´\-.<>;:!?–]|,,|[«»]/;

function setParagraph(
  inlines: readonly Inline[],
  { marks, hasSingleSpeech: isSingle, tally }: Typography,
  span: SourceSpan | undefined,
  setsHyphens: boolean,
): readonly Inline[] {
  if (marks === null) return inlines;
  const text = flatText(inlines);
  if (!typed.test(text) || isDrawn(text)) return inlines;
  const untouched = findUntouchedText(text);
  const edits = inOrder([
    ...setQuotes(text, { marks, hasSingleSpeech: isSingle }, untouched),
    ...setDashes(text, marks, untouched, { setsHyphens }),
    ...setEllipses(text, untouched),
    ...setSpaces(text, marks, untouched),
  ]);
  for (const edit of edits) tally.add(repairOf(edit, marks), span);
  return applyEdits(inlines, edits);
}

const repairs: Readonly<Record<Exclude<EditKind, 'quotes'>, CountedRepair>> = {
  primes: { kind: 'typographic-primes', before: `' "`, after: '′ ″' },
  dashes: { kind: 'typographic-dashes', before: '--', after: '—' },
  hyphens: { kind: 'typographic-hyphens', before: '-', after: '– —' },
  ellipses: { kind: 'typographic-ellipses', before: '...', after: '…' },
  spaces: { kind: 'typographic-spaces', before: '!', after: '\u202f!' },
};

function repairOf({ kind }: Edit, { double, single }: LanguageMarks): CountedRepair {
  if (kind !== 'quotes') return repairs[kind];
  return { kind: 'typographic-quotes', before: `" '`, after: [...double, ...single].join(' ') };
}
