import { lookup } from 'node:dns/promises';
import { type ClientRequest, type IncomingMessage, request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { noteUnrepeatable } from '../reads/trackReads.ts';
import type { ImageRefusal } from './imageAddress.ts';
import { isPublicAddress } from './publicAddress.ts';
import { type ImageBytes, maxImageBytes } from './readImageFile.ts';

/** How pictures are fetched; the defaults are what a build uses. */
export interface FetchSettings {
  /** The addresses of a host. */
  readonly lookup: (host: string) => Promise<readonly string[]>;
  /** Which addresses may be connected to. */
  readonly isAllowed: (address: string) => boolean;
  readonly maxBytes: number;
  /** From the first redirect to the last byte, in milliseconds. */
  readonly timeoutMs: number;
}

export const defaultFetchSettings: FetchSettings = {
  lookup: async host => (await lookup(host, { all: true })).map(({ address }) => address),
  isAllowed: isPublicAddress,
  maxBytes: maxImageBytes,
  timeoutMs: 20_000,
};

const maxRedirects = 5;

/**
 * Fetches a picture from a public host. The host's addresses are looked up and judged first, and the connection goes to
 * the one that was judged, so that a name cannot mean another host meanwhile; each redirect is judged anew. Nothing is
 * sent that tells who asks. Never throws.
 */
export async function fetchImage(url: URL, settings: FetchSettings = defaultFetchSettings): Promise<ImageBytes> {
  noteUnrepeatable();
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort();
  }, settings.timeoutMs);
  try {
    return await follow(url, settings, controller.signal);
  } catch (cause) {
    if (controller.signal.aborted) return refused(`did not come within ${settings.timeoutMs / 1000} seconds`);
    return refused(cause instanceof Error && 'code' in cause ? `could not be fetched (${String(cause.code)})` : 'could not be fetched'); // prettier-ignore
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
}

async function follow(first: URL, settings: FetchSettings, signal: AbortSignal): Promise<ImageBytes> {
  let url = first;
  for (let redirects = 0; redirects <= maxRedirects; redirects++) {
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return refused(`leads to ${url.protocol}`);
    const address = await checkedAddress(url, settings, signal);
    if (address === null) return refused('is not on a public host');
    const response = await ask(url, address, signal);
    const location = response.headers.location;
    const status = response.statusCode ?? 0;
    if (status === 200) return readBody(response, settings.maxBytes);
    response.destroy();
    if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return refused(`could not be fetched (status ${status})`); // prettier-ignore
    if (!URL.canParse(location, url.href)) return refused('leads to an address that is none');
    url = new URL(location, url);
  }
  return refused(`leads on more than ${maxRedirects} times`);
}

/** The address to connect to; `null` unless all that the host has are allowed. */
async function checkedAddress(url: URL, settings: FetchSettings, signal: AbortSignal): Promise<string | null> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) === 0 ? await untilAborted(settings.lookup(host), signal) : [host];
  const [first] = addresses;
  return first !== undefined && addresses.every(address => settings.isAllowed(address)) ? first : null;
}

function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return Promise.race([
    promise,
    new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => {
        reject(new Error('Aborted'));
      });
    }),
  ]);
}

function ask(url: URL, address: string, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const family = isIP(address);
    const options: RequestOptions = {
      signal,
      agent: false,
      headers: { accept: 'image/*', 'accept-encoding': 'identity', 'user-agent': 'fascicle' },
      // Whatever the name means by now, the connection goes to the address that was judged.
      lookup: (_host, { all }, done) => {
        if (all === true) done(null, [{ address, family }]);
        else done(null, address, family);
      },
    };
    const send: (to: URL, how: RequestOptions) => ClientRequest =
      url.protocol === 'https:' ? requestHttps : requestHttp;
    const sent = send(url, options);
    sent.on('response', resolve);
    sent.on('error', reject);
    sent.end();
  });
}

async function readBody(response: IncomingMessage, maxBytes: number): Promise<ImageBytes> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response) {
    if (!(part instanceof Uint8Array)) throw new TypeError('A response without an encoding comes in bytes');
    length += part.length;
    if (length > maxBytes) {
      response.destroy();
      return { refusal: { code: 'too-large', reason: `is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB`, hint: 'Save a smaller copy of it beside the story.' } }; // prettier-ignore
    }
    parts.push(part);
  }
  return { bytes: Buffer.concat(parts) };
}

function refused(reason: string): { readonly refusal: ImageRefusal } {
  return { refusal: { code: 'not-fetched', reason, hint: 'Save the picture beside the story, and name it there.' } };
}
