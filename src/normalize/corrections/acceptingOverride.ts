import type { AcceptingOverride } from '../normalizedStory.ts';
import type { Override } from './override.ts';
import type { Mark } from '../reading.ts';

/** What an override says that keeps a mark as it is. */
export function acceptOf(mark: Mark): AcceptingOverride {
  switch (mark.kind) {
    case 'heading': {
      const { chapterKind, number, statedTitle } = mark.heading;
      return { is: chapterKind, ...(number === null ? {} : { number }), ...(statedTitle === undefined ? {} : { title: statedTitle }) }; // prettier-ignore
    }
    case 'part':
      return { is: 'part', ...(mark.part.number === null ? {} : { number: mark.part.number }) };
    case 'matter':
      return { is: mark.matter.role, place: mark.matter.place };
    case 'removed':
      return { is: 'removed', reason: mark.reason };
    case 'separator':
      return { is: 'none' };
    case 'body':
      return { is: 'story' };
    case 'title':
    case 'byline':
    case 'field':
    case 'chapterTitle':
    case 'break':
    case 'closingLine':
    case 'contents':
    case 'section':
    case 'slugLine':
    case 'footnote':
      return { is: mark.kind };
  }
}

/** Whether a mark is what an override says, as far as it says anything. */
export function agreesWith(mark: Mark | null, { is, number, title, place, reason }: Override): boolean {
  if (mark === null || is === undefined) return false;
  const own: AcceptingOverride = acceptOf(mark);
  const isSame = (said: unknown, known: unknown) => said === undefined || said === known;
  return own.is === is && isSame(number, own.number) && isSame(title, own.title) && isSame(place, own.place) && isSame(reason, own.reason); // prettier-ignore
}
