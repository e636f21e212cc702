/** Where the picture of a story is to be had, or why it is not. */
export type ImageAddress =
  /** In a file: names to try, from the story's folder, without anything that a program could take for a path of its own. */
  | { readonly kind: 'file'; readonly paths: readonly string[] }
  /** On the web. */
  | { readonly kind: 'web'; readonly url: URL }
  /** In the address itself. */
  | { readonly kind: 'data'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly refusal: ImageRefusal };

/** Why a picture is not in the book; the code ends in it. */
export interface ImageRefusal {
  readonly code: 'outside-folder' | 'not-found' | 'not-an-image' | 'too-large' | 'too-many' | 'not-fetched';
  /** Goes on after "The image lamp.png": "is not in the folder". */
  readonly reason: string;
  readonly hint: string;
}

/** The longest address, in characters, of a picture that is in it: four megabytes of a picture. */
const maxDataChars = 6_000_000;

/** Matches `http:`, `file:`, `C:`: a scheme, or the drive of a Windows path. */
const scheme = /^([a-z][a-z0-9+.-]*):/i;

export const outsideFolder: ImageRefusal = {
  code: 'outside-folder',
  reason: 'is outside of the folder of its story',
  hint: 'Put the picture into that folder, and name it by its path from the story.',
};

/**
 * Reads the address of a picture as a story writes it: a path from the story's file, an address of the web, or the picture
 * itself. Absolute paths, `file:` and anything that another program would open are refused.
 *
 * @see https://url.spec.whatwg.org/#url-parsing
 */
export function readImageAddress(address: string): ImageAddress {
  const name = scheme.exec(address)?.[1]?.toLowerCase();
  if (name === 'data') return readData(address);
  if (name === 'http' || name === 'https') return readWeb(address);
  // Two slashes name a host on the web, and a server's share in Windows.
  if (/^[\\/]{2}/.test(address)) return readWeb(`https:${address.replace(/\\/g, '/')}`);
  if (name !== undefined) return { kind: 'refused', refusal: { ...outsideFolder, reason: `has an address of a kind that is not read (${name}:)` } }; // prettier-ignore
  return readPath(address);
}

function readWeb(address: string): ImageAddress {
  if (!URL.canParse(address)) return { kind: 'refused', refusal: { code: 'not-found', reason: 'has an address that is none', hint: 'Check how it is written.' } }; // prettier-ignore
  const url = new URL(address);
  url.username = '';
  url.password = '';
  url.hash = '';
  return { kind: 'web', url };
}

/** The path as an address of the web, `my%20lamp.png?size=2`, and as the name of a file, `100% wool.png`. */
function readPath(address: string): ImageAddress {
  const asName = address.replace(/\\/g, '/');
  const asAddress = decoded(asName.replace(/[?#].*$/s, ''));
  const paths = [...new Set([asAddress ?? asName, asName])].filter(path => path !== '');
  const isOutside = paths.some(path => path.startsWith('/') || path.includes('\0') || scheme.test(path));
  if (isOutside || paths.length === 0) return { kind: 'refused', refusal: outsideFolder };
  return { kind: 'file', paths };
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path).replace(/\\/g, '/');
  } catch {
    return null;
  }
}

function readData(address: string): ImageAddress {
  const [, parameters, content] = /^data:([^,]*),(.*)$/is.exec(address) ?? [];
  if (address.length > maxDataChars) return { kind: 'refused', refusal: { code: 'too-large', reason: 'is in its address, and longer than four megabytes', hint: 'Save it as a file beside the story.' } }; // prettier-ignore
  const bytes = parameters === undefined || content === undefined ? null : dataBytes(parameters, content);
  if (bytes === null) return { kind: 'refused', refusal: { code: 'not-an-image', reason: 'has an address that holds no picture', hint: 'Save it as a file beside the story.' } }; // prettier-ignore
  return { kind: 'data', bytes };
}

function dataBytes(parameters: string, content: string): Uint8Array | null {
  const plain = decoded(content);
  if (plain === null) return null;
  return /;\s*base64\s*$/i.test(parameters) ? base64Bytes(plain) : new TextEncoder().encode(plain);
}

function base64Bytes(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), character => character.charCodeAt(0));
  } catch {
    return null;
  }
}
