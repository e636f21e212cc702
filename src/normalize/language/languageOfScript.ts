/** A language that its script alone tells, and how sure that is. */
export interface ScriptGuess {
  readonly tag: string;
  readonly confidence: number;
}

/** Scripts that one language of stories is written in, or nearly only one. */
const scripts: readonly (readonly [pattern: RegExp, tag: string])[] = [
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
];

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const han = /\p{Script=Han}/gu;

/** Common characters that only one of the two ways to write Chinese has. */
const simplified =
  /[们这说来为时个会对过还没后现问样见门车书长头听实当点进让话觉东边军无与马鱼鸟乐儿电国爱亲发开关从给师张经应间离]/gu;
const traditional =
  /[們這說來為時個會對過還沒後現問樣見門車書長頭聽實當點進讓話覺東邊軍無與馬魚鳥樂兒電國愛親發開關從給師張經應間離]/gu;

/** So many letters of a script are a text in it, if they are most of its letters. */
const minScriptLetters = 30;
const minShare = 0.5;
/** Japanese mixes kana with Chinese characters; less than this share is a name in a Chinese text. */
const minKanaShare = 0.1;

/** Reads the language off the script of a text: `Ήταν αργά …` → `el`; `null` for Latin, Cyrillic, Arabic, and for little text. */
export function languageOfScript(text: string): ScriptGuess | null {
  const letters = count(text, /\p{L}/gu);
  if (letters < minScriptLetters) return null;
  for (const [pattern, tag] of scripts) {
    if (count(text, pattern) > letters * minShare) return { tag, confidence: 0.98 };
  }
  const kanaCount = count(text, kana);
  const hanCount = count(text, han);
  if (kanaCount + hanCount <= letters * minShare) return null;
  if (kanaCount > letters * minKanaShare) return { tag: 'ja', confidence: 0.98 };
  const ofSimplified = count(text, simplified);
  const ofTraditional = count(text, traditional);
  if (ofSimplified > 2 * ofTraditional) return { tag: 'zh-Hans', confidence: 0.97 };
  if (ofTraditional > 2 * ofSimplified) return { tag: 'zh-Hant', confidence: 0.97 };
  return { tag: 'zh', confidence: 0.95 };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
