import { francAll } from 'franc-min';
import { languageTag } from '../../text/languageTag.ts';
import { functionWords } from './functionWords.ts';
import { languageOfScript } from './languageOfScript.ts';
import { languageOfWords } from './languageOfWords.ts';
import type { Mark, Pass, Reading } from '../reading.ts';

/** So much text tells the language; more only costs time. */
const sampleChars = 8000;
/** The sample is taken from so many places of the story: one of them may be a song in another language. */
const samplePlaces = 40;

/** Trigrams are of use from so many characters on, and tell all they can at the other. */
const minTrigramChars = 300;
const sureTrigramChars = 2000;

/**
 * Detects the language of the story's words where nothing states it: by its script where that tells, then by its small
 * words, then by its trigrams for languages whose small words are not known. Headers and notes count only where there is
 * no story; their labels weigh a little between languages that are close.
 */
export const detectLanguage: Pass = {
  name: 'detect-language',
  run: reading => {
    if (reading.language !== null) return reading;
    const sample = sampleOf(reading, 'body') || sampleOf(reading, 'matter');
    const guess = languageOfScript(sample) ?? languageOfWords(sample, labelsOf(reading)) ?? languageOfTrigrams(sample);
    if (guess === null) return reading;
    const confidence = Math.round(guess.confidence * 100) / 100;
    return { ...reading, language: { text: guess.tag, origin: 'detected', confidence } };
  },
};

/** Words from all over the story, so many characters at most. */
function sampleOf({ manuscript, marks }: Reading, kind: Mark['kind']): string {
  const texts = manuscript.blocks.flatMap((block, index) => (marks[index]?.kind === kind ? [block.text] : []));
  const step = Math.max(1, Math.floor(texts.length / samplePlaces));
  const perPlace = Math.max(sampleChars / samplePlaces, sampleChars / Math.max(1, texts.length));
  let sample = '';
  for (let index = 0; index < texts.length && sample.length < sampleChars; index += step) {
    sample += `${(texts[index] ?? '').slice(0, perPlace)}\n`;
  }
  return sample;
}

/** The labels of the header: those of its fields, and the first words of its notes. */
function labelsOf({ manuscript, marks, fields }: Reading): string[] {
  const labels = fields.map(field => field.label);
  manuscript.blocks.forEach((block, index) => {
    const mark = marks[index];
    if (mark?.kind === 'matter' && mark.matter.labelLength > 0) {
      labels.push(block.text.slice(0, mark.matter.labelLength).replace(/[^\p{L}\s]+/gu, '').trim()); // prettier-ignore
    }
  });
  return labels;
}

function languageOfTrigrams(sample: string): { readonly tag: string; readonly confidence: number } | null {
  if (sample.length < minTrigramChars) return null;
  const [first, second] = francAll(sample);
  const tag = first === undefined || first[0] === 'und' ? null : languageTag(first[0]);
  // A language whose small words are known and did not show is not what this is.
  if (first === undefined || tag === null || functionWords().languages.includes(tag)) return null;
  const lead = second === undefined ? 1 : first[1] - second[1];
  return { tag, confidence: Math.min(0.9, 0.5 + lead + 0.2 * Math.min(1, sample.length / sureTrigramChars)) };
}
