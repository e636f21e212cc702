import { beforeAll, describe, expect, it } from 'vitest';
import { deviceCodes } from '../../src/diagnostics/deviceCodes.ts';
import type { DeviceCode } from '../../src/diagnostics/deviceCodes.ts';
import { checkDevices, deviceRules } from '../../src/verify/devices/checkDevices.ts';
import { devices } from '../../src/verify/devices/device.ts';
import { pictureSize } from '../../src/verify/devices/pictureSize.ts';
import { examineEpub } from '../../src/verify/examineEpub.ts';
import { onePixelJpeg } from '../epub/books.ts';
import { buildGoodBook, edited, pack } from './epubFiles.ts';
import type { GoodBook } from './epubFiles.ts';

const megabyte = 1_000_000;

/** A PNG as far as its header goes, filled up to so many bytes. */
function png(widthPx: number, heightPx: number, bytes = 1000): Uint8Array {
  const picture = new Uint8Array(Math.max(bytes, 24)).map((_, index) => (index * index * 7919) >> 5);
  const view = new DataView(picture.buffer);
  view.setUint32(0, 0x89504e47);
  view.setUint32(12, 0x49484452);
  view.setUint32(16, widthPx);
  view.setUint32(20, heightPx);
  return picture;
}

function gif(widthPx: number, heightPx: number): Uint8Array {
  return new Uint8Array([
    ...new TextEncoder().encode('GIF89a'),
    widthPx & 255,
    widthPx >> 8,
    heightPx & 255,
    heightPx >> 8,
  ]);
}

type Files = Map<string, Uint8Array>;

function withCover(book: GoodBook, cover: Uint8Array): Files {
  return new Map(book.files).set(book.cover, cover);
}

function withItem(book: GoodBook, item: string, path: string, content: Uint8Array): Files {
  return edited(book.files, book.opf, /<\/manifest>/, `${item}</manifest>`).set(path, content);
}

const picture = '<item id="extra" href="extra.png" media-type="image/png"/>';

interface Case {
  readonly code: DeviceCode;
  readonly make: (book: GoodBook) => Files;
  /** Of the EPUB itself, when that is what the rule is about. */
  readonly epubBytes?: number;
}

const same = (book: GoodBook): Files => new Map(book.files);
const chapter = (from: RegExp, to: string) => (book: GoodBook) => edited(book.files, book.chapter, from, to);
const opf = (from: RegExp, to: string) => (book: GoodBook) => edited(book.files, book.opf, from, to);

const cases: readonly Case[] = [
  { code: 'device/kindle-file-size', make: same, epubBytes: 201 * megabyte },
  { code: 'device/kindle-mail-size', make: same, epubBytes: 51 * megabyte },
  { code: 'device/kindle-language-missing', make: opf(/<dc:language>[^<]*<\/dc:language>/, '') },
  { code: 'device/kindle-xml-declaration', make: chapter(/<\?xml[^>]*>\s*/, '') },
  { code: 'device/kindle-image-without-source', make: chapter(/<p>/, '<p><img alt=""/>') },
  { code: 'device/kindle-body-id-link', make: book => edited(edited(book.files, book.chapter, /<body/, '<body id="top"'), book.chapter, /<p>/, '<p><a href="#top">x</a>') },
  { code: 'device/kindle-contents-depth', make: book => edited(book.files, book.nav, /<li>(<a [^>]*>[^<]*<\/a>)<\/li>/, '<li>$1<ol><li>$1<ol><li>$1</li></ol></li></ol></li>') },
  { code: 'device/kindle-start-missing', make: opf(/<reference type="text"[^>]*>/, '') },
  { code: 'device/kindle-cover-small', make: book => withCover(book, png(400, 640)) },
  { code: 'device/kindle-cover-below-ideal', make: same },
  { code: 'device/kindle-cover-page', make: book => edited(book.files, book.chapter, /<body([^>]*)>[^]*<\/body>/, '<body$1><img src="cover.jpg" alt="Cover"/></body>') },
  { code: 'device/kindle-image-large', make: book => withItem(book, picture, 'OEBPS/extra.png', png(2500, 2500)) },
  { code: 'device/kindle-image-heavy', make: book => withItem(book, picture, 'OEBPS/extra.png', png(10, 10, 200_000)) },
  { code: 'device/kindle-nested-table', make: chapter(/<p>/, '<table><tr><td><table><tr><td>x</td></tr></table></td></tr></table><p>') },
  { code: 'device/kobo-file-size', make: same, epubBytes: 1001 * megabyte },
  { code: 'device/kobo-document-size', make: chapter(/<p>/, `${Array.from({ length: 700_000 }, (_, index) => `<p>${String(index * 7919)}</p>`).join('')}<p>`) },
  { code: 'device/kobo-image-large', make: book => withItem(book, picture, 'OEBPS/extra.png', png(10, 10, 5_100_000)) },
  { code: 'device/kobo-font-format', make: book => withItem(book, '<item id="f" href="f.woff2" media-type="font/woff2"/>', 'OEBPS/f.woff2', new TextEncoder().encode('wOF2')) },
  { code: 'device/kobo-cover-format', make: book => withCover(book, gif(1500, 2400)) },
  { code: 'device/kobo-cover-large', make: book => withCover(book, png(1500, 2400, 3_100_000)) },
  { code: 'device/kobo-cover-ratio', make: book => withCover(book, png(1500, 1500)) },
  { code: 'device/kobo-contents-depth', make: book => edited(book.files, book.nav, /<li>(<a [^>]*>[^<]*<\/a>)<\/li>/, '<li>$1<ol><li>$1<ol><li>$1<ol><li>$1</li></ol></li></ol></li></ol></li>') },
  { code: 'device/kobo-script', make: chapter(/<p>/, '<p onclick="x()">') },
  { code: 'device/kobo-first-page', make: book => edited(book.files, book.opf, /<spine([^>]*)>[^]*?(<itemref idref="chapter-1"[^>]*>)/, '<spine$1>$2') },
  { code: 'device/apple-image-pixels', make: book => withItem(book, picture, 'OEBPS/extra.png', png(2400, 2400)) },
  { code: 'device/apple-image-pixels-once', make: book => withItem(book, picture, 'OEBPS/extra.png', png(2048, 2048)) },
  { code: 'device/apple-image-format', make: book => withCover(book, gif(1500, 2400)) },
  { code: 'device/apple-cover-small', make: book => withCover(book, png(1300, 2000)) },
  { code: 'device/google-cover-missing', make: opf(/<item id="cover"[^>]*>/, '') },
  { code: 'device/google-cover-small', make: book => withCover(book, png(600, 960)) },
  { code: 'device/google-cover-large', make: book => withCover(book, png(5000, 8000)) },
  { code: 'device/google-version', make: opf(/version="3\.0"/, 'version="2.0"') },
]; // prettier-ignore

