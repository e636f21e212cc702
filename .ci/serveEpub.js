import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { posix } from 'node:path';
import { openArchive } from '../dist/archive/openArchive.js';
import { readEntry } from '../dist/archive/readEntry.js';

/**
 * Serves what an EPUB holds on 127.0.0.1, each file as the type that its manifest states, so that markup that is not
 * well-formed fails as it does on a reading system. Returns its address, its spine as paths, the path of its navigation
 * document, and `close`.
 */
export async function serveEpub(epubPath) {
  const archive = openArchive(readFileSync(epubPath));
  const entries = new Map(archive.entries.map(entry => [entry.path, entry]));
  const read = path => Buffer.from(readEntry(archive, entries.get(path)));
  const opfPath = /full-path="([^"]+)"/.exec(read('META-INF/container.xml').toString('utf8'))[1];
  const { items, spine, navigation } = readPackage(read(opfPath).toString('utf8'), posix.dirname(opfPath));
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://127.0.0.1').pathname.slice(1));
    const type = items.get(path);
    if (type === undefined || !entries.has(path)) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': type }).end(read(path));
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    spine,
    navigation,
    textOf: path => read(path).toString('utf8'),
    close: () => new Promise(resolve => server.close(resolve)),
  };
}

function readPackage(opf, folder) {
  const attribute = (tag, name) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  const pathOf = item => posix.join(folder, decodeURIComponent(attribute(item, 'href')));
  const tags = [...opf.matchAll(/<item [^>]*>/g)].map(([tag]) => tag);
  const byId = new Map(tags.map(tag => [attribute(tag, 'id'), pathOf(tag)]));
  const navigation = tags.find(tag => attribute(tag, 'properties').split(' ').includes('nav'));
  return {
    items: new Map(tags.map(tag => [pathOf(tag), attribute(tag, 'media-type')])),
    spine: [...opf.matchAll(/<itemref [^>]*>/g)].map(([tag]) => byId.get(attribute(tag, 'idref'))),
    navigation: pathOf(navigation),
  };
}
