/** Lower case without accents, apostrophes alike, so that words are the same however they are typed: `ΣΚΗΝΉ` → `σκηνη`, `Capítulo` → `capitulo`. */
export function foldLetters(text: string): string {
  const plain = text.toLowerCase().replace(/[’‘´']/g, '`');
  return /^[\u0020-\u007f]*$/.test(plain)
    ? plain
    : plain
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .normalize('NFC')
        .replace(/ς(?!\p{L})/gu, 'σ')
        .replaceAll('ø', 'o')
        .replaceAll('ł', 'l')
        .replaceAll('ı', 'i');
}
