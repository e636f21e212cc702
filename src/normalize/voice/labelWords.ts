import type { MatterRole } from '../../book/tree.ts';

/** What a label at the head of a story says about the words after it. */
export type LabelMeaning =
  | { readonly kind: 'title' | 'author' | 'date' | 'language' }
  | { readonly kind: 'field'; readonly key: string }
  | { readonly kind: 'matter'; readonly role: MatterRole };

/** Labels by what they mean, in lower case, with plain apostrophes; other languages follow English. */
const matterLabels: Readonly<Partial<Record<MatterRole, string>>> = {
  summary: `summary|summaries|story summary|chapter summary|blurb|synopsis|teaser|excerpt|description|story description
    |zusammenfassung|inhalt|kurzbeschreibung|résumé|resumé|resumen|sinopsis|riassunto|sommario|sinossi|resumo|sinopse
    |samenvatting|streszczenie|opis|саммари|описание|аннотация|содержание|опис|анотація|περίληψη|σύνοψη|简介|内容简介|文案|簡介|內容簡介`,
  disclaimer: `disclaimer|disclaimers|standard disclaimer|standard disclaimers|usual disclaimer|the usual disclaimer
    |disclamer|disclaimer's|legal|legal stuff|legalese|avertissement|haftungsausschluss|descargo|descargo de responsabilidad
    |disconoscimento|zastrzeżenie|дисклеймер|дісклеймер|отказ|отказ от прав|αποποίηση|声明|免责声明`,
  authorsNote: `a/n|an|a.n|a.n.|a/ns|ans|author's note|author's notes|authors note|authors notes|authors' note|authors' notes|author note
    |author notes|auth note|auth notes|writer's note|writer's notes|note from the author|note from author|author's corner|author's comment|author's comments
    |note|notes|story note|story notes|chapter note|chapter notes|opening note|opening notes|beginning note|beginning notes|general note|general notes
    |edit|anmerkung|anmerkungen|anmerkung der autorin|anmerkung des autors|vorwort
    |note de l'auteur|notes de l'auteur|note de l'auteure|n/a|nda|nota del autor|nota de la autora|notas del autor|notas de la autora|notas|nota
    |nota dell'autore|nota dell'autrice|note dell'autore|note dell'autrice|nota do autor|nota da autora|notas do autor|notas da autora|opmerking
    |opmerkingen|nachwort|nachbemerkung|schlusswort|postfacio|posfácio|od autora|od autorki|примечание|примечания|примечание автора|примечания автора|от автора|авторские примечания|примітка|примітки
    |примітки автора|від автора|σημείωση|σημειώσεις|σημείωση συγγραφέα|作者的话|作者有话要说|作者有话说|作者有話說|作者有話要說|作者感言|作者留言|備註|备注`,
  endNotes:
    'end notes|end note|endnotes|endnote|closing notes|closing note|chapter end notes|ending notes|ending note|notes at the end',
  translatorsNote: `translator's note|translator's notes|translators note|translator note|t/n|tl note|tl notes|tn|n/t|примечание переводчика|примечания переводчика|от переводчика|note de la traductrice|note du traducteur|anmerkung der übersetzerin|anmerkung des übersetzers|译者注`,
  transcribersNote: `transcriber's note|transcriber's notes|transcriber's endnote|transcriber's endnotes|transcribers note|transcribers notes`,
  acknowledgments: `acknowledgments|acknowledgements|acknowledgment|acknowledgement|thanks|thanks to|many thanks|special thanks|thank you|thank yous|credits|credit
    |danksagung|dank|remerciements|agradecimientos|ringraziamenti|agradecimentos|podziękowania|благодарности|благодарность|подяки|ευχαριστίες|鸣谢`,
  dedication:
    'dedication|dedications|dedicated to|for|widmung|dédicace|dedicatoria|dedica|dedicatória|dedykacja|посвящение|присвята|αφιέρωση',
  epigraph: 'epigraph|题记|題記|эпиграф|épigraphe|epígrafe',
  warnings: 'warnings for this chapter|chapter warnings|chapter warning',
  reviewPlea: 'please review|review please|please read and review',
  reviewReplies: `review replies|review responses|review response|reviewer responses|reviewer replies|replies to reviews|replies to reviewers|responses to reviews|responses to reviewers|answers to reviews|reviewers|thanks to my reviewers|reviews replies|response to reviews|response to reviewers|reply to reviews|réponses aux reviews|rar|ответы на отзывы`,
  feedback: 'feedback|feed back|c&c|comments|concrit|constructive criticism|reviews|critique',
  permissions: 'permissions|permission',
  introduction: 'introduction|foreword by the author',
  other: `footnotes|footnote|fußnoten|notes de bas de page|notas al pie|note a piè di pagina|сноски|脚注|注释`,
};

