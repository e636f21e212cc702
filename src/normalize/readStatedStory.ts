import type { Sourced } from '../book/tree.ts';
import type { Pass } from './reading.ts';

/** Takes over what a file of our own says of its story: title, authors, language, date and fields, word for word. */
export const readStatedStory: Pass = {
  name: 'read-stated-story',
  run: reading => {
    const stated = reading.manuscript.statedStory;
    if (stated === undefined) return reading;
    const said = <T>(text: T | null): Sourced<T> | null =>
      text === null ? null : { text, origin: 'text', confidence: 1 };
    return {
      ...reading,
      title: reading.title ?? said(stated.title),
      authors: [...reading.authors, ...stated.authors.flatMap(author => said(author) ?? [])],
      language: reading.language ?? said(stated.language),
      date: reading.date ?? said(stated.date),
      fields: [...stated.fields, ...reading.fields],
    };
  },
};
