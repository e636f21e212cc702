import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pdfWordGap } from './pdfWords.js';

/** Every PDF: sound by qpdf, its fonts embedded and subset, its words those of the EPUB beside it. */
export function pdfGate({ out, files, report }) {
  const pdfs = files.filter(file => file.endsWith('.pdf'));
  report(pdfs.length > 0, `${pdfs.length} PDFs made`, 'none was made');
  for (const file of pdfs) checkPdf(file, join(out, file), report);
}

function checkPdf(file, path, report) {
  const check = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' });
  report(check.status === 0, `qpdf --check ${file}`, check.stdout + check.stderr);
  const fonts = execFileSync('pdffonts', [path], { encoding: 'utf8' })
    .split('\n')
    .slice(2)
    .filter(line => line !== '');
  const loose = fonts.filter(line => !/ yes yes (?:yes|no) +\d+ +\d+ *$/.test(line));
  report(fonts.length > 0 && loose.length === 0, `fonts embedded and subset in ${file}`, loose.join('\n'));
  const epub = path.replace(/\.pdf$/, '.epub');
  if (!existsSync(epub)) return;
  const gap = pdfWordGap(path, epub);
  report(gap === null, `words of ${file} whole, apart and in order`, gap ?? '');
}
