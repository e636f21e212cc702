import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { decodeSource } from '../../src/source/decodeSource.ts';
import type { SourceText } from '../../src/source/sourceText.ts';

interface Decoded {
  readonly source: SourceText;
  readonly diagnostics: readonly Diagnostic[];
}

function decode(bytes: Uint8Array | readonly number[], path = 'story.txt'): Decoded {
  const diagnostics: Diagnostic[] = [];
  const source = decodeSource({ path, bytes: Uint8Array.from(bytes) }, diagnostic => diagnostics.push(diagnostic));
  return { source, diagnostics };
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isLittle: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isLittle ? bytes : bytes.swap16();
};

describe('decodeSource', () => {
  it.each([
    ['UTF-8', utf8('Café'), 'utf-8'],
    ['UTF-8 with a mark', utf8('\ufeffCafé'), 'utf-8'],
    ['UTF-16, little end first', utf16('Café', true), 'utf-16le'],
    ['UTF-16, big end first', utf16('Café', false), 'utf-16be'],
    ['UTF-16 without a mark', utf16('Café', true).subarray(2), 'utf-16le'],
    ['UTF-16 without a mark, big end first', utf16('Café', false).subarray(2), 'utf-16be'],
    ['Windows-1252', [0x43, 0x61, 0x66, 0xe9], 'windows-1252'],
  ])('reads %s, and leaves no byte-order mark', (_, bytes, encoding) => {
    const { source, diagnostics } = decode(bytes);
    expect(source.lines).toEqual(['Café']);
    expect(source.encoding).toBe(encoding);
    expect(diagnostics).toEqual([]);
  });

  it('reads Windows-1252 quotation marks and dashes as such', () => {
    expect(decode([0x93, 0x4e, 0x6f, 0x94, 0x20, 0x97, 0x20, 0x85]).source.lines).toEqual(['“No” — …']);
  });

  it('keeps a few broken bytes of UTF-8 as Windows-1252 letters, and says where they are', () => {
    const { source, diagnostics } = decode([...utf8('Été, naïve, déjà\nla m'), 0xe8, ...utf8('re\nÀ bientôt\n')]);
    expect(source.encoding).toBe('utf-8');
    expect(source.lines).toEqual(['Été, naïve, déjà', 'la mère', 'À bientôt', '']);
    expect(diagnostics).toMatchObject([
      { code: 'source/invalid-encoding', severity: 'warning', span: { lines: [2, 2] } },
    ]);
    expect(diagnostics[0]?.message).toContain('with one broken byte, read as Windows-1252');
  });

  it.each([
    ['a truncated sequence at the end', [...utf8('Été déjà '), 0xe2, 0x80]],
    ['an overlong form', [...utf8('Été déjà '), 0xc0, 0xaf]],
    ['a surrogate', [...utf8('Été déjà là'), 0xed, 0xa0, 0x80]],
  ])('throws at no broken UTF-8: %s', (_, bytes) => {
    const { source, diagnostics } = decode(bytes);
    expect(source.lines.join('')).toContain('Été déjà');
    expect(diagnostics).toHaveLength(1);
  });

  it('shows halves of characters as such where the rest is ASCII, and guesses no code page', () => {
    const { source, diagnostics } = decode([...utf8('The lamp '), 0xed, 0xa0, 0x80, ...utf8(' burned\nlow.')]);
    expect(source).toMatchObject({ encoding: 'utf-8', lines: ['The lamp \ufffd burned', 'low.'] });
    expect(diagnostics).toMatchObject([{ code: 'source/invalid-encoding', span: { lines: [1, 1] } }]);
  });

  it.each([
    ['beside a sequence of UTF-8', [0x85, 0x61, 0xe2, 0x80, 0x94], '…a—', 'utf-8'],
    ['beside each other', [0xe1, 0xe2], 'áâ', 'windows-1252'],
  ])('takes a few stray bytes of an English text for Windows-1252: %s', (_, strays, read, encoding) => {
    const { source } = decode([...utf8('The tide was out. '), ...strays, ...utf8(' She went home.')]);
    expect(source).toMatchObject({ encoding, lines: [`The tide was out. ${read} She went home.`] });
  });

  it.each([
    ['half of a pair', utf16('Low tide.\nA \ud83d boat.', true), 'half a character', 2],
    ['an odd last byte', [...utf16('Low tide.', true), 0x78], 'ends in the middle of a character', 1],
  ])('says what is broken in UTF-16: %s', (_, bytes, fault, line) => {
    const { diagnostics } = decode(bytes);
    expect(diagnostics).toMatchObject([{ code: 'source/invalid-encoding', span: { lines: [line, line] } }]);
    expect(diagnostics[0]?.message).toContain(fault);
  });

  it('ends lines at CRLF, LF and CR alike', () => {
    expect(decode(utf8('a\r\nb\nc\rd')).source.lines).toEqual(['a', 'b', 'c', 'd']);
  });

  it.each([
    ['a PDF', utf8('%PDF-1.7\n'), 'a PDF'],
    ['a zip', [0x50, 0x4b, 3, 4, 65], 'a zip archive'],
    ['a PNG', [0x89, 0x50, 0x4e, 0x47, 13], 'a PNG image'],
    ['an RTF', utf8('{\\rtf1\\ansi The lamp.}'), 'a rich text (RTF) document'],
    ['a JPEG', [0xff, 0xd8, 0xff, 0xe0], 'a JPEG image'],
    ['bytes with many control characters', [0, 1, 2, 3, 65, 66, 0, 0, 7], 'a binary file'],
  ])('refuses %s, and says what it is', (_, bytes, name) => {
    expect(() => decode(bytes)).toThrow(expect.objectContaining({ code: 'source/binary-file', message: `story.txt is ${name}${name === 'a zip archive' ? ' (EPUB and DOCX are such)' : ''}, not text.` })); // prettier-ignore
  });

  it.each([
    ['no bytes', []],
    ['blank lines', utf8('\n \t\r\n')],
    ['a mark and Ctrl-Z', [0xef, 0xbb, 0xbf, 0x1a]],
    ['zero-width spaces', utf8('\u200b\n\u200b')],
  ])('refuses a file that holds nothing: %s', (_, bytes) => {
    expect(() => decode(bytes)).toThrow(expect.objectContaining({ code: 'source/empty-file' }));
  });

  it('refuses an ending that no reader takes', () => {
    expect(() => decode(utf8('x'), 'story.docx')).toThrow(expect.objectContaining({ code: 'source/unknown-format' }));
  });

  it('takes endings in either case', () => {
    expect(decode(utf8('x'), 'STORY.TXT').source.format).toBe('plainText');
    expect(decode(utf8('x'), 'story.Markdown').source.format).toBe('markdown');
  });
});
