import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { defaultFetchSettings, fetchImage, type FetchSettings } from '../../src/source/fetchImage.ts';
import { readImageAddress } from '../../src/source/imageAddress.ts';
import { isPublicAddress } from '../../src/source/publicAddress.ts';
import { imageRootOf, maxImageBytes, readImageFile } from '../../src/source/readImageFile.ts';

const top = mkdtempSync(join(tmpdir(), 'fascicle-images-'));
const folder = join(top, 'book');
const story = join(folder, 'part one', 'story.md');

beforeAll(() => {
  mkdirSync(join(folder, 'part one', 'my pictures'), { recursive: true });
  mkdirSync(join(top, 'book of others'));
  for (const path of ['secret.png', 'book/lamp.png', 'book/part one/my pictures/lamp.png', 'book/part one/100% wool.png', 'book of others/x.png']) {
    writeFileSync(join(top, path), path);
  } // prettier-ignore
  symlinkSync(join(top, 'secret.png'), join(folder, 'leads-out.png'));
  symlinkSync(top, join(folder, 'leads-up'));
  symlinkSync(join(folder, 'lamp.png'), join(folder, 'leads-in.png'));
});
afterAll(() => {
  rmSync(top, { recursive: true });
});

/** What a story gets of an address: the words of the file, or why there are none. */
async function readFrom(address: string, root = folder): Promise<string> {
  const found = readImageAddress(address);
  if (found.kind === 'refused') return found.refusal.code;
  if (found.kind !== 'file') return found.kind;
  const read = await readImageFile(found.paths, story, root);
  return 'bytes' in read ? new TextDecoder().decode(read.bytes) : read.refusal.code;
}

describe('the address of a picture', () => {
  it.each([
    ['my pictures/lamp.png', 'book/part one/my pictures/lamp.png'],
    ['my%20pictures/lamp.png?size=2#top', 'book/part one/my pictures/lamp.png'],
    ['./my pictures/../my pictures/lamp.png', 'book/part one/my pictures/lamp.png'],
    ['my pictures\\lamp.png', 'book/part one/my pictures/lamp.png'],
    ['100% wool.png', 'book/part one/100% wool.png'],
    ['../lamp.png', 'book/lamp.png'],
    ['../leads-in.png', 'book/lamp.png'],
  ])('leads to a file inside the folder: %s', async (address, file) => {
    expect(await readFrom(address)).toBe(file);
  });

  it.each([
    '../../secret.png', '..%2f..%2fsecret.png', '%2e%2e/%2e%2e/secret.png', '..\\..\\secret.png', '..%5c..%5csecret.png', 'my pictures/../../../secret.png',
    '../leads-out.png', '../leads-up/secret.png', '../leads-up/book of others/x.png', '../../book of others/x.png', '/etc/passwd', '%2fetc/passwd', join(top, 'secret.png'),
    'file:///etc/passwd', 'FILE:/etc/passwd', 'file:lamp.png', 'C:\\secret.png', 'c:/secret.png', 'C%3A/secret.png', 'ftp://a.example/x.png', 'javascript:alert(1)', 'blob:x', 'lamp.png%00.jpg',
    '',
  ])('leads nowhere else: %s', async address => {
    expect(await readFrom(address)).toBe('outside-folder');
  }); // prettier-ignore

  it.each([
    ['no-lamp.png', 'not-found'],
    [`${'x'.repeat(5000)}.png`, 'not-found'],
    ['?x', 'not-found'],
    ['my pictures', 'not-an-image'],
    ['https://a.example/lamp.png', 'web'],
    ['//a.example/lamp.png', 'web'],
    ['\\\\a.example\\lamp.png', 'web'],
    ['http://[/', 'not-found'],
    ['data:image/png;base64,AAAA', 'data'],
    ['data:image/svg+xml,%3Csvg/%3E', 'data'],
    ['data:image/png;base64,!', 'not-an-image'],
    ['data:nothing', 'not-an-image'],
    [`data:image/png;base64,${'A'.repeat(6_000_001)}`, 'too-large'],
  ])('says what it is: %.40s', async (address, what) => {
    expect(await readFrom(address)).toBe(what);
  });

  it('tells nobody who asks', () => {
    expect(readImageAddress('https://nell:secret@a.example/x?y#z')).toMatchObject({ url: new URL('https://a.example/x?y') }); // prettier-ignore
  });

  it('leads to no file that is larger than can be', async () => {
    writeFileSync(join(folder, 'part one', 'large.png'), new Uint8Array(maxImageBytes + 1));
    expect(await readFrom('large.png')).toBe('too-large');
  });

  it('counts from the folder of the book for stories inside of it, from their own for others', () => {
    expect(imageRootOf('books/one/story.md', 'books')).toBe('books');
    expect(imageRootOf('elsewhere/story.md', 'books')).toBe('elsewhere');
    expect(imageRootOf('elsewhere/story.md', undefined)).toBe('elsewhere');
  });
});

