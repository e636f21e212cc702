import { PDFArray, PDFDict, PDFName, PDFRawStream, type PDFStream, decodePDFRawStream } from '@cantoo/pdf-lib';
import { inflate } from '../deflate.ts';
import { entry, numberOf } from './pdfValues.ts';

/** No page's content is so large, in bytes: what unpacks to more was made to fill memory. */
const mostContent = 256 * 1024 * 1024;

/**
 * The content of a page whose parts are several streams: they are one, parted by white space (ISO 32000-1, 7.8.2).
 * @throws RangeError for a part that cannot be unpacked
 */
export function unpackContents(parts: readonly PDFStream[]): Uint8Array {
  let length = 0;
  const unpacked = parts.map(part => {
    const bytes = unpack(part, mostContent - length);
    length += bytes.length;
    return bytes;
  });
  return Buffer.concat(unpacked.flatMap(bytes => [bytes, lineFeed]));
}

const lineFeed = Buffer.from('\n');

function unpack(part: PDFStream, most: number): Uint8Array {
  if (!(part instanceof PDFRawStream)) throw new RangeError('a part of a page is no stream of the file');
  if (hasPredictor(part.dict)) throw new RangeError('a part of a page is packed as pictures are');
  const filter = entry(part.dict, 'Filter');
  if (filter === undefined) return part.getContents();
  const isDeflated = filter === PDFName.of('FlateDecode');
  const native = isDeflated ? inflate(part.getContents(), most) : null;
  // The library's own reader gives what of a broken stream can be read, as viewers do.
  return native ?? decodePDFRawStream(part).decode();
}

/** Whether each byte is told by those before it (ISO 32000-1, 7.4.4.4): the library does not undo that. */
function hasPredictor(dict: PDFDict): boolean {
  const stated = entry(dict, 'DecodeParms');
  const each = stated instanceof PDFArray ? stated.asArray().map(value => dict.context.lookup(value)) : [stated];
  return each.some(value => value instanceof PDFDict && (numberOf(entry(value, 'Predictor')) ?? 1) > 1);
}
