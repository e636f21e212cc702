import type { Inline } from '../../book/tree.ts';

/**
 * Matches `(A/N: I made that up`, `[AN - sorry`, `(Author's note: …`, `(Anm. d. Aut.: …`, `(NdA : …`, `(прим. автора: …`;
 * not `(an old lamp`, `(AN ORDINARY DAY)`, `(note the lamp)`.
 */
const opensNote =
  /[([{](?=\s?[*_]{0,2}(?:(?:A ?[/\\] ?N|a ?[/\\] ?n|T[/\\]N|B[/\\]N)s?(?![\p{L}\p{N}])|(?:AN|A\.N\.|an|a\.n\.)s?(?: ?[:;]| ?[–—-]{1,2} |\. )|(?:(?:[Aa]uthor|[Tt]ranslator|[Ee]ditor|[Bb]eta)['’]?s?['’]?|AUTHOR['’]?S?|TRANSLATOR['’]?S?) ?(?:[Nn]otes?|NOTES?)\b|Anm(?:\.|erkung) ?(?:d\.|der|des) ?(?:Aut|Verf|Übers)|N\.?d\.?[AT]\.?(?![\p{L}])|Nota d[ae] (?:l[ao] )?aut|N\.? ?(?:de l[ao] )?A\.?:|[Пп]рим(?:\.|ечани[ея]) ?(?:авт|пер)|[Оо]т автора ?[:–—-]))/gu;

const closerOf: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/**
 * Sets an author's asides inside a paragraph apart, brackets and label included: `He left. (A/N: I cried.) Then …`. One
 * whose bracket nothing closes in its paragraph stays as it is.
 */
export function readInlineNotes(inlines: readonly Inline[]): readonly Inline[] {
  if (!inlines.some(inline => holdsLabel(inline))) return inlines;
  const deep = inlines.map((inline): Inline =>
    'children' in inline ? { ...inline, children: readInlineNotes(inline.children) } : inline,
  );
  const result: Inline[] = [];
  const pushText = (value: string) => {
    if (value !== '') result.push({ type: 'text', value });
  };
  let place: Place = { index: 0, at: 0 };
  let vain = 0;
  while (place.index < deep.length) {
    const inline = deep[place.index];
    if (inline?.type !== 'text') {
      if (inline !== undefined) result.push(inline);
      place = { index: place.index + 1, at: 0 };
      continue;
    }
    const note = vain < maxVainNotes ? findNote(deep, place) : null;
    if (note === null) {
      pushText(inline.value.slice(place.at));
      place = { index: place.index + 1, at: 0 };
      continue;
    }
    vain += note.vain;
    pushText(inline.value.slice(place.at, note.start.at));
    result.push({ type: 'inlineNote', children: cut(deep, note.start, note.end) });
    place = note.end;
  }
  return result;
}

/** So many brackets that nothing closes are looked into in a paragraph; a hostile one has thousands. */
const maxVainNotes = 20;

function holdsLabel(inline: Inline): boolean {
  if (inline.type === 'text') return /[([{]/.test(inline.value) && inline.value.search(opensNote) >= 0;
  return 'children' in inline && inline.type !== 'inlineNote' && inline.children.some(child => holdsLabel(child));
}

/** A place in a row of inlines: the character of the text at an index. */
interface Place {
  readonly index: number;
  readonly at: number;
}

interface FoundNote {
  readonly start: Place;
  readonly end: Place;
  /** How many brackets before it were not closed. */
  readonly vain: number;
}

/** The first aside in the text at a place, from there on; `null` where there is none that is closed. */
function findNote(inlines: readonly Inline[], { index, at }: Place): FoundNote | null {
  const inline = inlines[index];
  if (inline?.type !== 'text') return null;
  let vain = 0;
  for (const match of inline.value.slice(at).matchAll(opensNote)) {
    if (vain >= maxVainNotes) return null;
    const start: Place = { index, at: at + match.index };
    const end = findEnd(inlines, start, match[0]);
    if (end !== null) return { start, end, vain };
    vain++;
  }
  return null;
}

/** Longest aside, in characters: a bracket that is closed later belongs to something else. */
const maxNoteChars = 3000;

/** Where the bracket that opened is closed; one that is part of an emoticon, `:)`, closes only when no other does. */
function findEnd(inlines: readonly Inline[], start: Place, opener: string): Place | null {
  const closer = closerOf[opener] ?? ')';
  let depth = 0;
  let length = 0;
  let emoticon: Place | null = null;
  for (let index = start.index; index < inlines.length && length < maxNoteChars; index++) {
    const inline = inlines[index];
    if (inline?.type !== 'text') continue;
    const { value } = inline;
    for (let at = index === start.index ? start.at : 0; at < value.length && length < maxNoteChars; at++, length++) {
      const character = value.charAt(at);
      if (character === opener && !isEmoticonMouth(value, at)) depth++;
      if (character !== closer) continue;
      if (isEmoticonMouth(value, at) && depth === 1) emoticon = { index, at: at + 1 };
      else if (--depth === 0) return { index, at: at + 1 };
    }
  }
  return emoticon;
}

/** Matches the bracket of `:)`, `;-)`, `=(`; not of `sorry)`. */
function isEmoticonMouth(text: string, at: number): boolean {
  return /[:;=][-']?$/.test(text.slice(Math.max(0, at - 2), at));
}

/** The inlines between two places in texts. */
function cut(inlines: readonly Inline[], start: Place, end: Place): Inline[] {
  return inlines.slice(start.index, end.index + 1).flatMap((inline, offset): Inline[] => {
    if (inline.type !== 'text') return [inline];
    const index = start.index + offset;
    const value = inline.value.slice(index === start.index ? start.at : 0, index === end.index ? end.at : undefined);
    return value === '' ? [] : [{ type: 'text', value }];
  });
}
