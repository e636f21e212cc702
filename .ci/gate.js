// The gates that need tools from outside: EPUBCheck, Ace by DAISY, a browser, qpdf, pdftotext; and a rebuild that must
// give the same bytes.
// usage: node .ci/gate.js [--corpus DIR]   (DIR with .txt and .md files; our own stories and the stress books unless said otherwise)
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { aceGate } from './aceGate.js';
import { buildBooks, writeSources } from './books.js';
import { browserGate } from './browserGate.js';
import { epubGate } from './epubGate.js';
import { gapGate } from './gapGate.js';
import { launchChromium } from './launchChromium.js';
import { pdfGate } from './pdfGate.js';
import { rebuildGate } from './rebuildGate.js';
import { sheetGate } from './sheetGate.js';

const corpusAt = process.argv.indexOf('--corpus');
const corpus = corpusAt < 0 ? null : resolve(process.argv[corpusAt + 1] ?? '');
const work = mkdtempSync(join(tmpdir(), 'fascicle-gate-'));
let passed = 0;
let failed = 0;

const sources = join(work, 'sources');
const out = join(work, 'first');
const builds = await writeSources(sources, corpus);
const files = await timed('build', () => buildBooks(builds, sources, { out, environment: { TZ: 'UTC' }, report }));
const browser = await launchChromium();
const books = { work, sources, builds, out, files, browser, report };
await timed('EPUBCheck', () => epubGate(books));
await timed('Ace', () => aceGate(books));
await timed('browser', () => browserGate(books));
await timed('PDF', () => pdfGate(books));
await timed('sheets', () => sheetGate(books));
await timed('word spaces', () => gapGate(books));
await timed('rebuild', () => rebuildGate(books));
await browser.close();

if (failed === 0) rmSync(work, { recursive: true });
console.log(failed === 0 ? `gates passed: ${passed} checks` : `${failed} checks failed; see ${work}`);
process.exitCode = failed === 0 ? 0 : 1;

async function timed(name, gate) {
  const start = performance.now();
  const result = await gate();
  console.log(`----  ${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
  return result;
}

function report(isGood, name, details) {
  if (isGood) passed++;
  else failed++;
  console.log(isGood ? `ok    ${name}` : `FAIL  ${name}\n${details}`);
}
