import { findArchiveCopy } from './wrapperArchiveCopy.ts';
import { findDownloadCredits } from './wrapperDownload.ts';
import { findFanFictionNetPage } from './wrapperFanFictionNet.ts';
import { findGutenberg } from './wrapperGutenberg.ts';
import { findJournalEntry } from './wrapperJournal.ts';
import { findMailHeaders } from './wrapperMail.ts';
import { findSiteFurniture } from './wrapperSite.ts';
import { fileRanges, type WrapperFinder } from './wrapperFinding.ts';
import { type Mark, type Pass, withMarks } from '../reading.ts';

/** The wrappers in the order they stand around a story, the outermost first. */
const finders: readonly WrapperFinder[] = [
  findMailHeaders,
  findJournalEntry,
  findGutenberg,
  findArchiveCopy,
  findFanFictionNetPage,
  findDownloadCredits,
  findSiteFurniture,
];

/**
 * Takes off what a library, a site, a mail program or a downloader put around the story: licences, menus, mail headers.
 * What they state of the story is kept as its facts; every line taken off is listed with the reason.
 */
export const findWrappers: Pass = {
  name: 'find-wrappers',
  run: reading => {
    const { title, authors, language, date, fields } = reading;
    const marks = new Map<number, Mark>();
    let facts = { title, authors, language, date, fields };
    for (const [start, end] of fileRanges(reading)) {
      const finding = { blocks: reading.manuscript.blocks, known: reading.marks, start, end, marks, facts, sources: reading.manuscript.sources }; // prettier-ignore
      for (const find of finders) find(finding);
      facts = finding.facts;
    }
    return withMarks({ ...reading, ...facts }, marks);
  },
};
