import type { Edit } from './flatText.ts';
import type { LanguageMarks } from './languageMarks.ts';
import type { UntouchedText } from './untouchedText.ts';

/** Matches `--` and `---`, as in `Never!--so`; not `----`, `<!--`, `-->`. */
const doubledHyphen = /(?<![-<]|<!)-{2,3}(?![->])/g;

/** Matches the hyphen of `late - too late`; not of `5 - 3`, `well-known`, `- item`. */
const spacedHyphen = /(?<=(?:\p{L}|\p{N}(?! - \p{N})|[.,!?…"'”’»)*]) )-(?= [\p{L}\p{N}"'“‘„«¿¡(…*])/gu;

/** Matches the hyphen of `"I never-"`, `"What the-?"`, `But I-` at a paragraph's end; not of `singin'-songin'`, `Wh- what`. */
const cutOff = /(?<=\p{L})-(?=[?!]{0,3}(?:["”»“](?!\p{L})|['’](?![\p{L}\p{N}])|$))/gu;

/** Matches the hyphen of `"-and then"` at a paragraph's start, where speech is taken up again; not in `the suffix "-ing"`. */
const takenUp = /^["“„«'‘]-(?=\p{L})/u;

/** Matches the hyphen before speech at a paragraph's start, `- Oui`, `-Hola`; and of what is said of it, `- dijo`, ` -dijo`. */
const dialogueHyphen = /^[-–](?=\s?[\p{L}"“«¿¡…]|\s?\.\.)/u;
const insideDialogue = /(?<=\s)[-–](?=\p{L})|(?<=[\p{L}\p{P}])-(?=\s|[.,;:!?](?:\s|$))/gu;

/** Matches `...`, `. . .`, and four points where a sentence ends; not `..`, `.....`, `"....so`. */
const points = /(?<!\.)(?:\.{3}|(?<=[\p{L}\p{N})”’])(?:\.{4}|\. \. \. \.)|\. \. \.)(?!\.| \.(?:\s|$))/gu;

/** Where inside the text of a paragraph dashes are set; titles and fields keep their single hyphens. */
export interface DashScope {
  readonly setsHyphens: boolean;
}

/** Sets typed dashes: `--` and a hyphen that stands for a dash; the white space beside them stays as it is. */
export function setDashes(text: string, marks: LanguageMarks, untouched: UntouchedText, scope: DashScope): Edit[] {
  if (!/[-–]/.test(text)) return [];
  const edits: Edit[] = [];
  const add = (at: number, length: number, dash: string, kind: 'dashes' | 'hyphens') => {
    if (!untouched.holds(at)) edits.push({ at, length, text: dash, kind });
  };
  for (const { 0: typed, index } of text.matchAll(doubledHyphen)) {
    const isSpaced = /\s/.test(text.charAt(index - 1)) && /\s/.test(text.charAt(index + typed.length));
    add(index, typed.length, isSpaced ? marks.spacedDash : '—', 'dashes');
  }
  if (!scope.setsHyphens) return edits;
  const isDialogue = marks.hasDialogueDash && dialogueHyphen.test(text);
  if (isDialogue) add(0, 1, '—', 'hyphens');
  if (isDialogue) for (const { index } of text.matchAll(insideDialogue)) add(index, 1, '—', 'hyphens');
  if (takenUp.test(text)) add(1, 1, '—', 'hyphens');
  for (const { index } of text.matchAll(cutOff)) add(index, 1, '—', 'hyphens');
  for (const { index } of text.matchAll(spacedHyphen)) add(index, 1, isDialogue ? '—' : marks.hyphenDash, 'hyphens');
  return edits;
}

/** Sets three points as an ellipsis, four as a full point and an ellipsis. */
export function setEllipses(text: string, untouched: UntouchedText): Edit[] {
  if (!text.includes('..') && !text.includes('. .')) return [];
  return Array.from(text.matchAll(points), ({ 0: typed, index }): Edit => {
    const count = typed.replaceAll(' ', '').length;
    return { at: index, length: typed.length, text: count === 4 ? '.…' : '…', kind: 'ellipses' };
  }).filter(({ at }) => !untouched.holds(at));
}
