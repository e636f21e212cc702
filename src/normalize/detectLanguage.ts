import { francAll } from 'franc-min';
import { languageTag } from './readStatedFields.ts';
import { type Pass } from './reading.ts';

/** So much text tells the language; more only costs time. */
const sampleChars = 6000;
/** Below this, guesses are wrong too often to be of use. */
const minChars = 200;

/** Detects the language of the story's words where nothing states it; the confidence is the lead over the next guess. */
export const detectLanguage: Pass = {
  name: 'detect-language',
  run: reading => {
    if (reading.language !== null) return reading;
    let sample = '';
    for (const [index, block] of reading.manuscript.blocks.entries()) {
      if (reading.marks[index]?.kind === 'body') sample += `${block.text}\n`;
      if (sample.length > sampleChars) break;
    }
    if (sample.length < minChars) return reading;
    const [first, second] = francAll(sample.slice(0, sampleChars));
    const tag = first === undefined || first[0] === 'und' ? null : languageTag(first[0]);
    if (first === undefined || tag === null) return reading;
    const lead = second === undefined ? 1 : first[1] - second[1];
    const confidence = Math.round(Math.min(1, 0.6 + lead * 2) * 100) / 100;
    return { ...reading, language: { text: tag, origin: 'detected', confidence } };
  },
};
