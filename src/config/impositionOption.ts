import { checkData } from '../data/checkData.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import { markNames } from '../impose/imposition.ts';
import { type ImpositionConfig, impositionConfig } from './impositionConfig.ts';

/** What was typed of an imposition, by the names of the options. */
export type TypedImposition = Readonly<Partial<Record<keyof ImpositionConfig, string>>>;

/** Options that are numbers. */
const numbers: readonly string[] = ['signature', 'abreast', 'creep', 'flyleaves', 'stations'];

/**
 * Reads the options of an imposition by the rules of `book.yaml`.
 * @throws CompileError `config/usage`.
 */
export function readImposition(typed: TypedImposition): ImpositionConfig {
  const stated = Object.entries(typed).map(([name, value]) => [name, stateValue(name, value)] as const);
  const result = checkData(impositionConfig, Object.fromEntries(stated));
  if (result.ok) return result.value;
  throw explain(result.problems[0] ?? '', typed);
}

/** `"marks[2]" must be crop or fold; did you mean "fold"?; it is "fould"` → --marks must be crop or fold; it is "crop,fould". */
function explain(problem: string, typed: TypedImposition): CompileError {
  const name = /^"(\w+)/.exec(problem)?.[1] ?? '';
  const value = Object.entries(typed).find(([each]) => each === name)?.[1] ?? '';
  const nearest = /; did you mean "[^"]*"\?/.exec(problem)?.[0] ?? '';
  const rule = problem
    .replace(/^"[^"]*"/, '')
    .replace(nearest, '')
    .replace(/; it is [^;]*$/, '');
  const question = nearest === '' ? '' : `D${nearest.slice(3)} `;
  return new CompileError('config/usage', `--${name}${rule}; it is "${value}".`, {
    hint: `${question}Run the command with --help to see what there is.`,
  });
}

/** What was typed, as it would be written in `book.yaml`. */
function stateValue(name: string, value: string): unknown {
  const text = value.trim();
  if (numbers.includes(name)) return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
  if (name !== 'marks' || text === 'none') return text;
  return text === 'all' ? [...markNames] : text.split(',').map(mark => mark.trim());
}
