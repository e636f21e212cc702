/**
 * Words of an author who speaks about the story instead of telling it. Each pattern counts once. Seen in the notes of
 * fan fiction of every archive; none of them is a word of narration alone, so one proves little and two a lot.
 */
const markers: readonly RegExp[] = [
  /\b(?:re)?views?\b|\breviewers?\b|\bR&R\b/i,
  /\bfeedback\b|\bcomments?\b|\bkudos\b|\bcon ?crit\b|\bflames?\b|\bcriticism\b/i,
  /\bfan ?fics?\b|\bfan ?fiction\b|\bfics?\b|\bone-?shot\b|\bdrabble\b|\bslash\b/i,
  /\b(?:this|my|the) (?:story|chapter|piece|series|part|fic|update)\b/i,
  /\bupdat(?:e|es|ed|ing)\b|\bnext (?:chapter|part|installment)\b/i,
  /\bread(?:ing|ers?)\b/i,
  /\benjoy(?:ed|s)?\b/i,
  /\bbeta(?:s|ed|'d)?\b/i,
  /\bcanon\b|\bAU\b|\bOOC\b|\bPOV\b|\bspoilers?\b|\bpairings?\b|\brat(?:ed|ing)\b/,
  /\b(?:episode|season)\b/i,
  /\bprompt\b|\bchallenge\b|\bexchange\b/i,
  /\bpost(?:ed|ing)?\b/i,
  /\bwr(?:ite|iting|itten|ote)\b|\bedit(?:ed|ing)?\b/i,
  /\b(?:do(?:n't| not)|doesn't) own\b|\bbelongs? to\b|\bcopyright\b|\bcharacters\b|\binfringement\b/i,
  /\blet me know\b|\bwhat (?:you|people|y'all) think\b|\bhope you\b/i,
  /\bthank(?:s| you)\b/i,
  /\btake (?:of|on)\b|\bmy (?:first|attempt|version)\b/i,
];

/** How many different signs of the author's own voice a paragraph shows; 0 for one that opens with speech. */
export function authorVoice(text: string): number {
  if (/^["“'‘«„]/.test(text)) return 0;
  const plain = text.replaceAll('’', "'");
  return markers.reduce((count, marker) => count + (marker.test(plain) ? 1 : 0), 0);
}

/** Who is spoken to, or what is spoken of, when an author speaks to readers; a narrator who writes stories says none of it. */
const address =
  /\b(?:you|your|y'all|readers?|please|this (?:story|chapter|fic|piece|part|one)|fics?|fan ?fic\w*|reviews?|feedback|beta\w*|canon|prompt|people think|thanks)\b/i;

/** Whether a paragraph without a label may go on with an author's note: `Anyhow, this is my take of that day…`. */
export function speaksToReaders(text: string): boolean {
  return authorVoice(text) > 0 && address.test(text.replaceAll('’', "'"));
}

/** Matches "On to the story!", "Enjoy!", "And now, on with the show."; not "Enjoy your meal, she said". */
const handOff =
  /^\W*(?:(?:and |so |now,? |anyway,? |okay,? )*(?:on(?:ward)? (?:with|to) the (?:story|show|fic|chapter|tale)|(?:i )?(?:hope you |please )?enjoy(?: the (?:story|fic|chapter)| it)?|happy reading|read on|here (?:we|it|you) go(?:es)?))\W*$/i;

/** Whether a line hands over from the author's notes to the story. */
export function isHandOff(text: string): boolean {
  return text.length < 60 && handOff.test(text);
}
