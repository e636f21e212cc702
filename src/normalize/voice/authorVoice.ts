import { narrativeVoice } from './narrativeVoice.ts';

/**
 * Words of an author who speaks about the story instead of telling it. Each pattern counts once. Seen in the notes of
 * fan fiction of every archive; none of them is a word of narration alone, so one proves little and two a lot.
 */
const markers: readonly RegExp[] = [
  /\b(?:re)?views?\b|\breviewers?\b|\bR ?& ?R\b/i,
  /\bfeedback\b|\bcomments?\b|\bkudos\b|\bcon ?crit\b|\bflames?\b|\bflamers?\b|\bcriticism\b/i,
  /\bfan ?fics?\b|\bfan ?fiction\b|\bfan ?dom\b|\bfics?\b|\bone-?shot\b|\bdrabble\b|\bslash\b|\bAO3\b|\bff\.?n\b|\bff\.net\b/i,
  /\b(?:this|my|the) (?:story|chapter|chappie|piece|series|part|fic|update|one-?shot)\b/i,
  /\bupdat(?:e|es|ed|ing)\b|\bnext (?:chapter|chappie|part|installment)\b|\bchapter (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b/i,
  /\bread(?:ing|ers?)\b/i,
  /\benjoy(?:ed|s)?\b/i,
  /\bbeta(?:s|ed|'d)?\b/i,
  /\bcanon\b|\bAU\b|\bOOC\b|\bPOV\b|\bspoilers?\b|\bpairings?\b|\brat(?:ed|ing)\b|\bplot ?bunn(?:y|ies)\b|\bcliff ?h(?:anger|ie)s?\b/,
  /\b(?:episode|season)\b/i,
  /\bprompt\b|\bchallenge\b|\bexchange\b/i,
  /\bpost(?:ed|ing)?\b/i,
  /\bwr(?:ite|iting|itten|ote)\b|\bedit(?:ed|ing)?\b|\bwriter's block\b/i,
  /\b(?:do(?:n't| not)|doesn't) own\b|\bbelongs? to\b|\bcopyright\b|\bcharacters\b|\binfringement\b|\bnot mine\b/i,
  // What a disclaimer promises and pleads: "I'm only borrowing them", "I'll put them back", "Not making a penny."
  /\b(?:i (?:promise|swear) (?:to |i'll )|i(?:'ll| will) )(?:put|give|bring) (?:them|him|her|everyone|everybody) (?:all )?back\b|\b(?:just|only|merely) (?:borrowing|playing with) (?:them|him|her)\b|\bnot (?:making|earning|getting) (?:a|any|one) (?:\w+ )?(?:penny|cent|dime|money|profit)\b|\bno (?:money|profit) (?:is|was) (?:being )?made\b|\bdon't sue\b/i,
  /\blet me know\b|\bwhat (?:you|people|y'all) think\b|\bhope you\b/i,
  /\bthank(?:s| you)\b/i,
  /\btake (?:of|on)\b|\bmy (?:first|attempt|version)\b/i,
  /\b(?:sorry|apolog\w+) (?:for|about) (?:the |my |this |such )?(?:(?:long|huge|super|late|short) )*(?:wait|delay|hiatus|update|absence|mistakes|typos|errors|chapter)/i,
  /\b(?:typos?|grammar|spelling|mistakes are (?:mine|my own)|bear with me|you guys|y'all|real life)\b/i,
  /\b(?:press|click|hit|push) (?:that|the) (?:\w+ ){0,4}button\b|\b(?:was it|did you) (?:any )?(?:good|bad|okay|ok|awful|like it|have any idea|enjoy)\b|\bin case (?:you|anyone) (?:were|was|are|is|wonder\w*)\b/i,
  /(?<!\p{L})(?:отзыв\p{L}*|комментари\p{L}*|фанфик\p{L}*|бет[аеуы]|ревью|прод[ау]|читател\p{L}*|reviewer\p{L}*|kommentare?|leserinnen|lecteurs|lectrices|commentaires|comentarios|lectores|recensioni|lettori|komentarze|czytelnicy)(?!\p{L})/iu,
  /(?<!\p{L})(?:спасибо|дякую|danke|vielen dank|merci|gracias|grazie|obrigad[oa]|dziękuję|bedankt|ευχαριστώ|谢谢)(?!\p{L})/iu,
  /(?<!\p{L})(?:(?:эт\p{L}+|нов\p{L}+|следующ\p{L}+) глав\p{L}+|diese[rs]? (?:geschichte|kapitel)|nächste[sn]? kapitel|(?:ce|prochain) chapitre|(?:este|próximo) capítulo|(?:questo|prossimo) capitolo)(?!\p{L})/iu,
  // What only a note says; no narrator has chapters and reviews of her own story.
  /\bthis (?:chapter|fic|one-?shot)\b(?! (?:of|in) (?:my|his|her|our|their|the) (?:life|history|book))|\b(?:next|last|later|previous|upcoming|future) chapters?\b|\bin (?:the|your|my) reviews\b|\bspoilers? (?:for|through|up to)\b|\bleft kudos\b|\b(?:when|once|until|before) i (?:next )?(?:update|post)\b/i,
  /\bthe (?:first|second|previous|last|other) (?:story|part|fic|chapter)\b.*\b(?:read|helps|sequel|series)\b|\bread the (?:first|second|previous|last|other) (?:story|part|fic|chapter)\b|\brating may\b/i,
  // Who greets everybody greets readers: "Hey guys!", "Hello again, everyone."
  /^\W{0,4}(?:hey|hi|hello|hiya|heya|howdy|greetings|welcome(?: back)?|yo)\b,?(?: there| again| and welcome(?: back)?)*,? ?(?:to )?(?:all(?: of you)?\b|everybody|everyone|every1|guys|peeps|people|folks|ladies and gentlemen|y'all|you (?:guys|all|lot)|(?:my |dear |lovely |fellow |faithful )*(?:readers?|reviewers?|fans|fic|lovelies))\b/i,
  /\b(?:brought|wrote|written|got|have|here's|here is) (?:you )?(?:guys )?(?:a|an|another|the|your) (?:new |next |long |short |quick |extra[- ]long )*(?:chapter|chappie|update|one-?shot|fic)\b|\b(?:short|long|late|last|first) (?:chapter|chappie|update|one-?shot)\b/i,
  // Where else the author may be read or helped.
  /\b(?:subscribe|newsletter|mailing list|patreon|ko-?fi|patrons)\b|\bif you (?:liked|enjoyed)\b/i,
  // Emoticons and the net's own words: :) ;-P ^_^ <3 lol xoxo
  /(?:^|\s)(?:[:;=][-'^o]?[)(DPp3]|\^_*\^|<3|xD|XD|\\o\/)(?=$|[\s.,!?)])|\b(?:lol|lmao|rofl|xoxo+|kthxbai|btw|omg)\b/,
];

/** A note is judged by its beginning and its end; more only costs time. */
const maxJudgedLength = 4000;

/** How many different signs of the author's own voice a paragraph shows; 0 for one that opens with speech. */
export function authorVoice(text: string): number {
  if (/^["“'‘«„]/.test(text)) return 0;
  const plain = text.slice(0, maxJudgedLength).replaceAll('’', "'");
  return markers.reduce((count, marker) => count + (marker.test(plain) ? 1 : 0), 0);
}

/** Who is spoken to, or what is spoken of, when an author speaks to readers; a narrator who writes stories says none of it. */
const address =
  /\b(?:you|your|y'all|(?:hey|hi|hello|greetings|welcome)(?: back)?,? (?:again,? )?(?:all|every(?:body|one)|guys|peeps|people|folks)|readers?|please|this (?:story|chapter|fic|piece|part|one)|fics?|fan ?fic\w*|reviews?|reviewers?|feedback|beta\w*|canon|prompt|people think|thanks|spoilers?|kudos|(?:next|later) chapters?|(?:when|once|until) i update)\b|(?<!\p{L})(?:вам|вас|вы|читател\p{L}*|отзыв\p{L}*|euch|ihr|leser\p{L}*|vous|lecteurs|vosotros|ustedes|lettori|voi)(?!\p{L})/iu;

/** Whether a paragraph without a label may go on with an author's note: `Well, this is how I see their first winter…`. */
export function speaksToReaders(text: string): boolean {
  const voice = authorVoice(text);
  return voice > 0 && voice > narrativeVoice(text) && address.test(text.slice(0, maxJudgedLength).replaceAll('’', "'"));
}

const handOffWords = String.raw`(?:(?:and|so|but|now|anyway|anyways|okay|ok|alright|well|without further ado|read),? )*(?:on(?:wards?)? ?(?:with|to|and) (?:the (?:story|show|fic|chapter|tale|fun)|it)|(?:(?:i |we )?(?:do )?hope (?:that )?(?:you|y'all) (?:all )?|please )?enjoy(?: the (?:story|fic|chapter|show)| it| this| reading| (?:my|this) (?:little )?(?:story|fic|chapter))?|happy reading|(?:please )?read on|here (?:we|it|you) goe?s?|let's get (?:on with it|started)|story time|start reading|to the (?:story|fic))`;

/** Matches "On to the story!", "Enjoy!", "And now, on with the show.", "Okay, on with it!", "Okay, story time."; not "Enjoy your meal, she said". */
const handOff = new RegExp(String.raw`^\W*${handOffWords}\W*$`, 'i');

/** Matches a paragraph that ends "… But I have talked too long. On to the story!"; not one that ends "They enjoy." */
const endsInHandOff = new RegExp(String.raw`[.!?…)*~] ${handOffWords}[^\w"”]*$`, 'i');

/** Whether a line hands over from the author's notes to the story. */
export function isHandOff(text: string): boolean {
  return text.length < 60 && handOff.test(text.replaceAll('’', "'"));
}

/** Whether a line or the last sentence of a paragraph hands over to the story. */
export function handsOver(text: string): boolean {
  return isHandOff(text) || endsInHandOff.test(text.slice(-80).replaceAll('’', "'"));
}
