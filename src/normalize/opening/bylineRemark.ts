import { authorVoice } from '../voice/authorVoice.ts';

/** Matches `Nell (my first, be nice!)`, `salt_wife - please review`, `Nell; betaed by Tea`; not `Nell (salt_wife)`, `Jean-Luc`. */
const parted = /^(?<name>[^()[\],;]{2,50}?)(?:\s+(?=[([]\S+\s.*[)\]]$)|\s+[-–—]{1,3}\s+|\s*;\s+)(?<remark>\S.*)$/u;

/** Matches `Nell, for the Lamp exchange`, `Nell aka salt_wife`, `Nell Ashgrove (c) 2003`; not `Nell, Tea and Bo`, `By the sea, for a while`. */
const worded =
  /^(?<name>[^()[\],;]{2,50}?),?\s+(?<remark>(?:(?:written )?for|formerly|also known as|a\.?k\.?a\.?|beta(?:ed|d|'d|-read)?|edited|inspired|based|translated|with (?:thanks|help))\s.+|(?:\(c\)|©).+)$/iu;

/** Matches `Nell. Please don't sue!`: the sentence has to be the author's own. */
const sentence = /^(?<name>[^.,;()[\]]{2,50})[.!]\s+(?<remark>\p{Lu}.*)$/u;

/** A name, and what a byline says after it. */
export interface RemarkedName {
  readonly name: string;
  readonly remark: string;
}

/**
 * Parts the name of a byline from a remark on the same line: `Nell Ashgrove (my first story!)` → `Nell Ashgrove` and the
 * rest. `null` where nothing shows that a remark begins; whether the rest is a name is for the caller to see.
 */
export function partRemark(text: string): RemarkedName | null {
  const groups = (parted.exec(text) ?? worded.exec(text))?.groups;
  if (groups !== undefined) return { name: groups.name ?? '', remark: groups.remark ?? '' };
  const { name, remark = '' } = sentence.exec(text)?.groups ?? {};
  return name !== undefined && authorVoice(remark) > 0 ? { name, remark } : null;
}
