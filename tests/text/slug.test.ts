import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugify } from '../../src/text/slug.ts';

describe('slugify', () => {
  it.each([
    ['L’été, déjà!', 'l-ete-deja'],
    ["The Ferryman's Wife", 'the-ferrymans-wife'],
    ['Straße nach Ærø', 'strasse-nach-aero'],
    ['  ***  ', ''],
    ['../../etc/passwd', 'etc-passwd'],
    ['第一章 灯', '第一章-灯'],
    ['CON', 'con-'],
    ['한국어', '한국어'],
  ])('makes a file name of %s', (text, slug) => {
    expect(slugify(text)).toBe(slug);
  });

  it('fits any file system, and cuts no word in half', () => {
    const slug = slugify('lamplighter '.repeat(40));
    expect(slug.length).toBeLessThanOrEqual(120);
    expect(slug.split('-').every(word => word === 'lamplighter')).toBe(true);
    expect(new TextEncoder().encode(slugify('灯'.repeat(300))).length).toBeLessThanOrEqual(120);
  });

  it('never holds what a path could stumble over', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(slugify(text)).toMatch(/^(?:[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*)?$/u);
      }),
    );
  });
});
