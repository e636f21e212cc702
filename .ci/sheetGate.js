import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { program } from './books.js';

/** Each way of laying pages on sheets, with what makes it hard. */
const impositions = [
  ['booklet', []],
  ['signatures', ['--paper', 'A4', '--marks', 'all', '--duplex', 'short']],
  ['quarto', ['--direction', 'rtl']],
  ['mini-zine', ['--pages', '5-12']],
  ['stab', ['--duplex', 'two-passes', '--flyleaves', '1']],
];

/**
 * A book's pages on sheets: sound by qpdf, its fonts embedded, no larger than the book by a twentieth, and in each place the
 * words of its page, in their order.
 */
export async function sheetGate({ work, out, files, report }) {
  const book = files.find(file => file.endsWith('.print.pdf'));
  report(book !== undefined, 'a book in print to lay on sheets', 'none was made');
  if (book === undefined) return;
  const source = join(out, book);
  const pages = wordsOfPages(source);
  for (const [scheme, options] of impositions) {
    const sheets = join(work, `sheets.${scheme}.pdf`);
    const made = tool(process.execPath, [
      program,
      'impose',
      source,
      '--scheme',
      scheme,
      ...options,
      '-o',
      sheets,
      '-q',
    ]);
    report(made.status === 0, `impose ${book} as ${scheme}`, made.stderr);
    if (made.status !== 0) continue;
    const check = tool('qpdf', ['--check', sheets]);
    report(check.status === 0, `qpdf --check ${scheme}`, check.stdout + check.stderr);
    const growth = statSync(sheets).size / statSync(source).size;
    report(growth < 1.05, `size of ${scheme}`, `${growth} times the book`);
    const loose = fontLines(sheets).filter(line => !/ yes yes (?:yes|no) +\d+ +\d+ *$/.test(line));
    report(loose.length === 0, `fonts embedded in ${scheme}`, loose.join('\n'));
    const faults = await placeFaults({ source, sheets, scheme, options, pages });
    report(faults.length === 0, `words of each place of ${scheme}`, faults.slice(0, 5).join('\n'));
  }
}

/** The places whose words, as far as a page is shown, are not those of their pages: creep moves its edge beyond the fold. */
async function placeFaults({ source, sheets, scheme, options, pages }) {
  const { plan, chosen } = await planOf(source, scheme, options);
  const { printedSides } = await fromDist('impose/printedSides.js');
  return printedSides(plan).flatMap((side, index) =>
    side.placements.flatMap(({ page, clip, rotation }) => {
      const wanted = page === null ? [] : pages[chosen[page]];
      // What is upside down is read from its foot: it has the same words.
      const found = wordsIn(sheets, index + 1, clip);
      const isSame =
        rotation === 0 ? String(found) === String(wanted) : String(found.sort()) === String([...wanted].sort());
      return isSame ? [] : [`side ${index + 1}, page ${page}: ${found.join(' ').slice(0, 200)}`];
    }),
  );
}

/** The plan that the command made, from the same options. */
async function planOf(source, scheme, options) {
  const { readImposition } = await fromDist('config/impositionOption.js');
  const { impositionRequest, homePaper } = await fromDist('impose/impositionSettings.js');
  const { planSheets } = await fromDist('impose/planSheets.js');
  const { pagesInRange } = await fromDist('impose/pageRange.js');
  const typed = {};
  for (let at = 0; at < options.length; at += 2) typed[options[at].slice(2)] = options[at + 1];
  const settings = { ...readImposition({ scheme, ...typed }), scheme };
  const told = tool('pdfinfo', [source]).stdout;
  const trimPt = /^Page size: +([\d.]+) x ([\d.]+)/m.exec(told).slice(1).map(Number);
  const chosen = pagesInRange(settings.pages ?? null, Number(/^Pages: +(\d+)/m.exec(told)[1]));
  const paper = settings.paper ?? homePaper(trimPt);
  const asked = { pages: chosen.length, trimPt, bleedPt: 0, direction: 'ltr', scaling: 'fit' };
  return { plan: planSheets(impositionRequest({ ...settings, paper }, asked)), chosen };
}

function fromDist(module) {
  return import(pathToFileURL(join(import.meta.dirname, '../dist', module)).href);
}

function wordsOfPages(path) {
  return tool('pdftotext', ['-raw', path, '-'])
    .stdout.split('\f')
    .map(text => text.split(/\s+/).filter(word => word !== ''));
}

/** The words in a box of a side; a pixel of pdftotext is a tenth of a point. */
function wordsIn(path, side, { left, top, width, height }) {
  const [x, y, w, h] = [left, top, width, height].map(length => String(Math.round(length * 10)));
  const area = ['-r', '720', '-x', x, '-y', y, '-W', w, '-H', h];
  return tool('pdftotext', ['-raw', '-f', String(side), '-l', String(side), ...area, path, '-'])
    .stdout.split(/\s+/)
    .filter(word => word !== '');
}

function fontLines(path) {
  const lines = tool('pdffonts', [path]).stdout.split('\n').slice(2);
  return lines.filter(line => line !== '');
}

function tool(command, args) {
  return spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1e9 });
}
