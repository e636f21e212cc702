import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Argv, CommandModule } from 'yargs';
import { CompileError } from '../diagnostics/compileError.ts';
import { exitCodes } from './exitCodes.ts';
import {
  type ImpositionArguments,
  describeImpositionOptions,
  impositionOptionNames,
  sheetsHeading,
} from './impositionOptions.ts';
import { type CacheArguments, describeCacheOptions } from './cacheOptions.ts';
import { describePlanOptions, type PlanArguments, planOptionNames } from './planOptions.ts';
import { describeStoryOptions, lastValue, type StoryArguments } from './storyOptions.ts';

/** The options of `fascicle build`, as yargs reads them. */
export interface BuildArguments extends StoryArguments, ImpositionArguments, CacheArguments, PlanArguments {
  readonly 'fold-preview': boolean;
  readonly inputs?: string[] | undefined;
  readonly bind?: string | undefined;
  readonly format?: string | undefined;
  readonly out?: string | undefined;
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly editor?: string | undefined;
  readonly notes?: string | undefined;
  readonly theme?: string | undefined;
  readonly font?: string[] | undefined;
  readonly cover?: string | undefined;
  readonly 'cover-color'?: string[] | undefined;
  readonly trim?: string | undefined;
  readonly 'font-size'?: string | undefined;
  readonly stock?: string | undefined;
  readonly wrap?: boolean | undefined;
  readonly 'one-story': boolean;
  readonly verify: boolean;
  readonly 'fetch-images': boolean;
  readonly jobs?: string | undefined;
  readonly watch?: boolean | undefined;
  readonly strict: boolean;
  readonly json: boolean;
  readonly report?: string | undefined;
  readonly verbose?: boolean | undefined;
  readonly quiet: boolean;
}

/** `fascicle build [inputs…]`. */
export function buildCommand(done: (exitCode: number) => void): CommandModule<object, BuildArguments> {
  return {
    command: 'build [inputs..]',
    describe: 'Compile stories, a book.yaml or a shelf of them into books',
    builder: yargs => describeOptions(yargs),
    handler: async args => {
      const request = await withBookFile(args);
      if (request.watch === true) {
        const { runWatch } = await import('./runWatch.ts');
        done(await runWatch(request));
        return;
      }
      const { runBuild } = await import('./runBuild.ts');
      if (request.shelfFile === null) {
        done(await runBuild(request));
        return;
      }
      const { runShelfBuild } = await import('./runShelfBuild.ts');
      done(await runShelfBuild(request, request.shelfFile));
    },
  };
}

/** What the inputs come to: a shelf, a book file, or stories. */
export interface BuildRequest extends BuildArguments {
  /** Where books are written, unless a shelf says it. */
  readonly out: string;
  readonly typedOut: string | undefined;
  readonly bookFile: string | null;
  readonly shelfFile: string | null;
}

/**
 * A `fascicle.yaml` or a `book.yaml` may be named, stand in the one folder that is named, or stand here when nothing is named;
 * where both stand, the shelf is meant.
 */
export async function withBookFile(given: BuildArguments): Promise<BuildRequest> {
  const args = { ...given, out: given.out ?? 'out', typedOut: given.out };
  const inputs = args.inputs ?? [];
  if (inputs.length === 0) {
    if (await isFile('fascicle.yaml')) return { ...args, bookFile: null, shelfFile: 'fascicle.yaml' };
    return { ...args, bookFile: 'book.yaml', shelfFile: null };
  }
  const [only] = inputs;
  const corrections = inputs.find(input => /\.fascicle\.ya?ml$/i.test(input));
  if (corrections !== undefined) {
    throw new CompileError('config/usage', `${corrections} corrects a story and is none.`, {
      hint: 'Name the story; what lies beside it is read with it.',
    });
  }
  if (inputs.length === 1 && only !== undefined) {
    if (/^fascicle\.ya?ml$/i.test(basename(only))) return { ...args, bookFile: null, shelfFile: only };
    if (/\.ya?ml$/i.test(basename(only))) return { ...args, bookFile: only, shelfFile: null };
    const [shelfFile, bookFile] = [join(only, 'fascicle.yaml'), join(only, 'book.yaml')];
    if (await isFile(shelfFile)) return { ...args, bookFile: null, shelfFile };
    if (await isFile(bookFile)) return { ...args, bookFile, shelfFile: null };
  }
  return { ...args, bookFile: null, shelfFile: null };
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    info => info.isFile(),
    () => false,
  );
}

