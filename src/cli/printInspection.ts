import type { Inspection } from '../compile/inspect.ts';
import type { InspectPlace, InspectView } from '../compile/inspectStory.ts';
import { countWords } from '../text/words.ts';
import { columnsOf, type Palette, paletteFor, printable } from './terminal.ts';

/** Below this confidence a decision is marked as doubtful. */
const doubtful = 0.8;

/** So many lines of a region are shown at its start and its end; the rest is counted. */
const shownAtEdges = 2;

/** Prints a story's source with a margin: what each region became, and why. */
export function printInspection({ view, files }: Inspection): void {
  const palette = paletteFor(process.stdout);
  const out: string[] = [...describeStory(view, palette), ''];
  for (const file of files) {
    if (files.length > 1) out.push(palette.bold(printable(file.path)), '');
    out.push(...describeLines(file, view, palette), '');
  }
  out.push(...describeFindings(view, palette));
  process.stdout.write(`${out.join('\n')}\n`);
}

function describeStory({ source, story }: InspectView, palette: Palette): string[] {
  const metadata = story.metadata;
  const text = (value: unknown): string =>
    typeof value === 'object' && value !== null && 'text' in value ? String(value.text) : '';
  const authors = Array.isArray(metadata.authors)
    ? metadata.authors.map((author: unknown) =>
        typeof author === 'object' && author !== null && 'name' in author ? String(author.name) : '',
      )
    : [];
  const title = text(metadata.title);
  const shown = typeof metadata.displayTitle === 'string' ? metadata.displayTitle : '';
  const row = (label: string, value: string) => `${palette.dim(label.padEnd(10))}${printable(value)}`;
  const chapters = story.chapters.length;
  return [
    palette.bold(printable(title === '' ? shown : title)),
    row('title', title === '' ? 'the text gives none; the words above are shown instead' : 'given by the text'),
    row('author', authors.length === 0 ? 'the text names none' : authors.join(', ')),
    row('language', text(metadata.language)),
    row('chapters', String(chapters)),
    row('source', `${source.path} (${source.format}, ${source.encoding}, ${source.bytes.toLocaleString('en')} bytes)`),
  ];
}

interface Region extends InspectPlace {
  readonly kind: string;
  readonly reason: string;
  readonly confidence: number | null;
}

function describeLines(
  file: { readonly path: string; readonly lines: readonly string[] },
  view: InspectView,
  palette: Palette,
): string[] {
  const regions = regionsOf(view, file.path);
  const digits = String(file.lines.length).length;
  const out: string[] = [];
  for (const region of regions) {
    const [first, last] = region.lines;
    const filled: number[] = [];
    for (let line = first; line <= last; line++) if ((file.lines[line - 1] ?? '').trim() !== '') filled.push(line);
    const isLong = filled.length > shownAtEdges * 2 + 1;
    const shown = isLong ? [...filled.slice(0, shownAtEdges), null, ...filled.slice(-shownAtEdges)] : filled;
    shown.forEach((line, index) => {
      const margin = index === 0 ? marginOf(region, palette) : palette.dim('│'.padEnd(marginWidth));
      if (line === null) {
        const words = countWords(file.lines.slice(first - 1, last).join('\n'));
        out.push(`${palette.dim(' '.repeat(digits))}  ${margin} ${palette.dim(`… ${filled.length - shownAtEdges * 2} more lines, ${words.toLocaleString('en')} words in all`)}`); // prettier-ignore
      } else {
        const room = columnsOf(process.stdout) - digits - marginWidth - 4;
        out.push(`${palette.dim(String(line).padStart(digits))}  ${margin} ${clip(printable(file.lines[line - 1] ?? ''), room)}`); // prettier-ignore
      }
    });
    if (region.reason !== '')
      out.push(`${' '.repeat(digits)}  ${' '.repeat(marginWidth)} ${palette.dim(`↳ ${region.reason}`)}`);
  }
  return out;
}

const marginWidth = 14;

function marginOf(region: Region, palette: Palette): string {
  const isDoubtful = region.confidence !== null && region.confidence < doubtful;
  const text = `${region.kind}${isDoubtful ? ' ?' : ''}`.slice(0, marginWidth).padEnd(marginWidth);
  if (isDoubtful) return palette.yellow(text);
  switch (region.kind) {
    case 'story':
      return palette.dim(text);
    case 'removed':
      return palette.red(text);
    case 'scene break':
    case 'chapter':
      return palette.magenta(text);
    default:
      return palette.cyan(text);
  }
}

/** Ledger entries in order, those of story text run together between decisions. */
function regionsOf(view: InspectView, path: string): Region[] {
  const regions: Region[] = [];
  let seenLine = 0;
  for (const entry of view.ledger) {
    if (entry.file !== undefined && entry.file !== path) continue;
    if (entry.lines[0] <= seenLine) continue;
    seenLine = entry.lines[1];
    const last = regions.at(-1);
    if (entry.kind === 'body' && last?.kind === 'story') {
      regions[regions.length - 1] = { ...last, lines: [last.lines[0], entry.lines[1]] };
      continue;
    }
    regions.push(regionOf(entry, view));
  }
  return regions;
}

function regionOf(entry: InspectView['ledger'][number], view: InspectView): Region {
  const decision = view.decisions.find(
    candidate => candidate.lines[0] === entry.lines[0] && candidate.file === entry.file,
  );
  return {
    lines: entry.lines,
    kind: kindName(entry.kind, decision?.kind),
    reason:
      decision === undefined ? '' : `${decision.why} ${Math.round(decision.confidence * 100)} % · ${decision.rule}`,
    confidence: decision?.confidence ?? null,
  };
}

function kindName(ledgerKind: string, decisionKind: string | undefined): string {
  if (ledgerKind === 'body') return 'story';
  if (ledgerKind === 'break') return 'scene break';
  if (ledgerKind === 'heading') return 'chapter';
  if (decisionKind === 'matter') return 'note';
  if (decisionKind === 'closingLine') return 'closing line';
  return ledgerKind;
}

function clip(text: string, room: number): string {
  const characters = [...text];
  return characters.length <= room ? text : `${characters.slice(0, Math.max(10, room - 1)).join('')}…`;
}

function describeFindings({ diagnostics, removed, repairs }: InspectView, palette: Palette): string[] {
  const out: string[] = [];
  for (const diagnostic of diagnostics) {
    const mark = diagnostic.severity === 'info' ? palette.cyan('note') : palette.yellow('doubt');
    out.push(`${mark}  ${printable(diagnostic.message)}`);
  }
  if (removed.length > 0) {
    out.push(palette.dim(`${removed.length} lines are left out of the book, listed above as “removed”.`));
  }
  for (const repair of repairs) {
    const times = repair.count === undefined ? `line ${repair.lines[0]}` : `${repair.count} times`;
    out.push(palette.dim(`changed ${printable(repair.before)} to ${printable(repair.after)} (${times})`));
  }
  return out;
}
