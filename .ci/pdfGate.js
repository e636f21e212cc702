import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pdfWordGaps, sheetWordGap } from './pdfWords.js';
import { preflight } from './preflight.js';
import { textOfSheets } from './sheetWords.js';

/**
 * Every PDF: sound by qpdf, its fonts embedded and subset, its page within its sheet, its words those of the EPUB beside it, as
 * they are copied and as the structure tells them. Those for archives keep PDF/A-1b. Covers for printers are as wide as the
 * book beside them asks for, and nothing in them is clear. Sheets have their pages where they are read when they are folded.
 */
export function pdfGate({ out, files, report }) {
  const pdfs = files.filter(file => file.endsWith('.pdf'));
  report(pdfs.length > 0, `${pdfs.length} PDFs made`, 'none was made');
  for (const file of pdfs) checkPdf(file, join(out, file), report);
  const archived = pdfs.filter(file => file.endsWith('.archive.pdf')).map(file => join(out, file));
  const faults = preflight(archived);
  report(archived.length > 0 && faults === '', `${archived.length} PDFs keep PDF/A-1b`, faults || 'none was made');
}

function checkPdf(file, path, report) {
  const check = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' });
  report(check.status === 0, `qpdf --check ${file}`, check.stdout + check.stderr);
  // Tools end in an error on what qpdf cannot read.
  if (check.status !== 0) return;
  if (file.endsWith('.cover.pdf')) {
    const faults = coverFaults(path);
    report(faults === '', `cover ${file}`, faults);
    return;
  }
  const fonts = execFileSync('pdffonts', [path], { encoding: 'utf8' })
    .split('\n')
    .slice(2)
    .filter(line => line !== '');
  const loose = fonts.filter(line => !/ yes yes (?:yes|no) +\d+ +\d+ *$/.test(line));
  report(fonts.length > 0 && loose.length === 0, `fonts embedded and subset in ${file}`, loose.join('\n'));
  const boxes = boxFaults(execFileSync('pdfinfo', ['-box', '-l', '-1', path], { encoding: 'utf8' }), sheets.test(file));
  report(boxes === '', `boxes of ${file}`, boxes);
  const [, scheme] = /\.(booklet|mini-zine)\.pdf$/.exec(file) ?? [];
  if (scheme !== undefined) {
    const gap = sheetWordGap(textOfSheets(path, scheme), path.replace(`.${scheme}.pdf`, '.epub'));
    report(gap === null, `words of ${file} whole and in order, once it is folded`, gap ?? '');
    return;
  }
  const epub = path.replace(/(?:\.(?:screen|print|kdp|lulu|archive))?\.pdf$/, '.epub');
  if (!existsSync(epub)) return;
  const { copied, heard } = pdfWordGaps(path, epub);
  report(copied === null, `words of ${file} whole, apart and in order`, copied ?? '');
  report(heard === null, `words of the structure of ${file} whole and in order`, heard ?? '');
}

/** Spines on white paper, in inches, by the formulas that printers state; at home half a leaf of a tenth of a millimetre a page. */
const spineInches = {
  kdp: pages => pages * 0.002252,
  lulu: pages => pages / 444 + 0.06,
  print: pages => (pages * 0.283) / 2 / 72,
};

/** A cover is one page: twice the book's, its spine, and for printers an eighth of an inch on each side. */
function coverFaults(path) {
  const [, printer] = /\.(\w+)\.cover\.pdf$/.exec(path) ?? [];
  const told = name => execFileSync('pdfinfo', ['-box', name], { encoding: 'utf8' });
  const [cover, book] = [told(path), told(path.replace('.cover.pdf', '.pdf'))];
  const numberOf = (text, pattern) => Number(pattern.exec(text)?.[1]);
  const sizeOf = text => /^Page size: +([\d.]+) x ([\d.]+)/m.exec(text)?.slice(1).map(Number) ?? [];
  const [width, height] = sizeOf(book);
  const spine = spineInches[printer]?.(numberOf(book, /^Pages: +(\d+)/m)) * 72;
  const bleed = printer === 'print' ? 0 : 18;
  const wanted = [2 * width + spine + bleed, height + bleed];
  const found = sizeOf(cover);
  const plain = execFileSync('qpdf', ['--qdf', '--object-streams=disable', path, '-'], {
    encoding: 'latin1',
    maxBuffer: 2 ** 30,
  });
  return [
    numberOf(cover, /^Pages: +(\d+)/m) === 1 ? '' : 'it has not one page',
    // pdfinfo rounds to thousandths at most.
    wanted.every((side, index) => Math.abs(side - found[index]) <= 0.01) ? '' : `${found} points, not ${wanted}`,
    printer !== 'print' && /\/SMask|\/BM \/|\/ca 0/.test(plain) ? 'something in it is clear' : '',
    /\/(?:Annots|Outlines)\b/.test(plain) ? 'it has links or bookmarks' : '',
  ]
    .filter(fault => fault !== '')
    .join('; ');
}

/** What is imposed: `novel.booklet.pdf`, `novel.stab.pdf`; not its test sheet, `novel.booklet.test.pdf`. */
const sheets = /\.(?:booklet|signatures|mini-zine|quarto|octavo|cut-and-stack|stab)\.pdf$/;

/**
 * The page must lie within the sheet, by the same distance on all sides, and what bleeds within the sheet, too. What is left of
 * an imposed sheet when it is cut may lie anywhere on it.
 */
function boxFaults(printed, isSheet) {
  const boxes = [...printed.matchAll(/^Page +(\d+) (MediaBox|BleedBox|TrimBox): +(.*)$/gm)];
  const byPage = new Map();
  for (const [, page, box, numbers] of boxes) {
    byPage.set(page, { ...byPage.get(page), [box]: numbers.trim().split(/ +/).map(Number) });
  }
  const faults = [...byPage].filter(
    ([
      ,
      {
        MediaBox: [left, bottom, right, top],
        TrimBox: trim,
      },
    ]) => {
      const [x, y, toRight, toTop] = [trim[0] - left, trim[1] - bottom, right - trim[2], top - trim[3]];
      if (isSheet) return [x, y, toRight, toTop].some(distance => distance < 0);
      return x < 0 || [y, toRight, toTop].some(distance => Math.abs(distance - x) > 0.01);
    },
  );
  if (byPage.size === 0) return 'no box is told';
  return faults.map(([page, pageBoxes]) => `page ${page}: ${JSON.stringify(pageBoxes)}`).join('\n');
}