function describeOptions(yargs: Argv): Argv<BuildArguments> {
  const withInputs = yargs
    .positional('inputs', {
      type: 'string',
      array: true,
      describe: 'Story files, folders, globs, a book.yaml or a fascicle.yaml; with none, the one that is here',
    })
    .option('bind', {
      type: 'string',
      requiresArg: true,
      coerce: lastValue,
      choices: ['anthology', 'separate', 'both'],
      describe: 'How several stories are bound [default: anthology]',
    })
    .option('format', {
      alias: 'f',
      type: 'string',
      requiresArg: true,
      coerce: lastValue,
      describe:
        'Editions to make, parted by commas: epub, kepub (for Kobo), pdf, screen, print, kdp, lulu, archive, booklet, signatures, mini-zine, quarto, octavo, cut-and-stack, stab, or your own [default: epub,pdf]',
    })
    .option('out', {
      alias: 'o',
      type: 'string',
      requiresArg: true,
      coerce: lastValue,
      describe: 'Folder for the books [default: out]',
    })
    .option('title', { type: 'string', requiresArg: true, coerce: lastValue, describe: 'The book’s title' })
    .option('author', {
      type: 'string',
      requiresArg: true,
      coerce: lastValue,
      describe: 'The author of a single story',
    })
    .option('editor', { type: 'string', requiresArg: true, coerce: lastValue, describe: 'Who collected the stories' });
  return describePlanOptions(describeCacheOptions(describeImpositionOptions(describeStoryOptions(withInputs))))
    .option('fold-preview', { type: 'boolean', default: false, describe: 'Draw the sheets of a booklet or the like, front and back' })
    .option('notes', { type: 'string', requiresArg: true, coerce: lastValue, describe: 'Where authors’ notes go: keep, end or drop; or by kind, disclaimer=end,reviewPlea=drop [default: keep]' })
    .option('theme', { type: 'string', requiresArg: true, coerce: lastValue, describe: 'A theme: plain, classic, zine, or a folder of your own [default: plain]' })
    .option('font', { type: 'string', array: true, nargs: 1, requiresArg: true, describe: 'A font for print: body=FILE, headings=FILE, or a file or folder to turn to for what they lack' })
    .option('cover', { type: 'string', requiresArg: true, coerce: lastValue, describe: 'A style of cover, auto, the file of a picture, or none (see fascicle cover)' })
    .option('cover-color', { type: 'string', array: true, nargs: 1, requiresArg: true, describe: 'A colour of the cover, such as #1b3a4b: ground, then ink, then accent' })
    .option('trim', { type: 'string', requiresArg: true, coerce: lastValue, describe: 'Size of the PDF’s pages: A5, 6x9, pocket, or sides such as 120x190mm' })
    .option('font-size', { type: 'string', requiresArg: true, coerce: lastValue, describe: 'Size of the PDF’s text in points' })
    .option('stock', { type: 'string', requiresArg: true, coerce: lastValue, choices: ['white', 'cream'], describe: 'Paper of the book, which makes the spine of its cover [default: white]' })
    .option('wrap', { type: 'boolean', describe: 'Draw the cover that goes around the PDF’s pages; KDP and Lulu always get one' })
    .option('one-story', { type: 'boolean', default: false, describe: 'The files are chapters of one story' })
    .group(['format', 'out', 'bind', 'one-story', 'title', 'author', 'editor', 'theme', 'cover', 'cover-color'], 'The book:')
    .group(['language', 'encoding', 'typography', 'notes', 'max-size', 'fetch-images'], 'How stories are read:')
    .group(['trim', 'font-size', 'font', 'stock', 'wrap'], 'PDF and print:')
    .group([...impositionOptionNames, 'fold-preview'], sheetsHeading)
    .group([...planOptionNames, 'cache', 'cache-size'], 'Many books:')
    .option('verify', { type: 'boolean', default: false, describe: 'Check each EPUB as fascicle check does' })
    .option('fetch-images', { type: 'boolean', default: false, describe: 'Fetch pictures that stories name on the web' })
    .option('jobs', { alias: 'j', type: 'string', requiresArg: true, coerce: lastValue, describe: 'How many books of a shelf are built side by side [default: by the cores and the memory]' })
    .option('watch', { alias: 'w', type: 'boolean', describe: 'Build again whenever something that a book is made of changes' })
    .option('strict', { type: 'boolean', default: false, describe: 'Fail on any warning, and on what is doubtful' })
    .option('json', { type: 'boolean', default: false, describe: 'Print what happens as lines of JSON, the report last' })
    .option('report', { type: 'string', requiresArg: true, coerce: lastValue, describe: 'Write the report as JSON to a file, too' })
    .option('verbose', { type: 'boolean', default: false, describe: 'Say why the cover is as it is; of a shelf, all that was found' })
    .option('quiet', { alias: 'q', type: 'boolean', default: false, describe: 'Print errors only' })
    .example('$0 build', 'build the book.yaml in this folder')
    .example('$0 build stories/*.txt --title "Five Nights" --bind both', 'an anthology, and each story alone')
    .example('$0 build --dry-run', 'what of a shelf would be built, and why')
    .example('$0 build smoke.txt -f print --trim A5 --font-size 14', 'pages to print and bind, in large type')
    .example('$0 build smoke.txt -f mini-zine --paper letter', 'a zine of one sheet, folded and cut once')
    .example('$0 build smoke.txt --author "M. Reed" -f epub -o ~/Books', 'one story for an e-reader')
    .epilogue(`Exit codes: ${exitCodes.done} done, ${exitCodes.failed} a story or an edition failed, ${exitCodes.usage} usage or configuration, ${exitCodes.bug} a bug, ${exitCodes.interrupted} interrupted.`); // prettier-ignore
}
