import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { buildBooks } from './books.js';

/** All built again from a copy elsewhere, with other file times, another time zone and another locale: the same bytes. */
export async function rebuildGate({ work, sources, builds, out, files, report }) {
  const elsewhere = join(work, 'another place', 'copy');
  cpSync(sources, elsewhere, { recursive: true });
  const past = new Date('2001-02-03T04:05:06Z');
  for (const path of readdirSync(elsewhere, { recursive: true })) utimesSync(join(elsewhere, String(path)), past, past);
  const second = join(work, 'second');
  const environment = { TZ: 'Pacific/Kiritimati', LC_ALL: 'C', LANG: 'tr_TR.UTF-8' };
  const again = await buildBooks(builds, elsewhere, { out: second, environment, report });
  const isSameList = files.length > 0 && again.join() === files.join();
  report(isSameList, `a rebuild writes the same ${files.length} files`, `${files.join('\n')}\n\n${again.join('\n')}`);
  const different = files.filter(file => again.includes(file) && digest(out, file) !== digest(second, file));
  report(different.length === 0, 'a rebuild elsewhere and at another time gives the same bytes', different.join('\n'));
}

function digest(folder, file) {
  return createHash('sha256')
    .update(readFileSync(join(folder, file)))
    .digest('hex');
}
