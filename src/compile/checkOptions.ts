import { CompileError } from '../diagnostics/compileError.ts';
import { isIsoDate } from '../text/isoDate.ts';
import { languageTag } from '../text/languageTag.ts';
import type { CompileOptions } from './compileOptions.ts';

/**
 * The options with every language as a canonical tag.
 * @throws CompileError `compile/no-stories`, or `config/usage` for a language or a date that is none.
 */
export function checkOptions(options: CompileOptions): CompileOptions {
  if (options.stories.length === 0) {
    throw new CompileError('compile/no-stories', 'There is no story to compile.', { hint: 'Name a file or a folder.' });
  }
  const date = options.book?.date;
  if (date !== undefined && !isIsoDate(date)) {
    throw new CompileError('config/usage', `"${date}" is not a date.`, {
      hint: 'Write it like 2024-10-31, 2024-10 or 2024.',
    });
  }
  return {
    ...options,
    stories: options.stories.map(story => ({ ...story, language: checkLanguage(story.language) })),
    book: { ...options.book, language: checkLanguage(options.book?.language) },
  };
}

function checkLanguage(language: string | undefined): string | undefined {
  if (language === undefined) return undefined;
  const tag = languageTag(language);
  if (tag !== null) return tag;
  throw new CompileError('config/usage', `"${language}" is not a language.`, {
    hint: 'Write it like en, de or pt-BR.',
  });
}
