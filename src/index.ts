/** The library: all that the command does, typed. */
export { compile, type CompileResult, type CompileRun } from './compile/compile.ts';
export type { Stoppable } from './compile/pace.ts';
export { asOneStory, collectStories, type CollectedStories } from './compile/collectStories.ts';
export { loadBook, type LoadedBook } from './compile/loadBook.ts';
export { compileBooks } from './compile/compileBooks.ts';
export type { ArtifactContent } from './compile/artifactContent.ts';
export type {
  Artifact, ArtifactKind, CompileEvent, CoverFacts, FailedArtifact, FailedStory, MadeArtifact, PrintFacts, SheetFacts, StoryReport, WrapFacts,
} from './compile/compileEvent.ts'; // prettier-ignore
export type {
  BookInput,
  CompileOptions,
  CoverChoice,
  FontChoices,
  MatterInput,
  SourceFile,
  StoryInput,
} from './compile/compileOptions.ts';
export type { Edition, EditionFormat } from './compile/edition.ts';
export type { ImposedFile, ImposeRequest } from './compile/imposeFile.ts';
export { imposePdf } from './compile/imposePdf.ts';
export { inspect } from './compile/inspect.ts';
export type { InspectDiagnostic, InspectPlace, InspectSource, InspectView } from './compile/inspectStory.ts';
export { compileCovers, type CoverOrder } from './compile/makeCoverFiles.ts';
export type { Binding } from './config/bookConfig.ts';
export type { MatterRole } from './book/tree.ts';
export { CompileError } from './diagnostics/compileError.ts';
export type {
  BookPlace,
  Diagnostic,
  DiagnosticCode,
  RuleSource,
  Severity,
  SourceSpan,
} from './diagnostics/diagnostic.ts';
export type { Duplex, MarkName, SchemeName } from './impose/imposition.ts';
export type { CoverPlace, ImpositionSettings } from './impose/impositionSettings.ts';
export type { PaperPt } from './impose/paperSizes.ts';
export type { PrintProfileName } from './theme/printProfile.ts';
export type { PrintSettings } from './theme/themeSchema.ts';
export type { BookJob } from './shelf/bookJob.ts';
export type { BookReport, BookStatus, FailedFile, WrittenFile } from './shelf/bookReport.ts';
export { buildShelf, type ShelfBuild } from './shelf/buildShelf.ts';
export { planShelf, type PlanSettings } from './shelf/planShelf.ts';
export type { BookStep, ShelfEvent } from './shelf/shelfEvent.ts';
export type { ShelfPlan, ShelfSettings, UnplannedBook } from './shelf/shelfPlan.ts';
export { verifyEpub } from './verify/verifyEpub.ts';
export { checkEpub, type CheckOptions } from './verify/checkEpub.ts';
export { type Device, devices } from './verify/devices/device.ts';
