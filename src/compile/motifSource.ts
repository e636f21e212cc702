import type { Anthology } from '../book/tree.ts';
import type { BookOrnaments } from '../drawing/ornament.ts';
import type { PrintDesign, Theme } from '../theme/theme.ts';
import type { CoverMaker } from './makeCover.ts';

/** Gives the motifs of a book's cover; they are designed when they are first asked for, and nothing of covers is loaded before. */
export type MotifSource = () => Promise<BookOrnaments>;

/**
 * @param cover the book's cover; `null` where it has none
 * @param preferred the style that the theme prefers, for a book without a cover that is drawn
 */
export function createMotifSource(book: Anthology, cover: CoverMaker | null, preferred: string): MotifSource {
  let designed: Promise<BookOrnaments> | null = null;
  const design = async (): Promise<BookOrnaments> => {
    const { bookOrnaments, styleWithoutCover } = await import('./bookOrnaments.ts');
    const style = cover?.facts.style ?? 'picture';
    return bookOrnaments(book, style === 'picture' ? styleWithoutCover(book, preferred) : style);
  };
  return () => (designed ??= design());
}

export function epubAsksForMotifs({ epub }: Theme): boolean {
  return epub.openers === 'motif' || epub.sceneBreak.type === 'motif';
}

export function printAsksForMotifs({ look }: PrintDesign): boolean {
  return look.openers === 'motif' || look.sceneBreak.ornament === 'motif';
}
