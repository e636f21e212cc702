import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pdfWordGaps } from './pdfWords.js';
import { preflight } from './preflight.js';

/**
 * Every PDF: sound by qpdf, its fonts embedded and subset, its page within its sheet, its words those of the EPUB beside it, as
 * they are copied and as the structure tells them. Those for archives keep PDF/A-1b. Covers for printers are as wide as the
 * book beside them asks for, and nothing in them is clear.
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
  // Sides of sheets and what goes with them: what stands on them is `sheetGate`'s.
  if (/\.(?:booklet|signatures|mini-zine|quarto|octavo|cut-and-stack|stab)(?:\.test)?\.pdf$/.test(file)) return;
  const boxes = boxFaults(execFileSync('pdfinfo', ['-box', '-l', '-1', path], { encoding: 'utf8' }));
  report(boxes === '', `boxes of ${file}`, boxes);
  const epub = path.replace(/(?:\.(?:screen|print|kdp|lulu|archive))?\.pdf$/, '.epub');
  if (!existsSync(epub)) return;
  const { copied, heard } = pdfWordGaps(path, epub);
  report(copied === null, `words of ${file} whole, apart and in order`, copied ?? '');
  report(heard === null, `words of the structure of ${file} whole and in order`, heard ?? '');
}

/** Spines on white paper, in inches, by the formulas that printers state. */
const spineInches = { kdp: pages => pages * 0.002252, lulu: pages => pages / 444 + 0.06 };

/** A printer's cover is one page: twice the book's, its spine, and an eighth of an inch on each side. */
function coverFaults(path) {
  const [, printer] = /\.(\w+)\.cover\.pdf$/.exec(path) ?? [];
  const told = name => execFileSync('pdfinfo', ['-box', name], { encoding: 'utf8' });
  const [cover, book] = [told(path), told(path.replace('.cover.pdf', '.pdf'))];
  const numberOf = (text, pattern) => Number(pattern.exec(text)?.[1]);
  const sizeOf = text => /^Page size: +([\d.]+) x ([\d.]+)/m.exec(text)?.slice(1).map(Number) ?? [];
  const [width, height] = sizeOf(book);
  const spine = spineInches[printer]?.(numberOf(book, /^Pages: +(\d+)/m)) * 72;
  const wanted = [2 * width + spine + 18, height + 18];
  const found = sizeOf(cover);
  const plain = execFileSync('qpdf', ['--qdf', '--object-streams=disable', path, '-'], {
    encoding: 'latin1',
    maxBuffer: 2 ** 30,
  });
  return [
    numberOf(cover, /^Pages: +(\d+)/m) === 1 ? '' : 'it has not one page',
    // pdfinfo rounds to thousandths at most.
    wanted.every((side, index) => Math.abs(side - found[index]) <= 0.01) ? '' : `${found} points, not ${wanted}`,
    /\/SMask|\/BM \/|\/ca 0/.test(plain) ? 'something in it is clear' : '',
    /\/(?:Annots|Outlines)\b/.test(plain) ? 'it has links or bookmarks' : '',
  ]
    .filter(fault => fault !== '')
    .join('; ');
}

/** The page must lie within the sheet, by the same distance on all sides, and what bleeds within the sheet, too. */
function boxFaults(printed) {
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
      return x < 0 || [y, toRight, toTop].some(distance => Math.abs(distance - x) > 0.01);
    },
  );
  if (byPage.size === 0) return 'no box is told';
  return faults.map(([page, pageBoxes]) => `page ${page}: ${JSON.stringify(pageBoxes)}`).join('\n');
}
