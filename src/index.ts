/** The library: all that the command does, typed. */
export { compile, type CompileResult } from './compile/compile.ts';
export { asOneStory, collectStories, type CollectedStories } from './compile/collectStories.ts';
export { loadBook, type LoadedBook } from './compile/loadBook.ts';
export { compileBooks } from './compile/compileBooks.ts';
export type { ArtifactContent } from './compile/artifactContent.ts';
export type {
  Artifact, ArtifactKind, CompileEvent, FailedArtifact, FailedStory, MadeArtifact, PrintFacts, SheetFacts, StoryReport,
} from './compile/compileEvent.ts'; // prettier-ignore
export type {
  BookInput,
  CompileOptions,
  FontChoices,
  MatterInput,
  SourceFile,
  StoryInput,
} from './compile/compileOptions.ts';
export type { Edition, EditionFormat } from './compile/edition.ts';
export { inspect } from './compile/inspect.ts';
export type { InspectDiagnostic, InspectPlace, InspectSource, InspectView } from './compile/inspectStory.ts';
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
export type { PrintProfileName } from './theme/printProfile.ts';
export type { PrintSettings } from './theme/themeSchema.ts';
export { verifyEpub } from './verify/verifyEpub.ts';
export { checkEpub, type CheckOptions } from './verify/checkEpub.ts';
export { type Device, devices } from './verify/devices/device.ts';
