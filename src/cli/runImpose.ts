import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { SheetFacts } from '../compile/compileEvent.ts';
import { diagnosticOf } from '../compile/diagnosticOf.ts';
import { imposeFile } from '../compile/imposeFile.ts';
import { refuseIdle } from '../compile/overrideImposition.ts';
import { settledImposition } from '../config/impositionConfig.ts';
import { readImposition } from '../config/impositionOption.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readSource } from '../source/readSource.ts';
import { exitCodeOf, exitCodes } from './exitCodes.ts';
import type { ImposeArguments } from './imposeCommand.ts';
import { typedImposition } from './impositionOptions.ts';
import { printDiagnostics } from './printDiagnostics.ts';
import { guardFiles } from '../output/sourceGuard.ts';
import { paletteFor, printable } from './terminal.ts';
import { writeOutput } from '../output/writeOutput.ts';

/** What `fascicle impose --json` prints. */
interface ImposeReport {
  readonly schema: 'fascicle/impose@1';
  readonly ok: boolean;
  readonly source: string;
  readonly files: readonly ImposedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

interface ImposedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** How many pages are laid on the sheets. */
  readonly pages: number | null;
  readonly sheets: SheetFacts | null;
  /** The size of most pages on the sheets by their own; `null` for what goes with the sheets. */
  readonly scale: number | null;
}

/** The largest PDF that is read, in bytes: it is held in memory whole. */
const maxPdfBytes = 1024 ** 3;

/** Runs `fascicle impose` and returns the exit code; with `--json`, a failure is told as a report too. */
export async function runImpose(args: ImposeArguments): Promise<number> {
  try {
    const report = await impose(args);
    if (args.json) printJson(report);
    else printReport(report, args.quiet);
    return exitCodes.done;
  } catch (error) {
    if (!args.json || !(error instanceof CompileError)) throw error;
    printJson({ schema: 'fascicle/impose@1', ok: false, source: args.file ?? '', files: [], diagnostics: [diagnosticOf(error)] }); // prettier-ignore
    return exitCodeOf(error);
  }
}

async function impose(args: ImposeArguments): Promise<ImposeReport> {
  const { file = '', scheme } = args;
  const typed = readImposition({ scheme, ...typedImposition(args) });
  const settings = settledImposition(scheme, typed);
  if (settings === null) throw new RangeError(`there is no scheme ${scheme}`);
  refuseIdle(typed, [settings.scheme]);
  const { bytes } = await readPdf(file);
  const path = await outputPath(file, scheme, args.out);
  const guard = await guardFiles(
    [file],
    'the sheets are made of the file of that name',
    'Name another file with --out.',
  );
  await guard(path);
  const { box } = args;
  const {
    content,
    pages,
    sheets = null,
    scale,
    diagnostics,
    beside = [],
  } = await imposeFile({
    path: file,
    bytes,
    settings,
    pageBox: box === 'crop' || box === 'trim' ? box : 'auto',
    hasFoldPreview: args['fold-preview'],
  });
  const written = await writeOutput(path, content);
  const files: ImposedFile[] = [{ path, ...written, pages, sheets, scale }];
  for (const { ending, make } of beside) {
    const besidePath = path.replace(/\.pdf$/i, '') + ending;
    await guard(besidePath);
    const made = await make();
    const besideWritten = await writeOutput(besidePath, made.content);
    files.push({ path: besidePath, ...besideWritten, pages: made.pages, sheets: null, scale: null });
  }
  return { schema: 'fascicle/impose@1', ok: true, source: file, files, diagnostics };
}

async function readPdf(file: string): Promise<{ readonly bytes: Uint8Array }> {
  try {
    return await readSource(file, { maxBytes: maxPdfBytes });
  } catch (error) {
    if (!(error instanceof CompileError) || error.code !== 'source/not-a-file') throw error;
    throw new CompileError('source/not-a-file', `${file} is no file; a PDF was expected.`, {
      hint: 'Name a PDF.',
      path: file,
      cause: error,
    });
  }
}

/** `novel.pdf` → `novel.booklet.pdf` beside it, in a folder that `--out` names, or what else `--out` says. */
async function outputPath(file: string, scheme: string, out: string | undefined): Promise<string> {
  const name = `${basename(file).replace(/\.pdf$/i, '')}.${scheme}.pdf`;
  if (out === undefined) return join(dirname(file), name);
  if (out.trim() === '') {
    throw new CompileError('config/usage', '--out is empty.', { hint: 'Leave it out, or give it a value.' });
  }
  const isFolder = /[/\\]$/.test(out) || (await stat(out).then(info => info.isDirectory(), () => false)); // prettier-ignore
  return isFolder ? join(out, name) : out;
}

function printJson(report: ImposeReport): void {
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
}

/** Findings to stderr; the path of the file to stdout. */
function printReport({ files, diagnostics }: ImposeReport, isQuiet: boolean): void {
  if (isQuiet) return;
  printDiagnostics(diagnostics);
  const palette = paletteFor(process.stderr);
  for (const { path, pages, sheets, scale } of files) {
    process.stdout.write(`${printable(path)}\n`);
    if (sheets !== null) process.stderr.write(`${palette.green(describeSheets(pages ?? 0, sheets, scale ?? 1))}\n`);
  }
}

/** `30 pages on 8 sheets of A4 at 71 %, 2 places blank; both sides, flipped on the long edge.` */
function describeSheets(pages: number, { scheme, sheets, paper, blanks, duplex }: SheetFacts, scale: number): string {
  const parts = `${count(pages, 'page', 'pages')} on ${count(sheets, 'sheet', 'sheets')} of ${paper}`;
  const blank = blanks === 0 ? '' : `, ${count(blanks, 'place', 'places')} blank`;
  const percent = Math.round(scale * 100);
  return `${parts}${percent === 100 ? '' : ` at ${percent} %`}${blank}; ${scheme === 'mini-zine' ? 'one side only' : turns[duplex]}.`;
}

const turns: Readonly<Record<SheetFacts['duplex'], string>> = {
  longEdge: 'both sides, flipped on the long edge',
  shortEdge: 'both sides, flipped on the short edge',
  twoPasses: 'all fronts, then all backs',
};

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
