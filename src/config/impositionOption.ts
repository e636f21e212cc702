import { checkData } from '../data/checkData.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import { type Duplex, markNames } from '../impose/imposition.ts';
import { type ImpositionConfig, impositionConfig } from './impositionConfig.ts';

/** What was typed of an imposition, by the names of the options. */
export type TypedImposition = Readonly<Partial<Record<keyof ImpositionConfig, string>>>;

/** Options that are numbers. */
const numbers: readonly string[] = ['signature', 'abreast', 'creep', 'flyleaves', 'stations'];

/** How `--duplex` says it. */
export const typedDuplexes: Readonly<Record<string, Duplex>> = {
  long: 'longEdge',
  short: 'shortEdge',
  'two-passes': 'twoPasses',
};

/**
 * Reads the options of an imposition by the rules of `book.yaml`.
 * @throws CompileError `config/usage`.
 */
export function readImposition(typed: TypedImposition): ImpositionConfig {
  const stated = Object.entries(typed).map(([name, value]) => [name, stateValue(name, value)] as const);
  const result = checkData(impositionConfig, Object.fromEntries(stated));
  if (result.ok) return result.value;
  const [problem = ''] = result.problems;
  // "paper" must be … → --paper must be …; "marks[2]" → --marks. What it is, is said as it was typed: "; it is text" and, of
  // "5mm", "; it is 14.173" go.
  const sentence = problem.replace(/^"(\w+)[^"]*"/, '--$1').replace(/; it is (?:text|-?[\d.]+)$/, '');
  const name = /^--(\w+)/.exec(sentence)?.[1] ?? '';
  const value = Object.entries(typed).find(([each]) => each === name)?.[1];
  const isSaid = value === undefined || sentence.includes(`it is "${value}"`);
  throw new CompileError('config/usage', `${sentence}${isSaid ? '' : `; it is "${value}"`}.`, {
    hint: 'Run the command with --help to see what there is.',
  });
}

/** What was typed, as it would be written in `book.yaml`. */
function stateValue(name: string, value: string): unknown {
  const text = value.trim();
  if (numbers.includes(name)) return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
  if (name === 'duplex') return typedDuplexes[text] ?? text;
  if (name !== 'marks' || text === 'none') return text;
  return text === 'all' ? [...markNames] : text.split(',').map(mark => mark.trim());
}
