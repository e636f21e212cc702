import { francAll } from 'franc-min';
import { languageTag } from '../text/languageTag.ts';
import { type Pass } from './reading.ts';

/** So much text tells the language; more only costs time. */
const sampleChars = 6000;
/** Below this, guesses are wrong too often to be of use; from the other on, between languages of the same script, hardly ever. */
const minChars = 200;
const sureChars = 2000;

/** Detects the language of the story's words where nothing states it; sure by its lead over the next guess and by the length of the text. */
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
    const confidence =
      Math.round(Math.min(0.99, 0.6 + lead + 0.3 * Math.min(1, sample.length / sureChars)) * 100) / 100;
    return { ...reading, language: { text: tag, origin: 'detected', confidence } };
  },
};
