/** A slug line is short: the longest seen, a place with a date, has about sixty characters. */
const maxSlugLength = 70;

/** Matches `Edward's POV`, `BPOV`, `~Bella POV~`, `Point of view: Wren`; not `In her POV, that was wrong.` */
const pointOfView =
  /^[^\p{L}]*(?:(?:[\p{L}'’.-]+\s){0,3}P\.?O\.?V\.?s?|[A-Z]{1,3}POV|P\.?O\.?V\.?\W+(?:[\p{L}'’.-]+\s?){1,3}|(?:[\p{L}'’.-]+\s){1,3}point of view|point of view\W+(?:[\p{L}'’.-]+\s?){1,3})[^\p{L}]*$/iu;

const count = String.raw`(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|some|few|a few|many|\d{1,4})`;
const unit = '(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|centuries)';

/** Matches `THREE MONTHS LATER`, `Two weeks earlier...`, `The next morning`, `Later that night:`, `Time skip`; not `He came later.` */
const elapsed = new RegExp(
  String.raw`^[^\p{L}\d]*(?:(?:about |almost |over )?${count}(?: and a half)? ${unit} (?:later|earlier|ago|before|after|prior|since)|(?:the )?(?:next|following|same|previous) (?:morning|day|night|evening|afternoon|week|month|year)|(?:later|earlier|sometime) (?:that|the same|in the) (?:morning|day|night|evening|afternoon|week|month|year)|(?:meanwhile|later|earlier)|time ?skip|present day|back to the present|now|then)[^\p{L}\d]*$`,
  'iu',
);

/** Matches `* Flashback *`, `End Flashback`, `[Dream sequence]`, `---start of flashback---`; the marks around it or its being alone make it one. */
const flashback =
  /^[^\p{L}]*(?:(?:start(?: of)?|begin(?: of)?|end(?: of)?|end of the|start of the|the)\s)?(?:flash ?back|flash ?forward|dream(?: sequence)?|memory|vision)(?:\s(?:over|ends?|starts?|begins?))?[^\p{L}]*$/iu;

const month =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';

/** Matches `June 3, 1998`, `3rd of June`, `Monday, 3 June`, `Monday morning`, `12/05/1999`, `October 31st, 1981`, `1889`; not `May I?` */
const date = new RegExp(
  String.raw`^[^\p{L}\d]*(?:${weekday}[,:]?\s*)?(?:(?:${month})\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?)?,?(?:\s+\d{4})?|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:${month})\.?,?(?:\s+\d{4})?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|${weekday}(?:\s+(?:morning|night|evening|afternoon))?|(?:1[5-9]|20)\d{2})[^\p{L}\d]*$`,
  'iu',
);

/** Matches `6:15 am`, `0800 hours`, `11.30 p.m.`, `Midnight`, `London, 6:15`; not `At 6:15 he rose.` */
const clock =
  /^[^\p{L}\d]*(?:[\p{Lu}][\p{L}\s'’.-]{1,30},\s+)?(?:\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s\w{2,4})?|\d{4}\s(?:hours|hrs)|\d{1,2}\s?[ap]\.?m\.?|midnight|noon|dawn|dusk)[^\p{L}\d]*$/iu;

/** Matches `Sandrigg, 9th March`, `The Lodge, Wickside, March 9`, `Sandrigg, the 9th of March`, `Sandrigg, Tuesday`; not `Well, May came`, `Marsh, April`. */
const dateline = new RegExp(
  String.raw`^[^\p{L}\d]*\p{Lu}[\p{L}\s'’.-]{1,30},\s(?:\p{Lu}[\p{L}\s'’.-]{1,30},\s)?(?:(?:the\s)?\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?(?:${month})|(?:${month})\s\d{1,2}(?:st|nd|rd|th)?|${weekday}(?:\s(?:morning|night|evening|afternoon))?)[^\p{L}\d]*$`,
  'iu',
);

/** Matches `London, 1889`, `Saltmarsh, June 1901`, `Location: the pier`; not `Yes, England`, `Well, Harry`. */
const place =
  /^[^\p{L}\d]*(?:location:\s.{2,50}|\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}?[\p{L}'’.-]+){0,4},\s(?:\p{Lu}[\p{L}.]+(?:\s\p{Lu}?\p{L}+){0,2},?\s)?(?:\w+\s)?\d{4})[^\p{L}\d]*$/u;

/** What a line over a scene says: whose eyes, how much later, when, where. */
export type SlugKind = 'pointOfView' | 'elapsed' | 'flashback' | 'date' | 'clock' | 'place';

/** A pattern with the words or marks of which each of its matches holds one: the large pattern is compiled for few texts. */
interface SlugPattern {
  readonly kind: SlugKind;
  readonly pattern: RegExp;
  readonly needs?: RegExp;
}

const patterns: readonly SlugPattern[] = [
  { kind: 'pointOfView', pattern: pointOfView, needs: /p\.?o\.?v|point of view/iu },
  { kind: 'elapsed', pattern: elapsed, needs: /later|earlier|ago|before|after|prior|since|next|following|same|previous|sometime|meanwhile|time|present|now|then/iu }, // prettier-ignore
  { kind: 'flashback', pattern: flashback },
  { kind: 'date', pattern: date },
  { kind: 'clock', pattern: clock },
  { kind: 'place', pattern: place, needs: /location:|\d{4}/u },
  { kind: 'place', pattern: dateline, needs: /,\s[^]*(?:\d|day)/iu },
];

/** What kind of line over a scene a text is: `Edward's POV`, `THREE MONTHS LATER`, `* Flashback *`, `London, 1889`; `null` for any other. */
export function slugKind(text: string): SlugKind | null {
  if (text.length > maxSlugLength || /^["“«„]/.test(text)) return null;
  return patterns.find(({ pattern, needs }) => (needs?.test(text) ?? true) && pattern.test(text))?.kind ?? null;
}

/** Whether a line says whose eyes, when or where, as writers put it over a scene. It is read as part of the story, in its place. */
export function isSlugLine(text: string): boolean {
  return slugKind(text) !== null;
}

/** Whether a line says where or on which day something is written or takes place: `Sandrigg, 9th March`; not `1984`. */
export function isDateline(text: string): boolean {
  const kind = slugKind(text);
  return (kind === 'date' || kind === 'place') && /\p{L}/u.test(text);
}
