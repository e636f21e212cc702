import { readAo3Download } from './ao3Download.ts';
import { readAo3Page } from './ao3Page.ts';
import { readAnyPage } from './anyPage.ts';
import type { PageReading } from './directives.ts';
import type { PageIndex } from './pageIndex.ts';
import { readFanFicFare } from './fanFicFare.ts';
import { readFanFictionNetMobile } from './fanFictionNetMobile.ts';
import { readFanFictionNet } from './fanFictionNet.ts';

/** Each tells its own pages by their marks, and has nothing to say of others. */
const readers: readonly ((page: PageIndex) => PageReading | null)[] = [
  readAo3Download,
  readAo3Page,
  readFanFictionNet,
  readFanFictionNetMobile,
  readFanFicFare,
];

/** Reads what the layout of a page says of its parts: that of an archive if it is known, else what all pages have. */
export function readKnownPage(page: PageIndex): PageReading {
  for (const read of readers) {
    const reading = read(page);
    if (reading !== null) return reading;
  }
  return readAnyPage(page);
}
