import { CompileError } from '../diagnostics/compileError.ts';

/** What is wrong with a theme, all of it at once; `path` is its folder or the file that is wrong. */
export function invalidTheme(path: string, problems: readonly string[]): CompileError {
  return new CompileError('theme/invalid', `The theme ${path} has mistakes:\n  ${problems.join('\n  ')}`, {
    hint: 'Compare it with templates/plain; docs/themes.md explains every key.',
    path,
  });
}
