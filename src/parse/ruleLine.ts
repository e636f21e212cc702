/** Matches `***`, `* * *`, `-----`, `#`, `~*~*~`, `• • •`, `-=-`, `⁂`; not `...`, `"?"`, `(!)` or anything with a letter or digit. */
const ornamentsOnly = /^(?:[^\p{L}\p{N}\p{M}\s]\s*)+$/u;

/** What a line of dialogue may consist of, without a letter: `"..."`, `?!`. */
const speechOnly = /^[.…?!,;:"'“”‘’«»()[\]\s]+$/;

/** Matches `oOo`, `-oOo-`, `o0o0o`, `xXx`, `XXX`, `x x x`; not `ooh` or `xx`. */
const letterOrnaments = /^[-~*=_.\s]*(?:o\s?[o0]\s?o[o0\s]*|x(?:\s?x){2,})[-~*=_.\s]*$/i;

/** Matches `:-)`, `;)`, `:D`, `^_^`, `>_<`, `-_-`, `o_O`, `😂😂`; what characters in a story may say without a letter. */
const emoticon =
  /^(?:[:;=][-'^o]?[)(\]|/\\*]+|[\^><-][_.][\^><-]|[¯\\_(ツ)/]+|(?:\p{Emoji_Presentation}|\ufe0f|\s)+)$/u;

/** Marks of speech around a line: whatever stands inside is said. */
const isQuoted = /^["“”'‘’«»„]|["”’»]$/;

/** Longest rule in characters; longer ones are page-wide ASCII art. */
const maxRuleLength = 200;

/** Whether a line is made of ornaments only, as authors draw rules and scene breaks. */
export function isRuleLine(line: string): boolean {
  const text = line.trim();
  if (text === '' || text.length > maxRuleLength) return false;
  const isSaid = speechOnly.test(text) || emoticon.test(text) || isQuoted.test(text);
  return (ornamentsOnly.test(text) && !isSaid) || letterOrnaments.test(text);
}
