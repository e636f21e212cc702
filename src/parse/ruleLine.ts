/** Matches `***`, `* * *`, `-----`, `#`, `~*~*~`, `• • •`, `-=-`, `⁂`; not `...`, `"?"`, `(!)` or anything with a letter or digit. */
const ornamentsOnly = /^(?:[^\p{L}\p{N}\p{M}\s]\s*)+$/u;

/** What a line of dialogue may consist of, without a letter: `"..."`, `?!`. */
const speechOnly = /^[.…?!,;:"'“”‘’«»()[\]\s]+$/;

/** Matches `oOo`, `-oOo-`, `o0o0o`, `xXx`, `XXX`, `x x x`; not `ooh` or `xx`. */
const letterOrnaments = /^[-~*=_.\s]*(?:o\s?[o0]\s?o[o0\s]*|x(?:\s?x){2,})[-~*=_.\s]*$/i;

/** Matches `-x-`, `~o~`, `--0--`, `*~x~*~x~*`, `o-o-o-o`, `x.X.x`, `.oOo.oOo.`; not `x`, `o.O`, `X-O`, `xoxo`. */
const lettersAmongOrnaments =
  /^(?=.*[-~*=_+<>|])[-~*=_+<>|.:\s]+(?:[xX]{1,3}|[oO0]{1,3})(?:[-~*=_+<>|.:\s]+(?:[xX]{1,3}|[oO0]{1,3}))*[-~*=_+<>|.:\s]+$|^(?:[oO0]+[-~*=+ ]){2,}[oO0]+$|^(?:[xX]+[-~*=+. ]){2,}[xX]+$/;

/** Matches `XXXX666XXXX`, `XXXXXXXXZXXXXX`, `xxxxx~42~xxxxx`, `oxoxoxox`: long rows of one letter with a little inside; not `XXI`, `xx1xx`. */
const longRowOfLetters =
  /^(?:x{4,}[^x\s]{0,8}x{4,}(?:[^x\s]{1,3}x{4,})?|(?:ox|xo){4,}[ox]?|o{4,}[^o\s\p{L}]{1,8}o{4,})$/iu;

/** Matches `ooooooooSALToooooooo`, `OOOOOOOO7OOOOOOOO`: a word in capitals inside a long row of o's; not `noooooooo`, `ooooooohnoooooo`. */
const wordInRowOfLetters = /^(?:o{8,30}[\p{Lu}\d]{1,10}o{8,30}|O{8,30}[\p{Lu}\d]{1,10}O{8,30})$/u;

/** Matches `ϟϟϟ`, `ϟ`, `ᚠᚢᚦ`: letters that nothing is written in any more, or drawn like an ornament. */
const letterSigns = /^(?:[ϞϟϠϡ\u{16a0}-\u{16ff}]\s*)+$/u;

/** Matches `^v^v^v^`, `\/\/\/`, `vVvVv`; not `vv`. */
const waves = /^(?:\^v){2,}\^?$|^(?:v\^){2,}v?$|^(?:vV){2,}v?$|^(?:Vv){2,}V?$/;

/** Matches `:-)`, `;)`, `:D`, `^_^`, `>_<`, `-_-`, `o_O`, `😂😂`; what characters in a story may say without a letter. */
const emoticon =
  /^(?:[:;=][-'^o]?[)(\]|/\\*]+|[\^><-][_.][\^><-]|(?=.*[^_])[¯\\_(ツ)/]+|(?:\p{Emoji_Presentation}|\ufe0f|\s)+)$/u;

/** Matches `⭐⭐⭐`, `🌸 🌸 🌸`, `❄❄❄`: three of the pictures that stand for stars, flowers, leaves and hearts; not `⭐`, `😂😂😂`. */
const pictureOrnaments =
  /^(?:(?:⭐|🌟|✨|💫|❄|🌸|🌺|🌼|🌷|🌹|🍁|🍂|🍃|🌿|🌙|🌊|🔥|🦋|❤|🖤|💙|💜|💚|💛|💔|🤍|♥|🔹|🔸|🔷|🔶|⚫|⚪|➖|〰)\ufe0f?\s*){3,}$/u;

/** Matches three dots or more far from the margin, `                    ...`, set there like any other break; at the margin they are silence. */
const centredDots = /^ {16,}(?:\. ?){3,9}$/;

/** Marks of speech around a line: whatever stands inside is said. */
const isQuoted = /^["“”'‘’«»„]|["”’»]$/;

/** Longest rule in characters; longer ones are page-wide ASCII art. */
const maxRuleLength = 200;

/** Whether a line is made of ornaments only, as authors draw rules and scene breaks. */
export function isRuleLine(line: string): boolean {
  const text = line.trim();
  if (text === '' || text.length > maxRuleLength) return false;
  const isSaid = speechOnly.test(text) || emoticon.test(text) || isQuoted.test(text);
  return (
    centredDots.test(line.trimEnd()) ||
    (ornamentsOnly.test(text) && !isSaid) ||
    [
      letterOrnaments,
      lettersAmongOrnaments,
      longRowOfLetters,
      wordInRowOfLetters,
      letterSigns,
      waves,
      pictureOrnaments,
    ].some(pattern => pattern.test(text))
  );
}
