import type { MadeArtifact, CompileEvent, FailedStory, StoryReport } from '../compile/compileEvent.ts';
import type { Written } from '../output/writeOutput.ts';
import type { FailedFile, WrittenFile } from '../shelf/bookReport.ts';
import { describeFile } from '../shelf/describeFile.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { decisionName } from './inspectionRegions.ts';
import { printDiagnostics } from './printDiagnostics.ts';
import { paletteFor, printable } from './terminal.ts';

/** What `fascicle build --json` prints. */
export interface BuildReport {
  readonly schema: 'fascicle/report@1';
  readonly ok: boolean;
  readonly stories: readonly StoryReport[];
  readonly failedStories: readonly FailedStory[];
  readonly files: readonly WrittenFile[];
  readonly failedFiles: readonly FailedFile[];
  /** What concerns the inputs as a whole. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Gathers what a build did and tells it to people or to scripts. */
export class BuildReporter {
  readonly #diagnostics: Diagnostic[];
  readonly #stories: StoryReport[] = [];
  readonly #failedStories: FailedStory[];
  readonly #files: WrittenFile[] = [];
  readonly #failedFiles: FailedFile[] = [];

  /** Starts from what was found out while the inputs were gathered. */
  constructor(diagnostics: readonly Diagnostic[], failedStories: readonly FailedStory[] = []) {
    this.#diagnostics = [...diagnostics];
    this.#failedStories = [...failedStories];
  }

  add(event: CompileEvent): void {
    if (event.type === 'storyRead') this.#stories.push(event.story);
    else if (event.type === 'storyFailed') this.#failedStories.push(event.story);
    else if (event.type === 'planned') this.#diagnostics.push(...event.diagnostics);
    else if (event.type === 'artifactFailed') this.addFailure(event.artifact.fileName, event.artifact.diagnostics);
  }

  addFailure(fileName: string, diagnostics: readonly Diagnostic[]): void {
    this.#failedFiles.push({ fileName, diagnostics });
  }

  addFile(artifact: MadeArtifact, path: string, written: Written): void {
    this.#files.push(describeFile(artifact, path, written));
  }

  finish(isStrict: boolean): BuildReport {
    const stories = isStrict ? this.#stories.map(story => withDoubtsReported(story)) : this.#stories;
    const all = [...this.#diagnostics, ...[...stories, ...this.#files].flatMap(item => item.diagnostics)];
    return {
      schema: 'fascicle/report@1',
      ok:
        this.#failedStories.length === 0 &&
        this.#failedFiles.length === 0 &&
        !all.some(finding => failsBuild(finding, isStrict)),
      stories,
      failedStories: this.#failedStories,
      files: this.#files,
      failedFiles: this.#failedFiles,
      diagnostics: this.#diagnostics,
    };
  }

  /** Findings to stderr; the paths of the files, one a line, to stdout. A quiet build tells no more than what fails it. */
  static print(report: BuildReport, { quiet: isQuiet, strict: isStrict, verbose }: PrintOptions): void {
    const findings = [
      ...report.diagnostics,
      ...report.failedStories.flatMap(story => story.diagnostics),
      ...report.stories.flatMap(story => story.diagnostics),
      ...distinct(report.files.flatMap(file => file.diagnostics)),
      ...report.failedFiles.flatMap(file => file.diagnostics),
    ];
    printDiagnostics(isQuiet ? findings.filter(finding => failsBuild(finding, isStrict)) : findings);
    if (isQuiet) return;
    const palette = paletteFor(process.stdout);
    for (const file of report.files) {
      const details = [
        describeSize(file.bytes),
        ...(file.pages === null ? [] : [count(file.pages, 'page', 'pages')]),
      ].join(', ');
      process.stdout.write(`${printable(file.path)}${process.stdout.isTTY ? `  ${palette.dim(details)}` : ''}\n`);
    }
    if (verbose === true) for (const file of report.files) printReasons(file);
    const warnings = isStrict ? findings.filter(finding => finding.severity === 'warning').length : 0;
    process.stderr.write(`${summaryOf(report, warnings)}\n`);
  }
}

/** How much is told. */
export interface PrintOptions {
  readonly quiet: boolean;
  readonly strict: boolean;
  readonly verbose?: boolean | undefined;
}

/** Why a file is as it is, where the program decided it. */
function printReasons({ cover, title }: WrittenFile): void {
  if (cover?.isChosen !== true) return;
  process.stderr.write(
    `The cover of “${printable(title)}” is drawn in the style ${cover.style}: ${printable(cover.why)}.\n`,
  );
}

function failsBuild({ severity }: Diagnostic, isStrict: boolean): boolean {
  return severity === 'error' || (isStrict && severity === 'warning');
}

/** What is doubtful and what no reader has settled is an error of a strict build. */
function withDoubtsReported(story: StoryReport): StoryReport {
  const { doubts, files, diagnostics } = story;
  const [path = ''] = files;
  if (doubts.length === 0) return story;
  const list = doubts.map(doubt => {
    const [first, last] = doubt.span.lines;
    const file = files.length === 1 ? '' : `${doubt.span.file}, `;
    const lines = first === last ? `line ${first}` : `lines ${first}–${last}`;
    return `\n  ${file}${lines}: ${decisionName(doubt)}, ${Math.round(doubt.confidence * 100)} % (${doubt.why})`;
  });
  const doubtful: Diagnostic = {
    code: 'normalize/doubtful-decisions',
    severity: 'error',
    message: `${path} has ${count(doubts.length, 'decision', 'decisions')} in doubt, and --strict takes none:${list.join('')}`,
    hint: `Run "fascicle inspect ${path} --propose", and keep or correct what it writes.`,
  };
  return { ...story, diagnostics: [...diagnostics, doubtful] };
}

/** The same finding comes once for each book a story is bound into. */
function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map(diagnostics.map(diagnostic => [JSON.stringify(diagnostic), diagnostic]));
  return [...seen.values()];
}

function describeSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function summaryOf(report: BuildReport, warnings: number): string {
  const palette = paletteFor(process.stderr);
  const words = report.stories.reduce((sum, story) => sum + story.words, 0);
  const parts = [`${count(report.stories.length, 'story', 'stories')}, ${words.toLocaleString('en')} words`];
  parts.push(report.files.length === 0 ? 'nothing written' : `${count(report.files.length, 'file', 'files')} written`);
  const failed = report.failedStories.length + report.failedFiles.length;
  if (failed > 0) parts.push(`${failed} failed`);
  if (warnings > 0) parts.push(`${count(warnings, 'warning', 'warnings')}, and --strict takes none`);
  const line = `${parts.join('; ')}.`;
  return report.ok ? palette.green(line) : palette.red(line);
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
