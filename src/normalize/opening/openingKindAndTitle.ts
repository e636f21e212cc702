import { type Header, opensText } from './openingHeader.ts';
import type { Mark } from '../reading.ts';
import { withTitle } from './storyFacts.ts';
import { isSpeech, namesAuthor } from './titleLine.ts';

/** Matches `PLAY: The Lamp that Came to Dinner`, `Story: Salt`, `A poem - Ebb`; not `Play: he said`. */
const kindAndTitle =
  /^[*_\s]*(?:an? )?(?:(?:one-act |radio |short |fan )?(?:play|sketch|story|poem|tale|fic|fiction|script|comedy|farce|parody)|stück|geschichte|gedicht|hörspiel)\s?(?::| - | -- )\s*(?<title>[\p{Lu}\p{N}"“'‘¿¡].{0,78})$/iu;

/** A first line that says what kind of text it is and then its title, with the byline right under it. */
export function readKindAndTitle(index: number, header: Header): Mark | null {
  const [block, next] = [header.blocks[index], header.blocks[index + 1]];
  if (block?.kind !== 'text' || header.facts.title !== null || !opensText(header, index)) return null;
  const title = kindAndTitle.exec(block.text)?.groups?.title;
  if (title === undefined || /[.,;:]$/.test(title) || next?.kind !== 'text' || !namesAuthor(next.text)) return null;
  if (isSpeech(title) && !/[?!]$|^["“]/.test(title)) return null;
  header.facts = withTitle(header.facts, title, { confidence: 0.85, span: block.span });
  header.hasHeader = true;
  header.openMatter = null;
  return { kind: 'title', rule: 'kind-and-title', confidence: 0.85, why: 'It says what kind of text this is and what it is called, and a byline follows.' }; // prettier-ignore
}