describe('check --for', () => {
  let book: GoodBook;
  beforeAll(async () => {
    book = await buildGoodBook();
  });

  const codesOf = (files: Files, epubBytes = 1000) =>
    checkDevices(devices, examineEpub(pack(files)), epubBytes).map(({ code }) => code);

  it('finds remarks only in our own book', () => {
    const found = checkDevices(devices, examineEpub(book.bytes), book.bytes.length);
    expect(new Set(found.map(({ severity }) => severity))).toEqual(new Set(['info']));
  });

  it.each(cases)('names $code', ({ code, make, epubBytes }) => {
    expect(codesOf(make(book), epubBytes)).toContain(code);
    // Our own cover is a little below Amazon's ideal.
    if (code !== 'device/kindle-cover-below-ideal' && code !== 'device/kindle-image-heavy') {
      expect(codesOf(same(book))).not.toContain(code);
    }
  });

  it('has a case for every rule, and a rule for every code', () => {
    expect(new Set(cases.map(({ code }) => code))).toEqual(new Set(deviceCodes));
    const rules = devices.flatMap(device => deviceRules[device]);
    expect(rules.map(({ code }) => code)).toEqual([...deviceCodes].sort(byDevice));
  });

  it('names a source for each rule of a maker, and says of the others that they are not confirmed', () => {
    for (const rule of devices.flatMap(device => deviceRules[device])) {
      if (rule.basis === 'maker') expect(rule.source?.url, rule.code).toMatch(/^https?:\/\//);
      if (rule.source !== null) expect(rule.source.readOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
    const found = checkDevices(['kindle'], examineEpub(pack(same(book))), 51 * megabyte);
    const mail = found.find(({ code }) => code === 'device/kindle-mail-size');
    expect(mail?.message).toBe('The book has 51.0 MB: Mail to a Kindle may have 50 MB (reported, not confirmed).');
  });

  it('says nothing for devices that are not asked for, nor of what is no book', () => {
    expect(checkDevices([], examineEpub(book.bytes), 0)).toEqual([]);
    expect(checkDevices(devices, examineEpub(new Uint8Array(10)), 0)).toEqual([]);
  });
});

/** The order of the devices, and within one that of the list. */
function byDevice(one: DeviceCode, other: DeviceCode): number {
  const rank = (code: DeviceCode) => devices.findIndex(device => code.startsWith(`device/${device}-`));
  return rank(one) - rank(other);
}

describe('pictureSize', () => {
  it('reads JPEG, PNG and GIF', () => {
    expect(pictureSize(onePixelJpeg)).toEqual({ format: 'jpeg', widthPx: 1, heightPx: 1 });
    expect(pictureSize(png(300, 200))).toEqual({ format: 'png', widthPx: 300, heightPx: 200 });
    expect(pictureSize(gif(300, 200))).toEqual({ format: 'gif', widthPx: 300, heightPx: 200 });
  });

  it('reads no size from what is cut off at any length', () => {
    for (const whole of [onePixelJpeg, png(300, 200, 24), gif(300, 200)]) {
      for (let length = 0; length < 10; length += 1) expect(pictureSize(whole.slice(0, length))).toBeNull();
    }
    expect(pictureSize(new Uint8Array([0xff, 0xd8, ...Array.from({ length: 1000 }, () => 0xff)]))).toBeNull();
  });
});
