import type { CompileEvent, FailedStory, StoryReport } from '../compile/compileEvent.ts';
import type { FailedFile, WrittenFile } from '../shelf/bookReport.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { bookFindings } from '../shelf/bookFindings.ts';
import { counted, describeSize } from './describeNumbers.ts';
import { printDiagnostics } from './printDiagnostics.ts';
import { failsBuild, withDoubtsReported } from './strictness.ts';
import { paletteFor, printable } from './terminal.ts';

/** What the build of a book, or of some stories, came to. */
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
    else if (event.type === 'artifactFailed') {
      const { fileName, diagnostics } = event.artifact;
      this.addFile({ fileName, diagnostics });
    }
  }

  addFile(file: WrittenFile | FailedFile): void {
    if ('path' in file) this.#files.push(file);
    else this.#failedFiles.push(file);
  }

  /** Notes that somebody interrupted before all files were made. */
  cutShort(): void {
    this.#diagnostics.push({
      code: 'output/interrupted',
      severity: 'error',
      message: 'The build was interrupted before all its files were made.',
      hint: 'Build again.',
    });
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
    const findings = bookFindings(report);
    printDiagnostics(isQuiet ? findings.filter(finding => failsBuild(finding, isStrict)) : findings);
    if (isQuiet) return;
    const palette = paletteFor(process.stdout);
    for (const file of report.files) {
      const details = [
        describeSize(file.bytes),
        ...(file.pages === null ? [] : [counted(file.pages, 'page', 'pages')]),
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

/** Why a file is as it is: what the program found, or that it was told so. */
function printReasons({ cover, title }: WrittenFile): void {
  if (cover === undefined) return;
  const how = cover.style === 'picture' ? 'is a picture' : `is drawn in the style ${cover.style}`;
  process.stderr.write(`The cover of “${printable(title)}” ${how}: ${printable(cover.why)}.\n`);
}

function summaryOf(report: BuildReport, warnings: number): string {
  const palette = paletteFor(process.stderr);
  const words = report.stories.reduce((sum, story) => sum + story.words, 0);
  const parts = [`${counted(report.stories.length, 'story', 'stories')}, ${words.toLocaleString('en')} words`];
  parts.push(
    report.files.length === 0 ? 'nothing written' : `${counted(report.files.length, 'file', 'files')} written`,
  );
  const failed = report.failedStories.length + report.failedFiles.length;
  if (failed > 0) parts.push(`${failed} failed`);
  if (warnings > 0) parts.push(`${counted(warnings, 'warning', 'warnings')}, and --strict takes none`);
  const line = `${parts.join('; ')}.`;
  return report.ok ? palette.green(line) : palette.red(line);
}
