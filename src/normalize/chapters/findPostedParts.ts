import type { ChapterStart, Pass, Reading } from '../reading.ts';

/** Matches `Subject: Salt (2/5)`, `Salt, part 4`, `Part 2 of 3`, and `4/?` alone; the number and how many there are. */
const partNumber = /(?:^|[\s([,:-])(?:(?:part|chapter|ch|pt)\.? ?(?<named>\d{1,3})(?: ?(?:\/|of) ?(?<ofNamed>\d{1,3}|\?+|x))?|(?<bare>\d{1,3}) ?\/ ?(?<ofBare>\d{1,3}|\?+|x))(?![\d/])/i; // prettier-ignore

/** The part that a subject line or field counts; `null` for none, for `0/3` and for the one part of one, `1/1`. */
function readPart(text: string): number | null {
  const { named, ofNamed, bare, ofBare } = partNumber.exec(text.slice(0, 200))?.groups ?? {};
  const number = Number(named ?? bare ?? 0);
  const total = Number(ofNamed ?? ofBare ?? Number.NaN);
  return number === 0 || total === 1 || number > total ? null : number;
}

/**
 * Takes the parts that a story was posted in for its chapters where no line of the text is a heading: the subject of each
 * mail in the file counts them, `(2/5)`, or the field `Part: 4/?` of the header. `1/1` counts nothing.
 */
export const findPostedParts: Pass = {
  name: 'find-posted-parts',
  run: reading => {
    if (reading.chaptersBefore.size > 0 || reading.marks.some(mark => mark?.kind === 'heading')) return reading;
    const starts = new Map<number, ChapterStart>();
    const mails = mailStarts(reading);
    const sections = mails[0] === 0 ? mails : [0, ...mails];
    sections.forEach((start, order) => {
      const end = sections[order + 1] ?? reading.marks.length;
      const number = partOfMail(reading, start, end) ?? (order === 0 ? partOfFields(reading) : null);
      const index = reading.marks.findIndex((mark, at) => at >= start && at < end && mark === null);
      if (number !== null && index >= 0) starts.set(index, partStart(number));
    });
    return starts.size === 0 ? reading : { ...reading, chaptersBefore: starts };
  },
};

/** The rule that chapters of posted parts have. */
export const postedPart = 'posted-part';

function partStart(number: number): ChapterStart {
  return {
    rule: postedPart,
    confidence: 0.8,
    why: 'The subject or the header counts it among the parts that the story was posted in.',
    heading: { chapterKind: 'chapter', number, label: `Part ${number}`, titleOffset: null },
  };
}

/** The first block of every mail's header. */
function mailStarts({ marks }: Reading): readonly number[] {
  const isHeader = (index: number) => marks[index]?.rule === 'wrapper:mail-header';
  return marks.flatMap((_, index) => (isHeader(index) && !isHeader(index - 1) ? [index] : []));
}

function partOfMail({ manuscript: { blocks }, marks }: Reading, start: number, end: number): number | null {
  for (let index = start; index < end && marks[index]?.rule === 'wrapper:mail-header'; index++) {
    const subject = /(?:^|\s)subject: (?<subject>.*)/i.exec(blocks[index]?.text.slice(0, 600) ?? '')?.groups?.subject;
    if (subject !== undefined) return readPart(subject);
  }
  return null;
}

function partOfFields({ fields }: Reading): number | null {
  const field = fields.find(({ key, label }) => key === 'part' || (key === 'series' && /^parts?$/i.test(label)));
  return field === undefined ? null : readPart(field.value);
}