describe('isPublicAddress', () => {
  it.each(['93.184.215.14', '1.1.1.1', '172.15.255.255', '172.32.0.1', '100.63.255.255', '100.128.0.1', '223.255.255.255', '2606:4700::1', '2a00:1450:4001::2004'])('is true of %s', address => {
    expect(isPublicAddress(address)).toBe(true);
  }); // prettier-ignore

  it.each([
    '127.0.0.1', '127.255.255.254', '0.0.0.0', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '100.127.255.255',
    '192.0.0.1', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255',
    '::1', '::', '::ffff:127.0.0.1', '::ffff:93.184.215.14', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::1', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'fc00::1', 'fd12:3456::1', 'ff02::1',
    '2001:db8::1', '2001::1', '2002:7f00:1::', '3fff::1', '100::1', '', 'localhost', '0x7f000001', '2130706433', '127.1',
  ])('is false of %s', address => {
    expect(isPublicAddress(address)).toBe(false);
  }); // prettier-ignore
});

describe('fetching a picture', () => {
  let server: Server | null = null;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
    server = null;
  });

  const asked: string[] = [];
  /** A server on this machine; pictures.example is its name. */
  async function serve(answer: RequestListener): Promise<string> {
    asked.length = 0;
    const started = createServer((request, response) => {
      asked.push(`${request.headers.host ?? ''}${request.url ?? ''}`);
      answer(request, response);
    });
    server = started;
    await new Promise<void>(resolve => started.listen(0, '127.0.0.1', resolve));
    const address = started.address();
    return `http://pictures.example:${typeof address === 'object' && address !== null ? address.port : 0}`;
  }
  /** The rules of a build, with this machine taken for a public host. */
  const open: FetchSettings = {
    ...defaultFetchSettings,
    lookup: () => Promise.resolve(['127.0.0.1']),
    isAllowed: address => address === '127.0.0.1' || isPublicAddress(address),
  };
  const fetched = async (url: string, settings: FetchSettings) => {
    const found = await fetchImage(new URL(url), settings);
    return 'bytes' in found ? new TextDecoder().decode(found.bytes) : `${found.refusal.code}: ${found.refusal.reason}`;
  };

  it('gives what the host has, by the address that was judged', async () => {
    const host = await serve((_, response) => response.end('a lamp'));
    expect(await fetched(`${host}/lamp.png`, open)).toBe('a lamp');
    expect(asked[0]).toMatch(/^pictures\.example:\d+\/lamp\.png$/);
  });

  it('is refused on this machine and every other that is not public, before anything is sent', async () => {
    const host = await serve((_, response) => response.end('a secret'));
    const port = new URL(host).port;
    const lookup = () => Promise.resolve(['127.0.0.1']);
    for (const name of ['pictures.example', 'localhost', '127.0.0.1', '[::1]', '0.0.0.0', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]', '127.0.0.1.']) {
      expect(await fetched(`http://${name}:${port}/`, { ...defaultFetchSettings, lookup })).toBe('not-fetched: is not on a public host');
    } // prettier-ignore
    expect(asked).toEqual([]);
  });

  it('is refused when one of the addresses of a host is not public, or there is none', async () => {
    const lookup = () => Promise.resolve(['93.184.215.14', '10.0.0.1']);
    expect(await fetched('http://pictures.example/', { ...open, lookup })).toContain('not on a public host');
    expect(await fetched('http://pictures.example/', { ...open, lookup: () => Promise.resolve([]) })).toContain('not on a public host'); // prettier-ignore
    const failing = () => Promise.reject(Object.assign(new Error('no such host'), { code: 'ENOTFOUND' }));
    expect(await fetched('http://pictures.example/', { ...open, lookup: failing })).toBe('not-fetched: could not be fetched (ENOTFOUND)'); // prettier-ignore
  });

  it('goes where it is led, and is judged there anew', async () => {
    const host = await serve((request, response) => {
      const to = new URL(request.url ?? '', 'http://x').searchParams.get('to');
      if (to === null) response.end('a lamp');
      else response.writeHead(302, { location: to }).end();
    });
    const leadTo = (to: string) => fetched(`${host}/?to=${encodeURIComponent(to)}`, open);
    expect(await leadTo('/lamp.png')).toBe('a lamp');
    expect(await leadTo('http://192.168.0.1/')).toContain('not on a public host');
    expect(await leadTo('http://[fd00::1]/')).toContain('not on a public host');
    expect(await leadTo('file:///etc/passwd')).toContain('leads to file:');
    expect(await leadTo('http://[')).toContain('an address that is none');
  });

  it('stops at the sixth redirect', async () => {
    const host = await serve((_, response) => response.writeHead(302, { location: '/again' }).end());
    expect(await fetched(host, open)).toBe('not-fetched: leads on more than 5 times');
    expect(asked).toHaveLength(6);
  });

  it('stops at a body that is too long, however it is announced', async () => {
    const host = await serve((_, response) => {
      for (let part = 0; part < 50; part++) response.write('x'.repeat(100));
      response.end();
    });
    expect(await fetched(host, { ...open, maxBytes: 1000 })).toContain('too-large');
  });

  it('stops when the body takes too long, though it has begun', async () => {
    const host = await serve((_, response) => void response.write('a'));
    const start = performance.now();
    expect(await fetched(host, { ...open, timeoutMs: 300 })).toBe('not-fetched: did not come within 0.3 seconds');
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('stops when the name takes too long', async () => {
    const never = () => new Promise<never>(() => undefined);
    expect(await fetched('http://pictures.example/', { ...open, lookup: never, timeoutMs: 100 })).toContain('did not come'); // prettier-ignore
  });

  it.each([404, 500, 304, 206])('takes no answer but a whole one: %i', async status => {
    const host = await serve((_, response) => response.writeHead(status).end('x'));
    expect(await fetched(host, open)).toBe(`not-fetched: could not be fetched (status ${status})`);
  });
});
