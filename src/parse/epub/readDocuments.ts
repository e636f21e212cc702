import type { Report } from '../../diagnostics/diagnostic.ts';
import type { SourceText } from '../../source/sourceText.ts';
import { isBlankLine } from '../blankLine.ts';
import type { PageReading } from '../html/directives.ts';
import type { PageIndex } from '../html/pageIndex.ts';
import { parseHtml } from '../html/parseHtml.ts';
import type { Manuscript, ManuscriptBlock, SettledLines, StatedMark } from '../manuscript.ts';
import { parseMended } from '../parseMended.ts';
import type { PackageFacts } from './packageFacts.ts';
import type { DocumentPlan } from './planBook.ts';
import { type Producer, readProducerPage } from './producer.ts';
import type { SpineDocument } from './readSpine.ts';
import { readSpineDocument } from './readSpineDocument.ts';
import { xhtmlAsHtml } from './xhtmlAsHtml.ts';

/** What all documents of a book share. */
export interface BookFacts {
  readonly facts: PackageFacts;
  readonly producer: Producer | null;
}

/** Reads the documents of a book one after another, each by its plan and by what came before it. */
export function readDocuments(
  spine: readonly SpineDocument[],
  plans: ReadonlyMap<string, DocumentPlan>,
  { facts: { story }, producer }: BookFacts,
  report: Report,
): readonly Manuscript[] {
  const isOwn = producer === 'fascicle';
  const [title, language] = [story.title ?? '', story.language ?? 'und'];
  let [isFirst, isOpening] = [true, false];
  return spine.map(({ path, source }) => {
    const plan = plans.get(path);
    if (plan === undefined) throw new TypeError('A document that was read was planned');
    const contentOffset = Math.max(0, source.lines.join('\n').search(/\S/));
    const context = { plan, isFirst, isOpening, isOwn, title, language, contentOffset };
    const last = plan.starts.at(-1)?.kind;
    if (last !== undefined) isOpening = last === 'part';
    if (plan.starts.some(({ kind }) => kind === 'chapter')) isFirst = false;
    const manuscript = readDocument(
      source,
      page => readProducerPage(producer, page, plan) ?? readSpineDocument(page, context),
      report,
    );
    return isOwn ? allStated(manuscript) : manuscript;
  });
}

function readDocument(source: SourceText, readPage: (page: PageIndex) => PageReading, report: Report): Manuscript {
  const parse = (lines: readonly string[]): Manuscript => {
    const html = xhtmlAsHtml(lines);
    const manuscript = parseHtml({ ...source, lines: html }, report, { readPage, syntax: 'xhtml' });
    return { ...manuscript, settled: [...blankedLines(source.path, lines, html), ...manuscript.settled] };
  };
  return parseMended(source, parse, report);
}

/** Lines that hold nothing but what XML has and HTML has not: `<?xml version="1.0"?>`. */
function blankedLines(file: string, lines: readonly string[], html: readonly string[]): SettledLines[] {
  return lines.flatMap((line, index): SettledLines[] => {
    const isBlanked = isBlankLine(html[index] ?? '') && !isBlankLine(line);
    const span = { file, lines: [index + 1, index + 1] } as const;
    return isBlanked ? [{ kind: 'markup', text: '', reason: 'markup', span }] : [];
  });
}

/** The manuscript of a book of ours, of which everything that is not marked is text or a break. */
function allStated(manuscript: Manuscript): Manuscript {
  const body: StatedMark = { kind: 'body', rule: 'fascicle-epub:text', why: 'A book of ours has it as text.' };
  const pause: StatedMark = { kind: 'break', rule: 'fascicle-epub:break', why: 'A book of ours has a rule here.' };
  const blocks = manuscript.blocks.map((block): ManuscriptBlock => ({ ...block, stated: block.stated ?? (block.kind === 'rule' ? pause : body) })); // prettier-ignore
  return { ...manuscript, blocks, statedStory: { title: null, authors: [], language: null, date: null, fields: [], isWhole: true } }; // prettier-ignore
}
