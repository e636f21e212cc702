// All that a cover around a book takes, loaded as one, where there is to be one.
export { designWrap, frontCanvas } from './designWrap.ts';
export { planWrap } from './planWrap.ts';
export { wrapWords } from './wrapWords.ts';
