import { isMatterRole } from '../book/matterRoles.ts';
import { blockText, inlineText } from '../book/plainText.ts';
import { mapBlockInlines } from '../book/mapBlockInlines.ts';
import { mapReferences } from '../book/mapReferences.ts';
import type { Block, ChapterKind, Inline } from '../book/tree.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../source/sourceText.ts';
import { type NumberedLine, type ReadBlock, readCanonicalBlocks } from './canonicalBlocks.ts';
import { readCanonicalFrontMatter } from './canonicalFrontMatter.ts';
import { readCanonicalInlines } from './canonicalInlines.ts';
import type {
  ChapterHeading,
  Manuscript,
  ManuscriptBlock,
  ManuscriptNote,
  MatterMark,
  SettledLines,
  StatedMark,
} from './manuscript.ts';

const rule = 'canonical-markdown';
const why = 'The file says so.';

/** Reads a story that was printed as canonical Markdown: the file says what every line is, and nothing is looked for. */
export function parseCanonicalMarkdown(source: SourceText, report: Report): Manuscript {
  const { story, endLine } = readCanonicalFrontMatter(source, report);
  const reader = new CanonicalReader(source.path);
  source.lines.slice(0, endLine).forEach((text, index) => {
    const kind = text.trimEnd() === '---' ? 'separator' : 'field';
    if (text.trim() !== '') reader.settle(kind, { text, number: index + 1 });
  });
  const lines = source.lines.slice(endLine).map((text, index) => ({ text, number: endLine + index + 1 }));
  for (const region of regionsOf(lines)) reader.read(region);
  const { blocks, settled, notes } = reader;
  return {
    sources: [source],
    fields: [],
    settled,
    blocks,
    repairs: [],
    statedStory: story,
    notes,
    noteMarks: marksIn(lines, source.path),
  };
}

/** Every `[^3]` of a file by the note that it leads to, if there is one. */
function marksIn(lines: readonly NumberedLine[], path: string): ReadonlyMap<string, string> {
  const numbers = lines.flatMap(({ text }) => Array.from(text.matchAll(/\[\^(\d{1,9})\]/g), ([, number = '']) => number));
  return new Map(numbers.map(number => [noteId(path, number), `[^${number}]`]));
}

/** Notes are numbered in each file. */
function noteId(path: string, number: string): string {
  return `${path}#${number}`;
}

/** Lines that belong together: a division, a chapter's heading, or what stands between them. */
interface Region {
  readonly kind: 'division' | 'heading' | 'text';
  readonly lines: readonly NumberedLine[];
}

const divisionStart = /^:::+[ \t]*\{([^}]*)\}[ \t]*$/;
const divisionEnd = /^:::+[ \t]*$/;
const topHeading = /^#(?: (.*))?$/;

