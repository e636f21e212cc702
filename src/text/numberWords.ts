import { foldLetters } from './foldLetters.ts';

const ones = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' '); // prettier-ignore
const ordinalOnes = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(' '); // prettier-ignore
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/**
 * One to twelve and more as other languages count chapters: cardinals and ordinals, in the order of their values, the
 * forms of one number joined by `/`. Letters are folded, as {@link foldLetters} does.
 */
const otherWords: readonly string[] = [
  'eins/erstes/erster/erste zwei/zweites/zweiter/zweite drei/drittes/dritter/dritte vier/viertes/vierter/vierte funf/funftes/funfter/funfte sechs/sechstes/sechster/sechste sieben/siebtes/siebter/siebte/siebentes acht/achtes/achter/achte neun/neuntes/neunter/neunte zehn/zehntes/zehnter/zehnte elf/elftes/elfter/elfte zwolf/zwolftes/zwolfter/zwolfte dreizehn/dreizehntes vierzehn/vierzehntes funfzehn/funfzehntes sechzehn/sechzehntes siebzehn/siebzehntes achtzehn/achtzehntes neunzehn/neunzehntes zwanzig/zwanzigstes',
  'un/une/premier/premiere deux/deuxieme/second/seconde trois/troisieme quatre/quatrieme cinq/cinquieme six/sixieme sept/septieme huit/huitieme neuf/neuvieme dix/dixieme onze/onzieme douze/douzieme treize/treizieme quatorze/quatorzieme quinze/quinzieme seize/seizieme dix-sept dix-huit dix-neuf vingt/vingtieme',
  'uno/una/primero/primera/primer dos/segundo/segunda tres/tercero/tercera cuatro/cuarto/cuarta cinco/quinto/quinta seis/sexto/sexta siete/septimo/septima ocho/octavo/octava nueve/noveno/novena diez/decimo/decima once/undecimo doce/duodecimo trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte',
  'uno/primo/prima due/secondo/seconda tre/terzo/terza quattro/quarto/quarta cinque/quinto/quinta sei/sesto/sesta sette/settimo/settima otto/ottavo/ottava nove/nono/nona dieci/decimo/decima undici/undicesimo dodici/dodicesimo tredici quattordici quindici sedici diciassette diciotto diciannove venti',
  'um/uma/primeiro/primeira dois/duas/segundo/segunda tres/terceiro/terceira quatro/quarto/quarta cinco/quinto/quinta seis/sexto/sexta sete/setimo/setima oito/oitavo/oitava nove/nono/nona dez/decimo/decima onze doze treze catorze/quatorze quinze dezesseis dezessete dezoito dezenove vinte',
  'een/eerste twee/tweede drie/derde vier/vierde vijf/vijfde zes/zesde zeven/zevende acht/achtste negen/negende tien/tiende elf/elfde twaalf/twaalfde dertien veertien vijftien zestien zeventien achttien negentien twintig',
  'ett/en/forsta tva/andra tre/tredje fyra/fjarde fem/femte sex/sjatte sju/sjunde atta/attonde nio/nionde tio/tionde elva/elfte tolv/tolfte tretton fjorton femton sexton sjutton arton nitton tjugo',
  'et/en/forste to/anden/andre tre/tredje fire/fjerde fem/femte seks/sjette syv/sju/syvende atte/otte/ottende ni/niende ti/tiende elleve/ellevte tolv/tolvte tretten fjorten femten seksten sytten atten nitten tyve/tjue',
  'yksi/ensimmainen kaksi/toinen kolme/kolmas nelja/neljas viisi/viides kuusi/kuudes seitseman/seitsemas kahdeksan/kahdeksas yhdeksan/yhdeksas kymmenen/kymmenes yksitoista kaksitoista',
  'jeden/pierwszy/pierwsza dwa/drugi/druga trzy/trzeci/trzecia cztery/czwarty/czwarta piec/piaty/piata szesc/szosty/szosta siedem/siodmy/siodma osiem/osmy/osma dziewiec/dziewiaty/dziewiata dziesiec/dziesiaty/dziesiata jedenascie/jedenasty dwanascie/dwunasty',
  'jedna/prvni dva/druha/druhy tri/treti ctyri/ctvrta/ctvrty pet/pata/paty sest/sesta/sesty sedm/sedma/sedmy osm/osma/osmy devet/devata/devaty deset/desata/desaty jedenact/jedenacta dvanact/dvanacta',
  'egy/elso ketto/masodik harom/harmadik negy/negyedik ot/otodik hat/hatodik het/hetedik nyolc/nyolcadik kilenc/kilencedik tiz/tizedik tizenegy/tizenegyedik tizenketto/tizenkettedik',
  'один/одна/первая/первыи два/вторая/второи три/третья/третии четыре/четвертая/четвертыи пять/пятая/пятыи шесть/шестая/шестои семь/седьмая/седьмои восемь/восьмая/восьмои девять/девятая/девятыи десять/десятая/десятыи одиннадцать/одиннадцатая двенадцать/двенадцатая тринадцать/тринадцатая четырнадцать/четырнадцатая пятнадцать/пятнадцатая шестнадцать/шестнадцатая семнадцать/семнадцатая восемнадцать/восемнадцатая девятнадцать/девятнадцатая двадцать/двадцатая',
  'одна/перша/першии два/друга/другии три/третя/третіи чотири/четверта/четвертии п`ять/п`ята шість/шоста сім/сьома вісім/восьма дев`ять/дев`ята десять/десята одинадцять/одинадцята дванадцять/дванадцята',
  'ενα/πρωτο/πρωτος/πρωτη δυο/δευτερο/δευτερος/δευτερη τρια/τριτο/τριτος/τριτη τεσσερα/τεταρτο/τεταρτος/τεταρτη πεντε/πεμπτο εξι/εκτο επτα/εβδομο οκτω/ογδοο εννεα/ενατο δεκα/δεκατο ενδεκα/ενδεκατο δωδεκα/δωδεκατο',
  'bir/birinci iki/ikinci uc/ucuncu dort/dorduncu bes/besinci alti/altinci yedi/yedinci sekiz/sekizinci dokuz/dokuzuncu on/onuncu',
  'mot/nhat hai/nhi ba bon/tu nam/ngu sau/luc bay/that tam/bat chin/cuu muoi/thap',
  'satu/pertama dua/kedua tiga/ketiga empat/keempat lima/kelima enam/keenam tujuh/ketujuh delapan/kedelapan sembilan/kesembilan sepuluh/kesepuluh',
];

