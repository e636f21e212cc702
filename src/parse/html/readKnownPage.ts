import { readAo3Download } from './ao3Download.ts';
import { readAo3Page } from './ao3Page.ts';
import { readAnyPage } from './anyPage.ts';
import type { PageReading } from './directives.ts';
import { readFanFicFare } from './fanFicFare.ts';
import { readFanFictionNet } from './fanFictionNet.ts';
import type { HtmlParent } from './htmlDocument.ts';

/** Each tells its own pages by their marks, and has nothing to say of others. */
const readers: readonly ((document: HtmlParent) => PageReading | null)[] = [
  readAo3Download,
  readAo3Page,
  readFanFictionNet,
  readFanFicFare,
];

/** Reads what the layout of a page says of its parts: that of an archive if it is known, else what all pages have. */
export function readKnownPage(document: HtmlParent): PageReading {
  for (const read of readers) {
    const reading = read(document);
    if (reading !== null) return reading;
  }
  return readAnyPage(document);
}
