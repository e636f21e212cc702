import { opening } from '../edges/chapterRange.ts';
import { isPartLine } from '../chapters/partLine.ts';
import { isSameName, readPersons } from './personName.ts';
import { lettersOf } from '../chapters/placedHeading.ts';
import type { Mark } from '../reading.ts';
import type { StoryFacts } from './storyFacts.ts';

const maxLineLength = 120;

/** Matches the ` (2/2)`, `, part 2 of 3`, ` - 4/?` after a title that is said again. */
const partAfter = /[\s,:–—-]*[([]?(?:part |chapter )?\d{1,3} ?(?:\/|of) ?(?:\d{1,3}|\?)[)\]]?\W*$|[\s,:–—-]+[([]?(?:part|chapter) \d{1,3}[)\]]?\W*$/i; // prettier-ignore

const byline = /^\W{0,10}(?:(?:written |story )?by:?|author:)\s+(?<name>\S.*)$/i;

/** Matches `Disclaimers in part 1.`, `See part one for disclaimers and notes`, `Headers, etc. with Part 1`; not `He had his part in it.` */
const pointsBack =
  /^\W{0,6}(?:(?:all |the |standard |usual )*(?:disclaimers?|notes?|headers?|warnings?|info(?:rmation)?|credits)\b.{0,60}\b(?:in|see|with|on)\b.{0,20}\b(?:part|chapter|prologue)\b.{0,12}|see (?:part|chapter|prologue)\b.{0,12}\bfor (?:all |the )?(?:disclaimers?|notes?|headers?|warnings?|info).{0,40})$/i;

/**
 * A line that says again, over a later part of a story posted in parts, what its header said: the title, with the part's
 * number or without, the byline, the number alone (`part 2 of 3`); or that points back to it: `Disclaimers in part 1.` `null` for any other line.
 */
export function readRepeatedHeader(text: string, { title, authors }: StoryFacts): Mark | null {
  if (text.length > maxLineLength) return null;
  const letters = lettersOf(text.replace(partAfter, ''));
  if (title !== null && letters !== '' && letters === lettersOf(title.text)) {
    return { kind: 'title', rule: 'title-repeated', confidence: 0.9, why: 'It repeats the title over a later part.' };
  }
  if (isPartLine(text)) {
    return {
      kind: 'field',
      rule: 'part-of-how-many',
      confidence: 0.85,
      why: 'It says which part of the story follows.',
    };
  }
  const { persons } = readPersons(byline.exec(text)?.groups?.name ?? '');
  const isKnown = (name: string) => authors.some(author => isSameName(author.text.name, name));
  if (persons.length > 0 && persons.every(({ name }) => name !== '' && isKnown(name))) {
    return {
      kind: 'byline',
      rule: 'byline-repeated',
      confidence: 0.9,
      why: 'It repeats the byline over a later part.',
    };
  }
  if (!pointsBack.test(text)) return null;
  return { kind: 'matter', rule: 'points-to-first-part', confidence: 0.85, why: 'It says which part has the disclaimers and notes.', matter: opening('disclaimer', true) }; // prettier-ignore
}
