import { deflateSync } from 'node:zlib';

/** A page of a plain PDF: its own entries, and its content in one stream or several. */
export interface PlainPage {
  /** Entries of its dictionary beyond the content: `/MediaBox[0 0 396 612]/Rotate 90`. */
  readonly entries?: string;
  readonly content?: string | readonly string[];
}

export interface PlainPdfOptions {
  /** Entries of the node above all pages, which they inherit. */
  readonly inherited?: string;
  readonly catalog?: string;
  readonly trailer?: string;
  readonly isPacked?: boolean;
  /** Objects beyond those of the pages, from number 1000 on. */
  readonly objects?: readonly string[];
}

const font = '/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>';

/** A PDF as a program without a library would write it, for tests of reading them; its pages are of 396 × 612 points. */
export function plainPdf(pages: readonly PlainPage[], options: PlainPdfOptions = {}): Uint8Array {
  const { inherited = `/MediaBox[0 0 396 612]${font}`, catalog = '', trailer = '', isPacked = false, objects = [] } = options; // prettier-ignore
  const written: (readonly [number: number, body: string])[] = [];
  let next = 3;
  const kids = pages.map(({ entries = '', content = '' }) => {
    const parts = typeof content === 'string' ? [content] : content;
    const streams = parts.map(part => {
      const bytes = isPacked ? deflateSync(Buffer.from(part, 'latin1')).toString('latin1') : part;
      const number = next++;
      written.push([number, `<</Length ${bytes.length}${isPacked ? '/Filter/FlateDecode' : ''}>>\nstream\n${bytes}\nendstream`]); // prettier-ignore
      return `${number} 0 R`;
    });
    const number = next++;
    const contents = typeof content === 'string' ? `/Contents ${streams[0] ?? ''}` : `/Contents[${streams.join(' ')}]`;
    written.push([number, `<</Type/Page/Parent 2 0 R${content === '' ? '' : contents}${entries}>>`]);
    return `${number} 0 R`;
  });
  written.unshift([1, `<</Type/Catalog/Pages 2 0 R${catalog}>>`], [2, `<</Type/Pages/Count ${pages.length}/Kids[${kids.join(' ')}]${inherited}>>`]); // prettier-ignore
  objects.forEach((body, index) => written.push([1000 + index, body]));
  return Buffer.from(withTable(written, trailer), 'latin1');
}

function withTable(objects: readonly (readonly [number: number, body: string])[], trailer: string): string {
  let file = '%PDF-1.5\n';
  const table: string[] = [];
  for (const [number, body] of objects) {
    table.push(`${number} 1\n${String(file.length).padStart(10, '0')} 00000 n \n`);
    file += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const size = Math.max(...objects.map(([number]) => number)) + 1;
  return `${file}xref\n0 1\n0000000000 65535 f \n${table.join('')}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${file.length}\n%%EOF\n`;
}

/** Content that shows a word near the middle of a page. */
export function showing(word: string, x = 150, y = 300): string {
  return `BT /F1 24 Tf ${x} ${y} Td (${word}) Tj ET`;
}
