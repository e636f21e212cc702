const special: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text for element content and double-quoted attribute values, leaving out what XML 1.0 cannot hold (§2.2). */
export function escapeXml(text: string): string {
  // Most texts are fine as they are, and telling so is much faster than replacing nothing.
  if (!remarkable.test(text)) return text;
  return text.replace(/[&<>"]/g, character => special[character] ?? character).replace(notInXml, '');
}

/** Matches all that may have to go or change: `&`, U+0001, U+FFFE, half an emoji, but a whole one, too. */
const remarkable = /[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;

/** Matches U+0001, U+FFFE and a lone surrogate; not a tab, a newline or an emoji. */
const notInXml =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