function regionsOf(lines: readonly NumberedLine[]): Region[] {
  const regions: Region[] = [];
  let open: NumberedLine[] = [];
  let fence: string | null = null;
  let isInDivision = false;
  const close = (kind: Region['kind']) => {
    if (open.length > 0) regions.push({ kind, lines: open });
    open = [];
  };
  for (const line of lines) {
    const isFence: string | undefined =
      fence === null ? /^`{3,}/.exec(line.text)?.[0] : line.text.trimEnd() === fence ? '' : undefined;
    if (isFence !== undefined) fence = isFence === '' ? null : isFence;
    const isCode = fence !== null || isFence !== undefined;
    if (!isCode && !isInDivision && divisionStart.test(line.text)) {
      close('text');
      isInDivision = true;
      open.push(line);
    } else if (!isCode && isInDivision && divisionEnd.test(line.text)) {
      open.push(line);
      close('division');
      isInDivision = false;
    } else if (!isCode && !isInDivision && topHeading.test(line.text)) {
      close('text');
      open.push(line);
      close('heading');
    } else open.push(line);
  }
  close(isInDivision ? 'division' : 'text');
  return regions;
}

class CanonicalReader {
  readonly blocks: ManuscriptBlock[] = [];
  readonly settled: SettledLines[] = [];
  readonly notes: ManuscriptNote[] = [];
  readonly #noteNumbers = new Set<string>();
  readonly #path: string;
  /** Where a note stands that does not say it: before the story, under a chapter's heading, or below its text. */
  #usualPlace: MatterMark['place'] = 'front';

  constructor(path: string) {
    this.#path = path;
  }

  settle(kind: SettledLines['kind'], { text, number }: NumberedLine): void {
    this.settled.push({ kind, text, reason: rule, span: { file: this.#path, lines: [number, number] } });
  }

  read({ kind, lines }: Region): void {
    if (kind === 'division') this.#readDivision(lines);
    else if (kind === 'heading') this.#readHeading(lines);
    else for (const read of readCanonicalBlocks(lines)) this.#add(read, bodyMark(read.block));
  }

  #readDivision(lines: readonly NumberedLine[]): void {
    const [first] = lines;
    const last = lines.at(-1);
    if (first === undefined || last === undefined) return;
    this.settle('separator', first);
    const isClosed = last !== first && divisionEnd.test(last.text);
    const classes = (divisionStart.exec(first.text)?.[1] ?? '').split(/\s+/).map(name => name.replace(/^\./, ''));
    const content = readCanonicalBlocks(lines.slice(1, isClosed ? -1 : undefined));
    if (classes.includes('footnote')) this.#addNote(content, classes, first);
    else {
      content.forEach((read, index) => {
        this.#add(read, divisionMark(classes, index === 0, this.#usualPlace));
      });
    }
    if (isClosed) this.settle('separator', last);
  }

  /** A second note of one number is one that nothing leads to. */
  #addNote(content: readonly ReadBlock[], classes: readonly string[], { number: line }: NumberedLine): void {
    const number = classes.find(name => /^#\d{1,9}$/.test(name))?.slice(1) ?? '';
    const said = classes.map(name => /^label="(.*)"$/.exec(name)?.[1]).find(name => name !== undefined);
    const isTaken = number === '' || this.#noteNumbers.has(number);
    this.#noteNumbers.add(number);
    const place = (lines: readonly [number, number]) => ({ file: this.#path, lines });
    this.notes.push({
      id: noteId(this.#path, isTaken ? `line-${line}` : number),
      label: said === undefined ? number : decodeLabel(said),
      typedLabel: `[^${number}]: `,
      blocks: content.map(({ block, lines }) => ({ ...this.#withOwnNotes(block), span: place(lines) })),
      span: place([line, content.at(-1)?.lines[1] ?? line]),
      places: content.map(({ lines }) => place(lines)),
    });
  }

  #withOwnNotes(block: Block): Block {
    const [own = block] = mapBlockInlines([block], inlines => this.#withFile(inlines));
    return own;
  }

  #withFile(inlines: readonly Inline[]): readonly Inline[] {
    return mapReferences(inlines, number => ({ type: 'footnoteReference', noteId: noteId(this.#path, number) }));
  }

  #readHeading([line]: readonly NumberedLine[]): void {
    if (line === undefined) return;
    const { mark, title } = headingMark(topHeading.exec(line.text)?.[1] ?? '', own => this.#withFile(own));
    const inlines = this.#withFile(readCanonicalInlines(title));
    const span = { file: this.#path, lines: [line.number, line.number] } as const;
    const text = inlineText(inlines);
    this.#usualPlace = 'opening';
    this.blocks.push({ kind: 'heading', depth: 1, text, inlines, span, blankLinesBefore: 1, stated: mark });
  }

  #add({ block: read, lines }: ReadBlock, stated: StatedMark): void {
    const block = this.#withOwnNotes(read);
    if (stated.kind !== 'matter') this.#usualPlace = 'closing';
    const place = { span: { file: this.#path, lines }, blankLinesBefore: 1, stated };
    if (block.type === 'paragraph') {
      this.blocks.push({ kind: 'text', text: inlineText(block.children), inlines: block.children, indent: 0, ...place }); // prettier-ignore
    } else this.blocks.push({ kind: 'structure', text: blockText([block]), block, ...place });
  }
}

/** `%7D` → `}`; what a person wrote, and is no such code, stays as it is. */
function decodeLabel(label: string): string {
  try {
    return decodeURIComponent(label);
  } catch {
    return label;
  }
}

function bodyMark({ type }: Block): StatedMark {
  return { kind: type === 'thematicBreak' ? 'break' : 'body', rule, why };
}

const places: readonly MatterMark['place'][] = ['front', 'opening', 'closing', 'back'];

/** `{.authorsNote .closing}`, `{.closingLine}`; a division of another kind is a note. */
function divisionMark(classes: readonly string[], isStart: boolean, usual: MatterMark['place']): StatedMark {
  if (classes.includes('closingLine')) return { kind: 'closingLine', rule, why };
  const role = classes.find(isMatterRole) ?? 'other';
  const place = places.find(name => classes.includes(name)) ?? usual;
  return { kind: 'matter', matter: { role, place, isStart, labelLength: 0 }, rule, why };
}

/** Matches `[Chapter 3]{number=3} The Quay`: the label, the attributes, the title. */
const labelled = /^\[((?:\\.|[^\\\]])*)\]\{([^}]*)\}(?: (.*))?$/;

const chapterKinds: readonly ChapterKind[] = ['chapter', 'prologue', 'epilogue', 'interlude'];

function headingMark(
  text: string,
  withFile: (inlines: readonly Inline[]) => readonly Inline[],
): { readonly mark: StatedMark; readonly title: string } {
  const [all, ownLabel = '', attributes = '', ownTitle] = labelled.exec(text) ?? [];
  const title = all === undefined ? text : ownTitle;
  const unescaped = ownLabel.replace(/\\(.)/g, '$1');
  const label = unescaped === '' ? null : unescaped;
  const number = numberIn(attributes);
  const classes = attributes.split(/\s+/).map(name => name.replace(/^\./, ''));
  const titleOffset = title === undefined ? null : 0;
  if (classes.includes('part')) {
    const own = title === undefined ? null : withFile(readCanonicalInlines(title));
    return { mark: { kind: 'part', part: { label, number, title: own }, rule, why }, title: title ?? '' };
  }
  const chapterKind = chapterKinds.find(kind => classes.includes(kind)) ?? 'chapter';
  const heading: ChapterHeading = { chapterKind, number, label, titleOffset };
  return { mark: { kind: 'heading', heading, rule, why }, title: title ?? '' };
}

function numberIn(attributes: string): number | null {
  const digits = /(?:^|\s)number=(-?\d{1,9}(?:\.\d{1,6})?)(?:\s|$)/.exec(attributes)?.[1];
  return digits === undefined ? null : Number(digits);
}
