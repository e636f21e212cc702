import { describe, expect, it } from 'vitest';
import { createHyphenator } from '../../src/typeset/hyphenator.ts';

function divide(language: string, word: string): string {
  const offsets = createHyphenator(language)?.(word) ?? [];
  return Array.from(word, (letter, index) => (offsets.includes(index) ? `-${letter}` : letter)).join('');
}

describe('createHyphenator', () => {
  it.each([
    ['en', 'hyphenation', 'hy-phen-ation'],
    ['en-US', '“housekeeper’s”', '“house-keeper’s”'],
    ['en', '(“housekeepers’,', '(“house-keep-ers’,'],
    ['en', '‘Housekeeper’ll', '‘House-keeper’ll'],
    ['en', '(mailto:', '(mailto:'],
    ['de', 'Schifffahrt', 'Schiff-fahrt'],
    ['fr', 'l’administration', 'l’ad-mi-nis-tra-tion'],
    ['es', 'murciélago', 'mur-cié-la-go'],
    ['nl', 'boekenkast', 'boe-ken-kast'],
    ['ca', 'muntanya', 'mun-ta-nya'],
    ['cs', 'nejkrásnější', 'nej-krás-nější'],
    ['da', 'skolebibliotek', 'sko-le-bi-bli-o-tek'],
    ['en-GB', 'typography', 'ty-po-graphy'],
    ['fi', 'kirjakauppa', 'kir-ja-kaup-pa'],
    ['hr', 'prijateljstvo', 'pri-ja-telj-stvo'],
    ['hu', 'könyvtárban', 'könyv-tár-ban'],
    ['it', 'tradizione', 'tra-di-zio-ne'],
    ['la', 'philosophia', 'phi-lo-so-phia'],
    ['nb', 'bokhandel', 'bok-han-del'],
    ['nn', 'bokhandel', 'bok-han-del'],
    ['no', 'bokhandel', 'bok-han-del'],
    ['pl', 'wydawnictwo', 'wy-daw-nic-two'],
    ['pt', 'biblioteca', 'bi-bli-o-teca'],
    ['ro', 'bibliotecă', 'bi-bli-o-te-că'],
    ['ru', 'библиотека', 'биб-лио-те-ка'],
    ['sk', 'knižnica', 'kniž-nica'],
    ['sl', 'knjižnica', 'knji-žni-ca'],
    ['sv', 'bokhandel', 'bok-han-del'],
    ['tr', 'kütüphane', 'kü-tüp-ha-ne'],
    ['uk', 'бібліотека', 'бі-бліо-те-ка'],
  ])('divides in %s: %s', (language, word, divided) => {
    expect(divide(language, word)).toBe(divided);
  });

  it.each([
    'NATIONALITIES',
    'https://example.org/nationalities',
    'lamp',
    'self-administration',
    'R2administration4',
    'x'.repeat(500),
  ])('leaves %s whole', word => {
    expect(divide('en', word)).toBe(word);
  });

  it.each([
    ['associates', 'as-so-ciates'],
    ['reappeared', 're-appeared'],
    ['Reassuring', 'Re-assuring'],
    ['headache', 'head-ache'],
    ['notwithstanding', 'not-with-stand-ing'],
    ['housekeeper', 'house-keeper'],
    ['therapist', 'ther-a-pist'],
  ])('divides %s as readers expect', (word, divided) => {
    expect(divide('en', word)).toBe(divided);
  });

  it('knows no rules for an unknown language', () => {
    expect(createHyphenator('und')).toBeNull();
  });
});
