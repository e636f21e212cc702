import type { ChapterEdges } from './chapterRange.ts';
import { type FooterLine, readFooterLine } from './footerLine.ts';
import { readLabel } from '../voice/knownLabels.ts';

/** Whether a person of a script speaks: `NELL: Wait.` where lines are spoken so; not `Disclaimer: I own nothing.` */
export function isScriptSpeech({ speakers }: ChapterEdges, text: string): boolean {
  return speakers.speaks(text) && readLabel(text) === null;
}

/** What a block says by its own words and its place as a footer: one that a sentence above runs into is no closing line. */
export function readFooter(edges: ChapterEdges, index: number): FooterLine | null {
  const text = edges.blocks[index]?.text ?? '';
  const footer = readFooterLine(text);
  if (footer?.kind === 'closingLine') return isEndOfSentence(edges, index) ? null : footer;
  return footer ?? (isLastCurtain(edges, index) ? { kind: 'closingLine', rule: 'last-curtain', confidence: 0.75 } : null); // prettier-ignore
}

/** A line so long may have been broken for want of room. */
const minBrokenLength = 40;

/** Whether a line goes on with the sentence that the line right above breaks off: `…the tape has come to an` / `End.` */
function isEndOfSentence({ blocks }: ChapterEdges, index: number): boolean {
  const [above, block] = [blocks[index - 1], blocks[index]];
  if (above?.kind !== 'text' || block?.kind !== 'text' || block.blankLinesBefore > 0) return false;
  return above.text.length >= minBrokenLength && /[\p{Ll},]$/u.test(above.text);
}

/** Matches `CURTAIN.`, `(The curtain falls.)`, `Vorhang.`, `Le rideau tombe.`; not `The curtain moved.` */
const curtain =
  /^[^\p{L}]{0,6}(?:(?:the |slow |final |quick )*curtain(?: falls)?|(?:der )?vorhang(?: fällt)?|(?:le )?rideau(?: tombe)?|(?:cae el )?tel[oó]n|(?:cala la )?tela|(?:cala il )?sipario|занавес|zasłona|kurtyna|doek)[^\p{L}]{0,6}$/iu;

/**
 * Whether the curtain falls here for the one time in the text, alone below a script's last words: the play's way to say
 * that it ends. Where each act has one, it is a direction like any other, and stays with its act.
 */
function isLastCurtain({ blocks, speakers }: ChapterEdges, index: number): boolean {
  const block = blocks[index];
  if (block?.kind !== 'text' || block.blankLinesBefore === 0 || !curtain.test(block.text)) return false;
  const isOnly = !blocks.some(({ text }, at) => at !== index && curtain.test(text));
  return isOnly && blocks.some(({ text }) => speakers.speaks(text));
}
