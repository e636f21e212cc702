import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeXml } from '../../src/text/escapeXml.ts';
import { isIsoDate } from '../../src/text/isoDate.ts';
import { languageTag } from '../../src/text/languageTag.ts';
import { nearestWord } from '../../src/text/nearestWord.ts';
import { countWords } from '../../src/text/words.ts';

describe('countWords', () => {
  it.each([
    ['Don’t stop — it’s 3.5 miles.', 5],
    ['well-known K-9', 2],
    ['*** — …', 0],
    ['守灯人', 3],
    ['Το φανάρι', 2],
  ])('counts the words of %s', (text, words) => {
    expect(countWords(text)).toBe(words);
  });

  it('counts texts of letters and marks as it counts any other', () => {
    const characters = fc.constantFrom(..."aZ09'’-. \n—…“”‘_*éЖ守\u0301\u00a0😀");
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 40 }), text => {
        // A Greek letter that stands apart is a word, and makes the text one of those that are not all of the usual marks.
        expect(countWords(`${text} α`)).toBe(countWords(text) + 1);
      }),
    );
  });
});

describe('nearestWord', () => {
  it.each([['titel', 'title'], ['AUTOR', 'author'], ['edtions', 'editions'], ['zebra', null]])('finds what %s was meant to be', (word, nearest) => {
    expect(nearestWord(word, ['title', 'author', 'editions', 'id'])).toBe(nearest);
  }); // prettier-ignore
});

describe('languageTag', () => {
  it.each([
    ['en', 'en'], ['EN-gb', 'en-GB'], ['pt-br', 'pt-BR'], ['zh-hant-tw', 'zh-Hant-TW'], ['cmn', 'zh'], ['French', 'fr'], ['français', 'fr'],
    ['deutsch', 'de'], ['  en ', 'en'],
  ])('reads %s as %s', (value, tag) => {
    expect(languageTag(value)).toBe(tag);
  }); // prettier-ignore

  it.each(['', 'klingonese', 'e', 'en_GB!', 'english language', 'en-', '1en'])('reads no language in “%s”', value => {
    expect(languageTag(value)).toBeNull();
  });
});

describe('isIsoDate', () => {
  it.each(['2024', '2024-10', '2024-10-31', '2024-02-29'])('takes %s', text => {
    expect(isIsoDate(text)).toBe(true);
  });

  it.each(['', '24', '2024-13', '2024-00', '2024-02-31', '2023-02-29', '2024-10-31T00:00', '31.10.2024'])('refuses “%s”', text => {
    expect(isIsoDate(text)).toBe(false);
  }); // prettier-ignore
});

describe('escapeXml', () => {
  it('leaves nothing in a text that XML cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const escaped = escapeXml(text);
        expect(escaped).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff<>"]/);
        expect(Buffer.from(escaped, 'utf8').toString('utf8')).toBe(escaped);
      }),
    );
  });

  it('escapes what is markup, once', () => {
    expect(escapeXml('<a href="x">&amp;\u0001</a>')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;amp;&lt;/a&gt;');
  });
});
