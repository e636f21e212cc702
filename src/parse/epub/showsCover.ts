import { resolveReference } from '../../archive/resolveReference.ts';
import type { DocumentSurvey } from './surveyDocument.ts';

/** Whether a document holds the picture of the book's cover, no other and no word: a page that few books call what it is. */
export function showsCover({ length, pictures }: DocumentSurvey, path: string, coverImagePath: string | null): boolean {
  if (coverImagePath === null || length > 0 || pictures.length === 0) return false;
  return pictures.every(picture => {
    const target = resolveReference(path, picture);
    return target.kind === 'inside' && target.path === coverImagePath;
  });
}