const fieldLabels: Readonly<Record<string, string>> = {
  fandom: `fandom|fandoms|category|categories|categorie|show|series fandom|tv show|crossover|crossovers|фэндом|фандом|фендом|фандоми|fandome|univers|kategorie|catégorie|categoría|categoria|原作`,
  rating: `rating|rated|ratings|rate|altersfreigabe|altersempfehlung|freigabe|einstufung|classification d'âge|clasificación|calificación|valutazione|classificação|рейтинг|κατάταξη|分级|等级`,
  pairing: `pairing|pairings|relationship|relationships|ship|ships|paring|parings|couple|couples|main pairing|main pairings|пейринг|пэйринг|пейрінг|пари|pareja|parejas|coppia|paire|personenpaar|paarung|casal|shipp|para|parowanie|koppel|配对|cp|ζευγάρι|ζευγάρια`,
  characters: `character|characters|main character|main characters|character(s)|персонажи|персонажі|герои|charaktere|figuren|personen|personnages|personaggi|personajes|personagens|postacie|bohaterowie|personages|χαρακτήρες|角色|主角|人物`,
  category: `направленность|спрямованість`,
  genre: `genre|genres|classification|type|genere|gênero|género|géneros|gatunek|жанр|жанры|жанри|είδος|类型|類型`,
  codes: `codes|code|keywords|keyword|tags|tag|additional tags|additional tag|freeform tags|story codes|метки|теги|stichwörter|stichworte|etiquetas|标签`,
  warnings: `warning|warnings|tw|cw|trigger warning|trigger warnings|triggers|content warning|content warnings|content notes|archive warning|archive warnings|предупреждение|предупреждения|попередження|warnung|warnungen|avertissements|advertencia|advertencias|avvertimenti|avvertenze|avisos|aviso|ostrzeżenia|ostrzeżenie|waarschuwing|waarschuwingen|προειδοποίηση|προειδοποιήσεις|警告|预警`,
  spoilers: `spoiler|spoilers|spoiler warning|spoiler alert|спойлеры|spoilerwarnung`,
  timeline: `timeline|time line|setting|set|time frame|timeframe|time period|takes place|season|episode|continuity|zeitrahmen|таймлайн|время действия`,
  series: `series|universe|sequel to|prequel to|sequel|prequel|part|parts|collection|collections|serie|série|серия|цикл|σειρά|系列`,
  status: `status|complete|completed|completion status|story status|статус|état|estado|stato|fertigstellungsgrad|状态`,
  words: `words|word count|wordcount|word-count|length|size|total words|размер|кол-во слов|wörter|mots|palabras|parole|palavras|字数`,
  chapters: `chapters|chapter count|no. of chapters|kapitel|chapitres|capítulos|capitoli|главы|кол-во частей|количество частей|кількість частин|章节数`,
  email: `e-mail|email|author e-mail|author email|author's e-mail|author's email|e-mail address|email address|e mail|contact|почта|e-mail adresse|courriel|correo`,
  website: `website|web site|homepage|home page|url|web page|webpage|site|web|author url|author page|blog|livejournal|lj|tumblr|сайт`,
  archive: `archive|archives|archiving|distribution|archived|archive/distribution|distribute|archived at|also archived|archive permission|размещение|разрешение|permission to archive`,
  beta: `beta|betas|beta'd by|betaed by|beta-ed by|betad by|beta by|beta read by|beta reader|beta readers|beta-reader|beta-readers|бета|беты|бета-ридер|бета-ридеры|бетаридер|гамма|bêta|betaleser|betaleserin|betalezer|korekta|relecture`,
  translator: `translator|translators|translated by|translation|translation by|переводчик|переводчики|перевод|übersetzer|übersetzerin|übersetzung|traducteur|traductrice|traduction|traductor|traductora|traducción|traduttore|traduttrice|traduzione|tradutor|tradutora|tłumacz|tłumaczenie|перекладач|переклад|翻译|译者`,
  challenge: `challenge|challenges|prompt|prompts|written for|request|recipient|заявка|вызов|herausforderung`,
  copyright: `copyright|rights|(c)|urheberrecht|版权`,
  playlist: `playlist|soundtrack|music|song|songs`,
  cast: `cast|starring`,
  updated: `updated|last updated|update|last update|last modified|modified|aktualisiert|обновлено|обновление|mis à jour|actualizado|更新`,
  packaged: `packaged|downloaded|exported`,
  publisher: `publisher|издательство|verlag|éditeur|editorial|uitgever|wydawnictwo|出版社`,
  source: `source|story url|storyurl|link|original source|originally posted|originally posted at|original url|quelle|источник|ссылка|来源|来自`,
  favorites: `favs|favorites|favourites|favorited|bookmarks|bookmarked|collected`,
  follows: `follows|followers|alerts|subscriptions`,
  kudos: `kudos|likes|votes`,
  hits: `hits|reads|views|read count`,
  stats: `stats|statistics`,
  id: `story id|storyid|ebook no|ebook number|etext number|isbn`,
  'release-date': `release date|posting date|first posted|date first posted|date most recently updated|most recently updated|this edition`,
  'character-set': `character set encoding|character set|charset|encoding|edition`,
  'production-notes': `production notes`,
  illustrator: `illustrator|illustrators|artist|art by|cover by|cover art|cover art by|illustrated by|иллюстратор`,
  editor: `editor|editors|edited by|редактор`,
};

