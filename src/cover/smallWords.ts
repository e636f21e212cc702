/** Articles, conjunctions and prepositions that a designer may set small in a title, in lower case. */
const byLanguage: Readonly<Record<string, string>> = {
  en: 'a an and as at but by for from in into nor of off on or the to under upon with',
  fr: 'à au aux avec chez d dans de des du en et l la le les ou par pour sans sous sur un une',
  de: 'am an auf aus bei beim das dem den der des die ein eine einem einen einer eines für im in ins mit nach oder über um und unter vom von vor zu zum zur',
  es: 'a al ante con de del desde e el en entre la las lo los o para por sin sobre u un una y',
  it: 'a ad al alla allo con da dal dalla dei del della delle di e ed gli i il in la le lo nel nella o per su sul sulla un una uno',
  pt: 'a ao aos as com da das de do dos e em na nas no nos o os ou para pela pelo por sem sob um uma',
  nl: 'aan bij de den der des door een en het in met naar of om onder op over te tot uit van voor',
  sv: 'av de den det en ett för från i med och om på till under ur vid',
  da: 'af de den det en et for fra i med og om på til under ved',
  nb: 'av de den det ei en et for fra i med og om på til under ved',
  pl: 'a bez dla do i na nad o od po pod przez przy u w we z za ze',
  cs: 'a do i k ke na nad o od po pod pro při s se u v ve z za ze',
  fi: 'ja tai',
  hu: 'a az egy és vagy',
  ro: 'a al cu de din în la o pe pentru și un',
  tr: 'bir ile ve veya',
  ru: 'а без в во для до за и из или к ко на над о об от по под при с со у',
  el: 'από για η ή και με ο οι σε στη στην στο στον τα τη την της το τον του των',
};

const none: ReadonlySet<string> = new Set();

const known = new Map<string, ReadonlySet<string>>();

/** The small words of a language, BCP 47; none where they are not known. */
export function smallWordsOf(language: string): ReadonlySet<string> {
  const primary = language.split('-')[0]?.toLowerCase() ?? '';
  const words = Object.hasOwn(byLanguage, primary) ? byLanguage[primary] : undefined;
  if (words === undefined) return none;
  const set = known.get(primary) ?? new Set(words.split(' '));
  known.set(primary, set);
  return set;
}
