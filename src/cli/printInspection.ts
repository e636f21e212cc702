import type { Inspection } from '../compile/inspect.ts';
import { doubtfulBelow } from '../compile/doubts.ts';
import type { InspectView } from '../compile/inspectStory.ts';
import { countWords } from '../text/words.ts';
import { type Region, regionsOf } from './inspectionRegions.ts';
import { columnsOf, type Palette, paletteFor, printable } from './terminal.ts';

/** So many lines of a region are shown at its start and its end; the rest is counted. */
const shownAtEdges = 2;

/** A story's source with a margin, to print: what each region became, and why. */
export function describeInspection({ view, words, files }: Inspection): string {
  const palette = paletteFor(process.stdout);
  const out: string[] = [...describeStory({ view, words }, palette), ''];
  for (const file of files) {
    if (files.length > 1) out.push(palette.bold(printable(file.path)), '');
    out.push(...describeLines(file, view, palette), '');
  }
  out.push(...describeFindings(view, palette));
  return `${out.join('\n')}\n`;
}

function describeStory({ view, words }: Pick<Inspection, 'view' | 'words'>, palette: Palette): string[] {
  const { source, story } = view;
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
  const chapters = count(story.chapters.length, 'chapter', 'chapters');
  return [
    palette.bold(printable(title === '' ? shown : title)),
    row('title', describeTitle(title, metadata.title)),
    row('author', authors.length === 0 ? 'the text names none' : authors.join(', ')),
    row('language', text(metadata.language)),
    row('length', `${count(words, 'word', 'words')} in ${chapters}`),
    row('source', `${source.path} (${source.format}, ${source.encoding}, ${source.bytes.toLocaleString('en')} bytes)`),
  ];
}

function describeTitle(title: string, sourced: unknown): string {
  if (title === '') return 'the text gives none; the words above are shown instead';
  const isSaid = typeof sourced === 'object' && sourced !== null && 'origin' in sourced && sourced.origin === 'config';
  return isSaid ? 'said by the reader' : 'given by the text';
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

function describeLines(
  file: { readonly path: string; readonly lines: readonly string[] },
  view: InspectView,
  palette: Palette,
): string[] {
  const regions = regionsOf(view, file.path);
  const digits = String(file.lines.length).length;
  const out: string[] = [];
  const marginWidth = Math.max(minMarginWidth, ...regions.map(region => marginText(region).length));
  const room = columnsOf(process.stdout) - digits - marginWidth - 4;
  for (const [position, region] of regions.entries()) {
    const [first, last] = region.lines;
    const filled: number[] = [];
    for (let line = first; line <= last; line++) if ((file.lines[line - 1] ?? '').trim() !== '') filled.push(line);
    if (region.isBetweenLines) {
      out.push(
        `${' '.repeat(digits)}  ${marginOf(region, marginWidth, palette)} ${palette.dim('(here; no line of the file says it)')}`,
      );
      out.push(`${' '.repeat(digits)}  ${' '.repeat(marginWidth)} ${palette.dim(describeReason(region, room))}`);
      continue;
    }
    const isLong = filled.length > shownAtEdges * 2 + 1;
    const shown = isLong ? [...filled.slice(0, shownAtEdges), null, ...filled.slice(-shownAtEdges)] : filled;
    shown.forEach((line, index) => {
      const margin = index === 0 ? marginOf(region, marginWidth, palette) : palette.dim('│'.padEnd(marginWidth));
      if (line === null) {
        const words = countWords(file.lines.slice(first - 1, last).join('\n'));
        out.push(`${palette.dim(' '.repeat(digits))}  ${margin} ${palette.dim(`… ${filled.length - shownAtEdges * 2} more lines, ${words.toLocaleString('en')} words in all`)}`); // prettier-ignore
      } else {
        out.push(`${palette.dim(String(line).padStart(digits))}  ${margin} ${clip(printable(file.lines[line - 1] ?? ''), room)}`); // prettier-ignore
      }
    });
    const isSaidBelow = regions[position + 1]?.rule === region.rule;
    if (region.reason !== '' && !isSaidBelow) {
      out.push(`${' '.repeat(digits)}  ${' '.repeat(marginWidth)} ${palette.dim(describeReason(region, room))}`);
    }
  }
  return out;
}

/** The reason, with the name of its rule where there is room for it. */
function describeReason({ reason, rule }: Region, room: number): string {
  const long = `↳ ${reason} · ${rule}`;
  return long.length <= room ? long : clip(`↳ ${reason}`, room);
}

/** The margin is no narrower, so that texts of the usual kind line up with each other. */
const minMarginWidth = 14;

function isDoubtful({ confidence }: Region): boolean {
  return confidence !== null && confidence < doubtfulBelow;
}

function marginText(region: Region): string {
  return `${region.kind}${isDoubtful(region) ? ' ?' : ''}`;
}

function marginOf(region: Region, width: number, palette: Palette): string {
  const text = marginText(region).padEnd(width);
  if (isDoubtful(region)) return palette.yellow(text);
  switch (region.kind) {
    case 'story':
      return palette.dim(text);
    case 'removed':
      return palette.red(text);
    case 'scene break':
    case 'part':
    case 'chapter':
    case 'prologue':
    case 'epilogue':
    case 'interlude':
    case 'chapter title':
      return palette.magenta(text);
    default:
      return palette.cyan(text);
  }
}

function clip(text: string, room: number): string {
  const characters = [...text];
  return characters.length <= room ? text : `${characters.slice(0, Math.max(10, room - 1)).join('')}…`;
}

function describeFindings({ diagnostics, removed, repairs, decisions }: InspectView, palette: Palette): string[] {
  const out: string[] = [];
  const doubts = decisions.filter(decision => decision.confidence < doubtfulBelow).length;
  if (doubts > 0) {
    out.push(`${palette.yellow('doubt')}  ${count(doubts, 'decision is', 'decisions are')} less sure than ${Math.round(doubtfulBelow * 100)} %, marked “?” above; --propose writes them out to settle.`); // prettier-ignore
  }
  for (const diagnostic of diagnostics) {
    const mark = diagnostic.severity === 'info' ? palette.cyan('note') : palette.yellow('doubt');
    out.push(`${mark}  ${printable(diagnostic.message)}`);
  }
  if (removed.length > 0) {
    const isOne = removed.length === 1;
    out.push(palette.dim(`${isOne ? 'One passage is' : `${removed.length} passages are`} left out of the book, marked “removed” above.`)); // prettier-ignore
  }
  for (const repair of repairs) {
    const where = repair.count === undefined ? `in line ${repair.lines[0]}` : count(repair.count, 'time', 'times');
    out.push(palette.dim(`Set ${printable(repair.before)} as ${printable(repair.after)}, ${where}.`));
  }
  return out;
}
