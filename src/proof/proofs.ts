// What is drawn and said of a plan of sheets, loaded as one, where it is wanted.
export { foldPreview } from './foldPreview.ts';
export { printingNotes } from './notes/printingNotes.ts';
export { previewWords } from './previewWords.ts';
export { testSheet } from './testSheet.ts';
export { testSheetPlan, testSheetWords } from './testSheetWords.ts';
export { wordsWidth } from './words.ts';