const plainLabels: Readonly<Record<'title' | 'author' | 'date' | 'language', string>> = {
  title: `title|titles|story|story title|story name|fic|fic title|name of story|titel|titre|título|titolo|tytuł|название|назва|заголовок|имя истории|έργο|τίτλος|标题|標題|书名|書名|题目|文名|tittle|fanfic`,
  author: `author|authors|auther|by|written by|story by|pen name|penname|pen-name|pseud|writer|writers|creator|creators|posted by|submitted by
    |autor|autorin|autoren|verfasser|verfasserin|von|auteur|auteure|auteurs|autrice|écrit par|autora|autores|escrito por|autore|autori|scritto da|autorka
    |schrijver|schrijfster|автор|авторы|автори|автор фанфика|автор истории|συγγραφέας|συγγραφεασ|作者|著者|作家`,
  date: `date|posted|written|date posted|date written|date started|date finished|date completed|published|first published|publication date|publish date|dated|posted on|written on|finished
    |datum|veröffentlicht|erstellt|geschrieben|date de publication|publié|fecha|publicado|data|pubblicata|pubblicato|publicada|gepubliceerd|opublikowano
    |дата|дата публикации|дата написания|опубликовано|написано|ημερομηνία|ώρα συγγραφής|日期|发布日期|发表日期|发表时间|更新时间`,
  language: `language|lang|languages|sprache|langue|idioma|lingua|taal|język|язык|мова|γλώσσα|语言`,
};

/** Labels in English that narrative opens with as well: "For -- as everyone knew -- …", "Set: that was the word", a letter's "Note: …". */
export const ordinaryWords: ReadonlySet<string> = new Set(
  `note|notes|for|part|parts|set|setting|show|an|by|edit|thanks|thank you|many thanks|special thanks|credits|credit|type|length|size|story|date|dated|written
  |posted|complete|completed|finished|music|song|songs|cast|starring|link|code|ship|ships|couple|couples|comments|reviews|reviewers|legal|source|contact|updated|update|published|writer
  |writers|words|chapters|character|characters|category|archive|status|rated|rate|universe|prompt|challenge|request|recipient|season|episode|sequel|collection|web|site|warning|tag|tags
  |description|permission|permissions|introduction|reads|views|likes|votes|hits|collected|edition|story by|name|translation|editor|artist|creator|takes place|stats|von|data|datum|dank
  |inhalt|notas|nota|opis|para|отказ|перевод|имя|герои|главы|dedica|web page|fic|titles|critique|encoding|downloaded|exported|alerts|n/a|response|triggers|crossover|classification`
    .split('|')
    .map(word => word.trim()),
);

const meanings: ReadonlyMap<string, LabelMeaning> = new Map<string, LabelMeaning>([
  ...Object.entries(fieldLabels).flatMap(([key, labels]) => spread(labels, { kind: 'field', key })),
  ...Object.entries(plainLabels).flatMap(([kind, labels]) => (isPlainKind(kind) ? spread(labels, { kind }) : [])),
  ...Object.entries(matterLabels).flatMap(([role, labels]) =>
    isMatterRole(role) ? spread(labels, { kind: 'matter', role }) : [],
  ),
]);

function spread(labels: string, meaning: LabelMeaning): [string, LabelMeaning][] {
  return labels.split('|').map(label => [withoutAccents(label.trim()), meaning]);
}

function isMatterRole(role: string): role is MatterRole {
  return Object.hasOwn(matterLabels, role);
}

function isPlainKind(kind: string): kind is keyof typeof plainLabels {
  return Object.hasOwn(plainLabels, kind);
}

/** Capitals and hasty typing leave accents out: "Ωρα Συγγραφής", "RESUME"; so they count for nothing in a label. */
function withoutAccents(label: string): string {
  return label
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .replaceAll('ς', 'σ');
}

/**
 * What a label means, whatever its case, quotes, spacing and accents: `PAIRING`, `Author’s Note`, `A/N 2`, `Disclaimer &
 * A/N` (the first of the two); `null` for one that is not known, as `Harry`.
 */
export function labelMeaning(label: string): LabelMeaning | null {
  const plain = withoutAccents(
    label
      .toLowerCase()
      .replace(/[’‘`´]/g, "'")
      .replace(/[\s_]+/g, ' ')
      .replace(/(?<=[a-z]) ?#?\d$/, '')
      .trim(),
  );
  return meanings.get(plain) ?? meaningOfAll(plain);
}

/** Two labels in one, `Disclaimer and A/N`, `Rating/Warnings`: every part has to be known, and none an ordinary word. */
function meaningOfAll(label: string): LabelMeaning | null {
  const parts = label.split(/ ?[&/+,] ?| and /);
  if (parts.length < 2 || parts.length > 3 || parts.some(part => ordinaryWords.has(part))) return null;
  const all = parts.map(part => meanings.get(part));
  return all.includes(undefined) ? null : (all[0] ?? null);
}
