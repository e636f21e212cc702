import type { Decision, NormalizedStory } from '../normalize/normalizedStory.ts';
import type { SourceText } from '../source/sourceText.ts';
import { doubtsOf } from './doubts.ts';

/**
 * An overrides file that holds every decision about one file of a story that is less sure than `below`: kept, an entry
 * settles its decision; changed, it corrects it; deleted, it leaves it to the rules.
 * @param overridesName the name that the file is to be saved under
 */
export function proposeOverrides(story: NormalizedStory, source: SourceText, below: number, overridesName: string): string {
  const doubts = doubtsOf(story, below).filter(({ span }) => span.file === source.path);
  const name = source.path.split(/[\\/]/).at(-1) ?? source.path;
  const percent = `${Math.round(below * 100)} %`;
  const found = doubts.length === 0 ? `No decision is less sure than ${percent}.` : `Here is every decision that is less sure than ${percent}.`; // prettier-ignore
  const lines = [
    `# What fascicle made of ${oneComment(name)}. ${found}`,
    '# Keep an entry, and it is settled. Change what it "is", and that counts: story, removed, title, byline, field,',
    '# chapter, part, break, closingLine, authorsNote, disclaimer, summary, … Delete an entry to leave it to fascicle.',
    `# Saved as ${oneComment(overridesName)} beside the story, this is read by every build and inspect.`,
    `source: sha256:${source.sha256}`,
    ...describeLanguage(story, below),
    ...(doubts.length === 0 ? [] : ['', 'corrections:', ...doubts.flatMap(doubt => describeDoubt(doubt))]),
  ];
  return `${lines.join('\n')}\n`;
} // prettier-ignore

function describeLanguage({ language }: NormalizedStory, below: number): string[] {
  if (language.confidence >= below || language.text === 'und') return [];
  return ['', `# ${Math.round(language.confidence * 100)} %: the words look like this language`, `language: ${language.text}`]; // prettier-ignore
}

function describeDoubt({ text, accept, confidence, why, rule, span }: Decision): string[] {
  const [first, last] = span.lines;
  const settings = [
    `lines: ${first === last ? first : `${first}-${last}`}`,
    ...(text === '' ? [] : [`text: ${JSON.stringify(text)}`]),
    ...Object.entries(accept).map(([key, value]) => `${key}: ${typeof value === 'string' && !/^[a-z]+$/i.test(value) ? JSON.stringify(value) : String(value)}`),
  ]; // prettier-ignore
  return [
    `  # ${Math.round(confidence * 100)} %: ${oneComment(why)} (${rule})`,
    ...settings.map((setting, index) => `  ${index === 0 ? '-' : ' '} ${setting}`),
  ];
}

/** Text that cannot end the comment it stands in. */
function oneComment(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
}
