/** The letters beyond A to Z that a language of the Latin script writes, in lower case. */
export interface Alphabet {
  readonly language: string;
  readonly letters: ReadonlySet<string>;
}

const alphabet = (language: string, letters: string): Alphabet => ({ language, letters: new Set(letters) });

/** Western, then Central European, Turkish and Baltic. A text's accented letters should fit one of them, not a mixture. */
export const alphabets: readonly Alphabet[] = [
  alphabet('en', 'éèêëïöüñçàâæœóíáä'),
  alphabet('fr', 'àâæçéèêëîïôœùûüÿñ'),
  alphabet('de', 'äöüßéàè'),
  alphabet('es', 'áéíñóúüªº'),
  alphabet('pt', 'áâãàçéêíóôõúüªº'),
  alphabet('it', 'àèéìíîòóùú'),
  alphabet('nl', 'éëïóèüöáíú'),
  alphabet('sv', 'åäöéüà'),
  alphabet('da', 'æøåéóü'),
  alphabet('is', 'áéíóúýðþæö'),
  alphabet('pl', 'ąćęłńóśźżé'),
  alphabet('cs', 'áčďéěíňóřšťúůýžö'),
  alphabet('sk', 'áäčďéíĺľňóôŕšťúýž'),
  alphabet('hu', 'áéíóöőúüű'),
  alphabet('ro', 'ăâîşţșțé'),
  alphabet('hr', 'čćđšž'),
  alphabet('tr', 'çğıöşüâîûi\u0307'),
  alphabet('lt', 'ąčęėįšųūž'),
  alphabet('lv', 'āčēģīķļņšūž'),
  alphabet('et', 'äöõüšž'),
];

/** A script that is no Latin, with the letters most used in it: about two thirds of those of any text. */
export interface ScriptLetters {
  readonly letter: RegExp;
  readonly frequent: ReadonlySet<string>;
}

export const greek: ScriptLetters = { letter: /\p{Script=Greek}/u, frequent: new Set('αοιετσνηυρπκμλςάόίέή') };
export const cyrillic: ScriptLetters = {
  letter: /\p{Script=Cyrillic}/u,
  frequent: new Set('оеаинтсрвлкмдпуяыьгзбчій'),
};
export const hebrew: ScriptLetters = { letter: /\p{Script=Hebrew}/u, frequent: new Set('יוהלאמתרבשנ') };
export const arabic: ScriptLetters = { letter: /\p{Script=Arabic}/u, frequent: new Set('اليمنرتوبهد') };
export const thai: ScriptLetters = { letter: /\p{Script=Thai}/u, frequent: new Set('ารนกอเงยมลว่้ัิีทสตะ') };

/** The characters most used in Chinese (both scripts), Japanese and Korean, with their punctuation. */
export const frequentEastAsian: ReadonlySet<string> = new Set(
  '\u3000、。，！？：；「」『』“”…—（）《》' +
    '的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长' +
    '這來國個說們為時會著過對裡後麼沒於還發無開當經頭見從動兩長' +
    'のにはをたがでてとしれさいるなかすもあらっりくうこきまよそけど' +
    'アイウエオカキクケコサシスセソタチツテトナニハヒフマミムメモラリルレロンー' +
    '이다는을의에가고지하를은도어서한나그사로기아자리시들인해있었것말대수니며게만면정내라여오보과와일마스눈',
);