const valueOfOther: ReadonlyMap<string, number> = new Map(
  otherWords.flatMap(language =>
    language.split(' ').flatMap((forms, index) => forms.split('/').map(form => [form, index + 1] as const)),
  ),
);

/** The value of an English number word from 0 to 399, cardinal or ordinal: `Twenty-One` → 21, `two hundred and first` → 201; else `null`. */
export function fromNumberWords(text: string): number | null {
  const parts = text.toLowerCase().split(/[\s-]+/);
  const [first = '', second = ''] = parts;
  if (!/^hundred(?:th)?$/.test(second)) return belowHundred(parts);
  const hundreds = first === 'a' ? 1 : ones.indexOf(first);
  if (hundreds < 1 || hundreds > 3) return null;
  const rest = parts.slice(parts[2] === 'and' ? 3 : 2);
  if (rest.length === 0) return parts.length === 2 ? hundreds * 100 : null;
  const value = belowHundred(rest);
  return second === 'hundredth' || value === null || value === 0 ? null : hundreds * 100 + value;
}

/** The value of a number word of another language, as far as stories count their parts in words: `drittes` → 3; else `null`. */
export function fromOtherNumberWords(text: string): number | null {
  return valueOfOther.get(foldLetters(text)) ?? null;
}

function belowHundred(parts: readonly string[]): number | null {
  const [first = '', second] = parts;
  if (parts.length === 1) {
    const small = Math.max(ones.indexOf(first), ordinalOnes.indexOf(first));
    if (small >= 0) return small;
    const ten = tens.indexOf(first.replace(/tieth$/, 'ty'));
    return ten >= 2 ? ten * 10 : null;
  }
  if (parts.length !== 2 || second === undefined) return null;
  const ten = tens.indexOf(first);
  const one = Math.max(ones.indexOf(second), ordinalOnes.indexOf(second));
  return ten >= 2 && one >= 1 && one <= 9 ? ten * 10 + one : null;
}
