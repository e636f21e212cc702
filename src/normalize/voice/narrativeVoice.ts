/** Opens with speech: `"Yes."`, `“No,”`, `‘Read it,’`, `«Ja»`, `— Нет.`, `—Nunca te lo dije —murmuró.`; not `'Tis the season for updates`, `—Nell`. */
const opensWithSpeech =
  /^(?:["“«„»「『]|['‘](?!(?:tis|twas|em|cause|kay|til)\b)|[—–-]\s\p{Lu}|[—―][¡¿]|[—―]\p{L}[^\n]{20,2000}[.,!?…—])/iu;

/** Speech and who speaks it: `"No," she said`, `“Go!” cried the ferryman`. */
const attributedSpeech =
  /[,.!?…-]["”’']\s(?:(?:he|she|they|i|it|we|\p{Lu}\p{Ll}+|(?:the|his|her|my)\s\p{Ll}+)\s)?(?:said|says|asked|asks|whispered|cried|replied|answered|muttered|murmured|shouted|called|told|sighed|snapped|laughed|growled|added|breathed|exclaimed|continued|began|agreed|demanded)\b/u;

const pastVerb =
  '(?:was|were|had|could|would|did|might|said|went|came|took|saw|felt|knew|stood|sat|ran|got|made|thought|began|kept|held|left|told|gave|let|found|heard|fell|lay|rose|woke|broke|drew|slept|swam|rode|threw|shook|wore|drank|ate|hung|spoke|shut|put|met|led|lost|swore|crept|bent|spun|\\w{2,}(?<!spoil|ne)ed)';

/** What a teller says and an author rarely: a pattern counts once, `weight` times. */
const signs: readonly { readonly pattern: RegExp; readonly weight: number }[] = [
  { pattern: opensWithSpeech, weight: 3 },
  { pattern: attributedSpeech, weight: 2 },
  // "She had", "he turned"; "it was" is an author's as well.
  { pattern: new RegExp(String.raw`\b(?:he|she|they)(?:\s\w+ly)?\s${pastVerb}\b`, 'i'), weight: 1 },
  { pattern: new RegExp(String.raw`\b(?:the|his|her|its|their)\s\w+(?:\s\w+)?\s${pastVerb}\b`, 'i'), weight: 1 },
  { pattern: new RegExp(String.raw`^(?!I\s|This\b|It\b|You\b|We\b|There\b)\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?\s${pastVerb}\b`, 'u'), weight: 1 }, // prettier-ignore
  { pattern: /\b(?:his|her|their|my)\s(?:\w+\s)?(?:eyes?|hands?|head|face|hair|voice|heart|mouth|shoulders?|fingers?|arms?|breath|lips|feet|coat|shoes|boots|bed|pocket|mother|father|brother|sister)\b/i, weight: 1 }, // prettier-ignore
  { pattern: /\b(?:door|window|wall|floor|street|river|sea|sky|rain|snow|night|morning|wind|lamp|stairs?|house)\b/i, weight: 1 }, // prettier-ignore
  { pattern: /\b(?:he|she|they)\s(?:is|are|has|looks|turns|stands|sits|walks|runs|knows|feels|opens|takes|wakes|\w+s\s(?:at|to|into|up|down|away|the|his|her))\b/i, weight: 1 }, // prettier-ignore
];

/** The opening words tell what it is; a longer paragraph only costs time. */
const maxJudgedLength = 1500;

/** How many signs of a story being told a paragraph shows: 0 for `I own nothing.`, 3 and more for `"No," she said.` */
export function narrativeVoice(text: string): number {
  const plain = text.slice(0, maxJudgedLength).replaceAll('’', "'");
  return signs.reduce((count, { pattern, weight }) => count + (pattern.test(plain) ? weight : 0), 0);
}

/** Matches `"Yes."`, `‘Read it,’`, `— No.`, `- No.`; speech is never a note. */
export function isSpoken(text: string): boolean {
  return opensWithSpeech.test(text) || /^-\s/.test(text);
}
