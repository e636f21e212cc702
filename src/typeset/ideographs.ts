/** Han, kana and the signs that stand in squares with them, those beyond U+FFFF by their first halves; not Hangul. */
const square =
  '\\u2e80-\\u303e\\u3040-\\u312f\\u3190-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff01-\\uff60\\uffe0-\\uffe6\\ud840-\\ud888';

const squareCharacter = new RegExp(`[${square}]`);
const onlySquares = new RegExp(`^(?:[${square}]|[\\udc00-\\udfff]|[“”‘’—…⸺·])*$`);

/** Whether a text holds characters that stand in squares: "語", "。"; not "한", "a". */
export function hasIdeographs(text: string): boolean {
  return squareCharacter.test(text);
}

/** Whether all of a text is set in squares, so that blank may be put between any two of its characters. */
export function isAllIdeographs(text: string): boolean {
  return squareCharacter.test(text) && onlySquares.test(text);
}

/** A pattern of one such character, for rules on pairs of them. */
export const squarePattern = `[${square}]`;
