import type { Diagnostic, SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { Manuscript } from '../../parse/manuscript.ts';

/** A way in which letters are lost for good: what it looks like, and so many places of it that it is no chance. */
interface Destruction {
  readonly shown: string;
  /** Without a match of this, which is found fast, a text is not looked at. */
  readonly sign: RegExp;
  readonly pattern: RegExp;
  readonly least: number;
}

const destructions: readonly Destruction[] = [
  // Matches `caf\ufffd`.
  { shown: 'as \ufffd', sign: /\ufffd/, pattern: /\ufffd/gu, least: 1 },
  // Matches `?Hello?` and `don?t`, where `?` stands for a quotation mark; not `Hello?` or `What? No`.
  { shown: 'as ? where a quotation mark or an apostrophe was', sign: /\?/, pattern: /\?(?:(?<=(?:^|\s)\?)(?=\p{L})|(?<=\p{L}\?)(?=\p{Ll}))/gu, least: 3 },
  // Matches `D\u2026 j\u2026 Vu` for `Déjà Vu`; not `so\u2026and` or a stutter, `I\u2026 I\u2026`.
  { shown: 'as \u2026 inside words', sign: /\u2026/, pattern: /(?<!\p{L})(\p{L})\u2026\s?(?!\1)\p{Ll}\u2026(?!\p{L})/gu, least: 1 },
  { shown: 'as characters of no meaning (private use)', sign: /[\ue000-\uf8ff\udb80-\udbff]/, pattern: /\p{Co}/gu, least: 1 },
]; // prettier-ignore

/** Reports letters that were destroyed before the file came here, once a kind; they are kept, for nobody can say what they were. */
export function findDestroyedLetters({ blocks }: Manuscript): Diagnostic[] {
  return destructions.flatMap(({ shown, sign, pattern, least }): Diagnostic[] => {
    let count = 0;
    const spans: SourceSpan[] = [];
    for (const { text, span } of blocks) {
      if (!sign.test(text)) continue;
      const found = text.match(pattern)?.length ?? 0;
      count += found;
      if (found > 0) spans.push(span);
    }
    const [first] = spans;
    if (first === undefined || count < least) return [];
    return [
      {
        code: 'normalize/destroyed-letters',
        severity: 'warning',
        message: `${first.file} has letters that were destroyed before it came here (shown ${shown}), first in line ${first.lines[0]}; ${spans.length === 1 ? 'one paragraph is' : `${spans.length} paragraphs are`} affected.`,
        hint: 'They are kept as they are; mend them from another copy.',
        span: first,
      },
    ];
  });
}
