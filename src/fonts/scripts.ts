import { packagedFamilies } from './scriptFonts.ts';

/** Scripts of which a book may have a word, besides those that have a font package. */
const otherScripts = [
  'Latin', 'Greek', 'Cyrillic', 'Ethiopic', 'Gujarati', 'Gurmukhi', 'Oriya', 'Sinhala', 'Thaana', 'Mongolian', 'Cherokee',
  'Syriac', 'Coptic', 'Gothic', 'Runic', 'Ogham', 'Tifinagh', 'Nko', 'Yi', 'Javanese', 'Balinese', 'Braille',
  'Canadian_Aboriginal', 'Egyptian_Hieroglyphs', 'Cuneiform', 'Deseret', 'Glagolitic', 'Phoenician', 'Tagalog',
] as const; // prettier-ignore

/** Each script with the test for its characters: of "я", that of Cyrillic; of "!" and "1", none. */
const scriptTests: readonly (readonly [script: string, test: RegExp])[] = [
  ...otherScripts.slice(0, 3),
  ...new Set(packagedFamilies.flatMap(({ scripts }) => scripts)),
  ...otherScripts.slice(3),
].map(script => [script, new RegExp(`^\\p{Script=${script}}`, 'u')] as const);

const known = new Map<number, string | null>();

/** The script of the first character of a text by Unicode's name; `null` for signs that many scripts share. */
export function scriptOf(text: string): string | null {
  const codePoint = text.codePointAt(0) ?? 0;
  let script = known.get(codePoint);
  if (script === undefined) {
    script = scriptTests.find(([, test]) => test.test(text))?.[0] ?? null;
    known.set(codePoint, script);
  }
  return script;
}

const extensionTests = new Map<string, RegExp>();

/** Whether a text begins with a character of one of the scripts, or with a mark that they use: `、` is of Han, `،` of Arabic. */
export function isOfScripts(text: string, scripts: readonly string[]): boolean {
  return scripts.some(script => {
    const test = extensionTests.get(script) ?? new RegExp(`^\\p{Script_Extensions=${script}}`, 'u');
    extensionTests.set(script, test);
    // Full-width forms are for Chinese characters, and Unicode gives them to all scripts.
    return test.test(text) || (script === 'Han' && /^[\uff01-\uffee]/.test(text));
  });
}

/** `Canadian_Aboriginal` → `Canadian Aboriginal`; Han by the name that everybody knows. */
export function scriptName(script: string): string {
  return script === 'Han' ? 'Chinese' : script.replaceAll('_', ' ');
}
