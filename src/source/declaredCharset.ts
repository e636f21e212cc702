/** How many bytes of a page are looked through for its encoding; the HTML standard asks for it in the first 1024. */
const headBytes = 4096;

/** Matches `<meta charset="windows-1251">`, `<meta http-equiv=Content-Type content="text/html; charset=big5">`, `<?xml … encoding="koi8-r"?>`. */
const declaration =
  /<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w:-]{2,30})|^\s*<\?xml[^>]{0,100}\bencoding\s*=\s*["']([\w:-]{2,30})/i;

/** Names that browsers take for a wider encoding (WHATWG Encoding Standard, "names and labels"). */
const widerEncodings: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-sjis': 'shift_jis',
  'ks_c_5601-1987': 'euc-kr',
  macintosh: 'mac-roman',
  utf8: 'utf-8',
};

/** The encoding that a web page declares in its head, in lower case; `null` when it declares none. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, headBytes)).toString('latin1');
  const match = declaration.exec(head);
  const name = (match?.[1] ?? match?.[2])?.toLowerCase();
  return name === undefined ? null : (widerEncodings[name] ?? name);
}
