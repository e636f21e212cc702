import type { SourceText } from '../source/sourceText.ts';
import { isBlankLine } from './blankLine.ts';
import { joinLines, tidy, wordsOf } from './joinLines.ts';
import { indentOf, learnLayouts } from './layout.ts';
import { learnSpeakers } from './lineKinds.ts';
import type { Manuscript, ManuscriptBlock, Repair, SettledLines } from './manuscript.ts';
import { type ParagraphContext, paragraphEnd } from './paragraphEnd.ts';
import { readRows } from './plainTextRows.ts';
import type { Row } from './row.ts';
import { isRuleLine } from './ruleLine.ts';
import { unboxLines } from './unboxLines.ts';
import { unquoteMail } from './unquoteMail.ts';
import { isInStory, verseEnd } from './verse.ts';

/**
 * Parses plain text: takes out what pages and sites printed around it, learns how its paragraphs are marked, and unwraps
 * them where lines are broken at a width.
 * @param lines The source's lines with damaged letters mended.
 */
export function parsePlainText(source: SourceText, lines: readonly string[] = source.lines): Manuscript {
  const { rows: all, settled } = readRows(source.path, source.lines, lines);
  const { rows: unquoted, settled: mailLines, answers } = unquoteMail(source.path, all);
  const rows = unboxLines(unquoted);
  const speakers = learnSpeakers(rows);
  const layouts = learnLayouts(rows, speakers);
  const context: ParagraphContext = { rows, layouts, speakers };
  const words = layouts.some(layout => layout.isWrapped) ? wordsOf(rows) : new Set<string>();
  const blocks: ManuscriptBlock[] = [];
  const repairs: Repair[] = [];
  let blankLinesBefore = 0;
  let isStory = false;
  for (let index = 0; index < rows.length;) {
    const row = rows[index];
    const layout = layouts[index];
    if (row === undefined || layout === undefined) break;
    if (isBlankLine(row.text)) {
      blankLinesBefore++;
      index++;
      continue;
    }
    const verse = isStory && blankLinesBefore > 0 ? verseEnd(rows, index, layout, speakers) : index;
    const end = verse > index ? verse : paragraphEnd(context, index);
    const block = readBlock(source.path, rows.slice(index, end), blankLinesBefore, verse > index, words, repairs);
    blocks.push(asAnswer(block, answers.get(block.span.lines[0])));
    isStory ||= isInStory(block);
    blankLinesBefore = 0;
    index = end;
  }
  return { sources: [source], fields: [], settled: [...settled, ...mailLines], blocks, repairs };
}

/** What a person who answered a mail wrote above or below the story that it quotes. */
function asAnswer(block: ManuscriptBlock, place: 'front' | 'back' | undefined): ManuscriptBlock {
  if (place === undefined) return block;
  const matter = { role: 'other', place, isStart: true, labelLength: 0 } as const;
  return { ...block, stated: { kind: 'matter', rule: 'quoted-mail', why: 'It stands outside the mail that is quoted.', matter } }; // prettier-ignore
}

function readBlock(
  file: string,
  rows: readonly Row[],
  blankLinesBefore: number,
  isVerse: boolean,
  words: ReadonlySet<string>,
  repairs: Repair[],
): ManuscriptBlock {
  const filled = rows.filter(({ text }) => !isBlankLine(text));
  const [first, ...others] = filled;
  const start = first?.line ?? 0;
  const span = { file, lines: [start, others.at(-1)?.line ?? start] as const };
  const firstText = first?.text ?? '';
  if (others.length === 0 && isRuleLine(firstText)) {
    return { kind: 'rule', text: tidy(firstText), span, blankLinesBefore };
  }
  const lines = filled.map(({ text }) => tidy(text));
  const text = isVerse ? lines.join('\n') : joinParagraph(file, filled, lines, words, repairs);
  return { kind: 'text', text, inlines: null, indent: indentOf(firstText), span, blankLinesBefore };
}

function joinParagraph(
  file: string,
  rows: readonly Row[],
  lines: readonly string[],
  words: ReadonlySet<string>,
  repairs: Repair[],
): string {
  const parts = lines.map((line, index) => {
    const next = lines[index + 1];
    if (next === undefined) return line;
    const joint = joinLines(line, next, words);
    if (joint.repair !== null) {
      repairs.push({ ...joint.repair, span: { file, lines: [rows[index]?.line ?? 0, rows[index + 1]?.line ?? 0] } });
    }
    return joint.line + joint.space;
  });
  return parts.join('');
}
