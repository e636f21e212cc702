import { narrativeVoice } from '../voice/narrativeVoice.ts';
import { front, type Header } from './openingHeader.ts';
import type { Mark } from '../reading.ts';
import { hasTitleShape, isSpeech, isSubtitleShape, namesAuthor } from './titleLine.ts';

/** Matches a line that is all in brackets: `(for Wren, who asked)`, `[A Tidewrack story]`. */
const bracketed = /^[([][^()[\]]*[)\]]$/;
const maxRemarkLength = 160;

const byline =
  /^\W{0,10}(?:(?:an? (?:\w+ ){0,3}(?:story|tale|fic|novel) |written |story )?by|von|par|por)\s*:?\s+\S.{0,60}$/i;

/**
 * Reads what stands close to title and byline and is neither: a subtitle between the two, and a remark in brackets right
 * under either, `(Written for the winter exchange)`. A sentence under a byline is the story's first.
 */
export function readSubtitle(index: number, header: Header): Mark | null {
  const { blocks, facts } = header;
  const block = blocks[index];
  const above = header.marks.get(index - 1)?.kind ?? header.known[index - 1]?.kind;
  if (block?.kind !== 'text' || facts.title === null || (above !== 'title' && above !== 'byline')) return null;
  if (bracketed.test(block.text) && block.text.length <= maxRemarkLength && narrativeVoice(block.text) <= 1) {
    header.openMatter = null;
    return { kind: 'matter', rule: 'remark-under-title', confidence: 0.75, why: 'A remark in brackets stands under title or byline.', matter: front('other', true) }; // prettier-ignore
  }
  const next = blocks[index + 1];
  const isAboveByline =
    above === 'title' && index + 1 < header.limit && next?.kind === 'text' && byline.test(next.text);
  const isLowerCase = next !== undefined && isSubtitleShape(block.text) && namesAuthor(next.text);
  if (!isAboveByline || !(hasTitleShape(block.text) || isLowerCase) || isSpeech(block.text)) return null;
  header.facts = { ...facts, fields: [...facts.fields, { key: 'subtitle', label: 'Subtitle', value: block.text, span: block.span }] }; // prettier-ignore
  header.openMatter = null;
  return { kind: 'field', rule: 'subtitle', confidence: 0.85, why: 'A short line stands between the title and the byline.' }; // prettier-ignore
}
