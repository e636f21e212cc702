import type { Block, Inline } from '../book/tree.ts';

/** How a language writes its quotation marks: outer and inner, opening and closing. */
interface QuoteMarks {
  readonly double: readonly [open: string, close: string];
  readonly single: readonly [open: string, close: string];
}

const english: QuoteMarks = { double: ['“', '”'], single: ['‘', '’'] };
const german: QuoteMarks = { double: ['„', '“'], single: ['‚', '‘'] };
const french: QuoteMarks = { double: ['«\u202f', '\u202f»'], single: ['‹\u202f', '\u202f›'] };

const quoteMarksOf: Readonly<Record<string, QuoteMarks>> = {
  en: english, es: english, pt: english, it: english, nl: english, de: german, fr: french,
}; // prettier-ignore

/** The marks that straight quotes become in a language: `“ ” ‘ ’`; empty where they stay as they are. */
export function quoteMarksIn(language: string): string {
  const marks = quoteMarksOf[language.split('-')[0] ?? ''];
  return marks === undefined ? '' : [...marks.double, ...marks.single].map(mark => mark.trim()).join(' ');
}

/** Counts what was changed, for the list of repairs. */
export interface TypographyCounts {
  quotes: number;
  dashes: number;
  ellipses: number;
}

/** Where a mark stands: the character before it decides whether it opens or closes. */
interface Context {
  readonly marks: QuoteMarks;
  readonly counts: TypographyCounts;
  previous: string;
}

/**
 * Typewriter marks as print has them: `"` and `'` to quotation marks and apostrophes of the language, `--` to a dash,
 * `...` to an ellipsis. Each paragraph starts afresh, so that a quote left open stays its own paragraph's affair.
 */
export function setTypography(blocks: readonly Block[], language: string, counts: TypographyCounts): Block[] {
  const marks = quoteMarksOf[language.split('-')[0] ?? ''];
  return marks === undefined ? [...blocks] : blocks.map(block => setBlock(block, marks, counts));
}

function setBlock(block: Block, marks: QuoteMarks, counts: TypographyCounts): Block {
  const inlines = (children: readonly Inline[]) => setInlines(children, { marks, counts, previous: '' });
  const inner = (children: readonly Block[]) => children.map(child => setBlock(child, marks, counts));
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
    case 'thematicBreak':
    case 'preformatted':
      return block;
  }
}

/** Sets the marks of a run of inlines that stands by itself, a title for instance. */
export function setInlineTypography(
  inlines: readonly Inline[],
  language: string,
  counts: TypographyCounts,
): readonly Inline[] {
  const marks = quoteMarksOf[language.split('-')[0] ?? ''];
  return marks === undefined ? inlines : setInlines(inlines, { marks, counts, previous: '' });
}

function setInlines(inlines: readonly Inline[], context: Context): Inline[] {
  return inlines.map((inline, index) => setInline(inline, firstCharacter(inlines, index + 1), context));
}

function setInline(inline: Inline, following: string, context: Context): Inline {
  switch (inline.type) {
    case 'text':
      return { type: 'text', value: setText(inline.value, following, context) };
    case 'hardBreak':
      context.previous = '';
      return inline;
    case 'inlineCode':
      context.previous = 'x';
      return inline;
    case 'emphasis':
    case 'strong':
    case 'strikethrough':
    case 'superscript':
    case 'subscript':
    case 'link':
    case 'inlineNote':
      return { ...inline, children: setInlines(inline.children, context) };
  }
}

function firstCharacter(inlines: readonly Inline[], index: number): string {
  const inline = inlines[index];
  if (inline === undefined || inline.type === 'hardBreak') return '';
  if (inline.type === 'text' || inline.type === 'inlineCode') return inline.value.charAt(0);
  return firstCharacter(inline.children, 0);
}

/** Matches what is to be set: `"`, `'`, `` ` ``, `--`, `---`, `...`, `. . .`; nothing else. */
const typewriterMarks = /["'`]|-{2,3}(?!-)|(?<!\.)(?:\.{3}|\. \. \.)(?!\.)/g;

/** A word that has lost its head takes an apostrophe: `'em`, `'tis`, `'90s`; not `'Emily`. */
const headlessWord =
  /^(?:em|tis|twas|twere|twill|til|till|cause|bout|round|neath|cos|cuz|nuff|n|neither|ere|kay|sup|fraid|ad|ave|im|ello|ouse|ome|ead|alf|s|ne|nen|ner|\d0s)(?![\p{L}\p{N}])/iu;

function setText(text: string, following: string, context: Context): string {
  let result = '';
  let from = 0;
  for (const match of text.matchAll(typewriterMarks)) {
    const [mark] = match;
    const before = match.index === 0 ? context.previous : text.charAt(match.index - 1);
    const end = match.index + mark.length;
    const after = end === text.length ? following : text.slice(end);
    result += text.slice(from, match.index) + setMark(mark, before, after, context);
    from = end;
  }
  if (text !== '') context.previous = text.charAt(text.length - 1);
  return result + text.slice(from);
}

function setMark(mark: string, before: string, after: string, { marks, counts }: Context): string {
  if (mark.startsWith('-')) {
    if (before === '-') return mark;
    counts.dashes++;
    return '—';
  }
  if (mark.startsWith('.')) {
    counts.ellipses++;
    return '…';
  }
  counts.quotes++;
  const opens = opensQuote(before, after);
  if (mark === '"') return marks.double[opens ? 0 : 1];
  if (mark === '`') return opens ? marks.single[0] : '`';
  return opens && !headlessWord.test(after) ? marks.single[0] : '’';
}

/** A mark opens after white space, an opening bracket or mark, or a dash, when a word or another mark follows it. */
function opensQuote(before: string, after: string): boolean {
  if (after === '' || /^[\s.,;:!?)\]}…]/.test(after)) return before === '' && /^(?:\.{2}|…)/.test(after);
  return before === '' || /[\s([{"'“‘«„‚‹\-—–/]/.test(before);
}
