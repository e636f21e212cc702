/** Matches `**Nell:** Thanks!`, `Nell - so glad you liked it`, `saltwife99: I know, right?`; the name and what is said to its owner. */
const namedLine = /^[*_~\s]{0,6}(?<name>[\p{L}\p{N}][\p{L}\p{N} ._'’-]{1,30}?)[*_~]{0,3}\s?(?:[:：]|--|–|—|\s-\s|-\s)[*_~]{0,3}\s*(?<said>\S.*)$/su; // prettier-ignore

const saidToReader =
  /\b(?:thanks?|thank you|glad|you(?:'re|r)?|u|ur|review\w*|welcome|update\w*|chapter|here you go|enjoy\w*|hope|lol)\b|[:;]-?[)DP]|<3/i;

/** Whether a paragraph answers a reviewer by name; one alone may be a script's line, two in a row are not. */
export function isReviewReply(text: string): boolean {
  const said = namedLine.exec(text.slice(0, 400))?.groups?.said;
  return said !== undefined && !/^["“«]/.test(said) && saidToReader.test(said.replaceAll('’', "'"));
}

/** Whether a line opens with a name or pen name and a colon or dash, whatever it says: `Neverfall: it is in the marsh.` */
export function isNamedLine(text: string): boolean {
  const said = namedLine.exec(text.slice(0, 400))?.groups?.said;
  return said !== undefined && !/^["“«]/.test(said);
}

/** A name or pen name in bold, or before a colon, and what is said to its owner; the name, in lower case. */
export function nameAnswered(text: string): string | null {
  const groups = namedLine.exec(text.slice(0, 400))?.groups;
  const isAnswer = groups?.said !== undefined && !/^["“«]/.test(groups.said);
  return isAnswer ? (groups.name ?? '').toLowerCase() : null;
}

/** Matches `Review replies!`, `Thanks to all my reviewers:`, `Answers to reviews`; what opens a run of replies. */
export function announcesReplies(text: string): boolean {
  return /\breviewers?\b|\breview (?:replies|responses)\b|\b(?:replies|answers|responses) to\b.{0,20}\breviews?\b/i.test(text.slice(0, 1500)); // prettier-ignore
}
