import type { ImpositionConfig } from '../config/impositionConfig.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { CompileOptions } from './compileOptions.ts';
import { type Edition, impositionOf } from './edition.ts';

/**
 * The options with settings of sheets that count before what the book says, for all of its editions that lie on sheets.
 * @throws CompileError `config/usage` where no edition does.
 */
export function overrideImposition(options: CompileOptions, settings: ImpositionConfig): CompileOptions {
  const [first] = Object.keys(settings);
  if (first === undefined) return options;
  const editions = (options.editions ?? []).filter((edition): edition is Edition => typeof edition !== 'string');
  if (editions.every(edition => impositionOf(edition) === null)) {
    throw new CompileError('config/usage', `--${first} is for editions on sheets, and none is to be made.`, {
      hint: 'Ask for one, such as -f booklet, or leave the option out.',
    });
  }
  return { ...options, editions: options.editions?.map(edition => (typeof edition === 'string' ? edition : over(edition, settings))) }; // prettier-ignore
}

function over(edition: Edition, settings: ImpositionConfig): Edition {
  const imposition = impositionOf(edition);
  return imposition === null
    ? edition
    : { ...edition, imposition: { ...imposition, ...settings, scheme: imposition.scheme } };
}
