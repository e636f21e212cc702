// Bundles what is run, after tsc has checked it and written every module to `dist` with its types: the command and the library
// become a few files in `dist/chunks`, split where the program imports something only when it needs it. A run then opens a
// dozen files instead of some hundreds. Nothing is minified: a stack trace names functions as they are written.
// usage: node esbuild.config.js
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { build } from 'esbuild';

const root = import.meta.dirname;
const chunks = join(root, 'dist/chunks');
/** Those of the processes that build books, apart: a third way in would part what the others share into more files. */
const workerChunks = join(root, 'dist/worker');

/**
 * Libraries that nearly every run loads and that are many small files, or large ones of which a part is used. All others
 * are loaded from `node_modules` when they are needed.
 */
const bundled = ['epub-gen-memory', 'jszip', 'pdfkit', 'valibot', 'yaml', 'yargs'];

/** Libraries of which we call functions only, and seldom: loaded when one of these is called. Those with a default are CommonJS. */
const calledSeldom = {
  chardet: ['analyse'],
  'css-tree/parser': ['default'],
  'css-tree/tokenizer': ['tokenize'],
  'css-tree/walker': ['default'],
  entities: ['decodeHTML'],
  'franc-min': ['francAll'],
  'iconv-lite': ['default.decode', 'default.encodingExists'],
  tinyglobby: ['glob', 'isDynamicPattern'],
};

/** Modules of ours that many runs do without, each with what others take of it: they and their libraries start when called. */
const startedSeldom = {
  'src/parse/parseMarkdown.ts': ['parseMarkdown'],
  'src/parse/html/parseHtml.ts': ['parseHtml', 'readHtmlPiece'],
};
/**
 * Modules of ours that are imported when they are needed, but are no files of their own: each such file would part what it
 * shares with others into more and smaller files, and a run would open them all. They stand with who needs them, and start
 * when they are asked for.
 */
const startedInPlace =
  /\bimport\(('\.\.?\/(?:(?:proof\/proofs|cover\/wrap\/wraps|theme\/printers\/allCoverRules|theme\/designPage|drawing\/bleedInto|drawing\/drawingToSvg|pdf\/writeCover|cover\/contactSheet|fonts\/averageAdvance|fonts\/fontLibrary|fonts\/shaperPool|printEdition|imposedPage|makeSheets|makeCover|coverMeans|contactSheetPage|readCoverPicture))\.ts')\)/g;

const startedSeldomLibraries = ['marked', 'parse5'];

/** What bundled libraries bring and we have no use for, or Node has itself. */
const replaced = {
  // pdfkit breaks lines with it when it lays out text, which is never asked of it.
  linebreak: 'export default class {}',
  // pdfkit reads fonts with it that are not TrueType; it comes with pdfkit.
  fontkit:
    "export const create = (...values) => requireOutside('node:module').createRequire(requireOutside.resolve('pdfkit'))('fontkit').create(...values);",
  // epub-gen-memory fetches with them what chapters name; it is given none. (Node warns of a module that node-fetch needs.)
  'node-fetch': 'export default undefined;',
  'abort-controller': 'export default undefined;',
  // yargs measures the lines of its help, which are Latin letters; the library compiles a pattern of all emoji for it.
  'string-width': 'export default text => text.length;',
};

/** The stages of a run, each with a drawer of small modules (see `drawersFor`); what several need lies in that of the first. */
const stages = [
  'src/cli/runCli.ts',
  'src/cli/runInspect.ts',
  'src/cli/runBuild.ts',
  'src/shelf/worker.ts',
  'src/typeset/typesetBook.ts',
  'src/pdf/writePdf.ts',
  'src/epub/writeEpub.ts',
  'src/index.ts',
];
/** In bytes: to open a smaller file takes longer than to read it. A book of plain text opened 91 of ours, 63 of them smaller. */
const smallFile = 16_384;
const noDrawers = { importsOf: () => '', membersOf: () => [] };
let drawers = noDrawers;

const ours = { name: 'what-is-bundled', setup: settle };

/** Says of each import where it comes from: the bundle, Node at once, or Node when it is needed. */
function settle({ onResolve, onLoad }) {
  onResolve({ filter: /^drawer:/ }, ({ path }) => ({ path, namespace: 'drawer' }));
  // A bare name: "yaml", "css-tree/parser", "@likecoin/epubcheck-ts"; not "./yaml.ts".
  onResolve({ filter: /^[\w@]/ }, ({ path, importer, kind }) => {
    if (kind === 'entry-point') return undefined;
    // What we ask for ourselves, such as the width of a name in a table, is the library's own.
    if (path in replaced && importer.includes('node_modules')) {
      return { path, namespace: 'replaced', sideEffects: false };
    }
    if (importer.includes('node_modules') || bundled.includes(path)) return undefined;
    if (path in calledSeldom) return { path, namespace: 'called-seldom' };
    if (startedSeldomLibraries.includes(path)) return { path, namespace: 'started-seldom-library' };
    return { path, external: true };
  });
  onResolve({ filter: /^\./ }, ({ path, importer, namespace, pluginData }) => {
    const module = relative(root, resolve(dirname(importer), path));
    return namespace === 'file' && pluginData !== 'itself' && module in startedSeldom ? { path: module, namespace: 'started-seldom' } : undefined; // prettier-ignore
  });
  onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) => {
    const text = readFileSync(path, 'utf8');
    const settled = /\/src\/compile\/\w+\.ts$/.test(path) ? text.replace(startedInPlace, 'Promise.resolve().then(() => require($1))') : text; // prettier-ignore
    return { contents: drawers.importsOf(relative(root, path)) + settled, loader: 'ts', resolveDir: dirname(path) };
  });
  onLoad({ filter: /./, namespace: 'drawer' }, ({ path }) => ({
    contents: drawers.membersOf(path).map(module => `import './${module}';`).join('\n'), // prettier-ignore
    resolveDir: root,
  }));
  onLoad({ filter: /./, namespace: 'replaced' }, ({ path }) => ({ contents: replaced[path], resolveDir: root }));
  onLoad({ filter: /./, namespace: 'called-seldom' }, ({ path }) => ({
    contents: whenCalled(calledSeldom[path], `requireOutside(${JSON.stringify(path)})`),
  }));
  onLoad({ filter: /./, namespace: 'started-seldom-library' }, ({ path }) => ({
    contents: `module.exports = requireOutside(${JSON.stringify(path)});`,
  }));
  onLoad({ filter: /./, namespace: 'started-seldom' }, ({ path }) => ({
    contents: whenCalled(startedSeldom[path], `require(${JSON.stringify(`./${path}`)})`),
    resolveDir: root,
  }));
}

/** A module of functions that hand on to those of another, which is loaded at the first call. */
function whenCalled(names, load) {
  const call = name => `(...values) => load().${name}(...values)`;
  const ofDefault = names.filter(name => name.startsWith('default.')).map(name => name.slice('default.'.length));
  return [
    `let loaded;\nconst load = () => (loaded ??= ${load});`,
    ...names.filter(name => /^(?!default)/.test(name)).map(name => `export const ${name} = ${call(name)};`),
    ...(names.includes('default') ? ['export default (...values) => load()(...values);'] : []),
    ...(ofDefault.length > 0 ? [`export default { ${ofDefault.map(name => `${name}: ${call(name)}`).join(', ')} };`] : []), // prettier-ignore
  ].join('\n');
}

/** Bundles twice: the first time shows which files would be small, the second puts these together. */
async function bundle(ways) {
  drawers = noDrawers;
  const { metafile } = await build({ ...settings, ...ways, plugins: [ours], write: false });
  drawers = drawersFor(metafile);
  return build({ ...settings, ...ways, plugins: [ours] });
}

/**
 * What several parts of the program share, esbuild puts into a file for each set of parts that share it: dozens of files of a
 * few lines. They go into drawers instead, one for each stage of a run, and whoever needs something of a drawer opens it.
 * Only what needs nothing but such small modules lies in one, so that a drawer never loads more than itself and those before.
 */
function drawersFor({ inputs, outputs }) {
  const reachOf = (path, seen = new Set()) => {
    if (seen.has(path)) return seen;
    seen.add(path);
    for (const { path: next, kind, external } of inputs[path].imports) {
      if (kind !== 'dynamic-import' && external !== true) reachOf(next, seen);
    }
    return seen;
  };
  const files = Object.values(outputs);
  const shared = files.filter(({ entryPoint, bytes }) => entryPoint === undefined && bytes < smallFile);
  const small = new Set(shared.flatMap(({ inputs }) => Object.keys(inputs)));
  const bare = [...small].filter(path => /^src\//.test(path) && [...reachOf(path)].every(needed => small.has(needed)));
  const membersOf = new Map();
  const taken = new Set();
  for (const stage of stages.filter(stage => stage in inputs)) {
    const reach = reachOf(stage);
    const found = bare.filter(path => reach.has(path) && !taken.has(path));
    for (const path of found) taken.add(path);
    membersOf.set(`drawer:${stage}`, found);
  }
  // The command itself loads nothing before it has set the flags of the engine.
  const entries = files.flatMap(({ entryPoint }) => entryPoint ?? []).filter(path => path !== 'src/cli/main.ts');
  const openedBy = new Map();
  for (const entry of entries) {
    const reach = reachOf(entry);
    const opened = [...membersOf].filter(([, members]) => members.some(path => reach.has(path)));
    openedBy.set(entry, opened.map(([drawer]) => `import '${drawer}';`).join('')); // prettier-ignore
  }
  return {
    importsOf: path => openedBy.get(path) ?? '',
    membersOf: drawer => membersOf.get(drawer),
  };
}

for (const folder of [chunks, workerChunks]) rmSync(folder, { recursive: true, force: true });
const settings = {
  absWorkingDir: root,
  outbase: 'src',
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  // Libraries in CommonJS ask for Node's own modules by `require`, which an ES module does not have.
  banner: { js: "import { createRequire as createRequireOf } from 'node:module'; const require = createRequireOf(import.meta.url), requireOutside = require;" }, // prettier-ignore
};
const bundles = [
  await bundle({ entryPoints: ['src/cli/main.ts', 'src/index.ts'], chunkNames: 'chunks/[name]-[hash]' }),
  await bundle({ entryPoints: ['src/shelf/worker.ts'], chunkNames: 'worker/[name]-[hash]' }),
];
keepLicences(bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs)));
for (const folder of [chunks, workerChunks]) keepProfile(folder);
refuseShallowPaths();
keepBuildId();

/** The licences of the libraries in the bundle ask to go with every copy. */
function keepLicences(inputs) {
  // Of "node_modules/@noble/hashes/esm/utils.js", "node_modules/@noble/hashes".
  const folders = inputs.map(path => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0]);
  const texts = [...new Set(folders)].filter(folder => folder !== undefined).sort().map(licenceOf); // prettier-ignore
  writeFileSync(join(chunks, 'LICENSES.txt'), `The libraries that are part of these files, and their licences.\n${texts.join('')}`); // prettier-ignore
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const file = readdirSync(join(root, folder)).find(entry => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? '' : `\n${readFileSync(join(root, folder, file), 'utf8').trim()}\n`;
  return `\n--- ${name} ${version}${license === undefined ? '' : `: ${license}`}\n${text}`;
}

/** pdfkit looks for the colour profile of PDF/A in a folder beside itself. */
function keepProfile(folder) {
  const profile = 'data/sRGB_IEC61966_2_1.icc';
  mkdirSync(join(folder, 'data'));
  copyFileSync(join(root, 'node_modules/pdfkit/js', profile), join(folder, profile));
}

/** What is kept of earlier builds is known by the program that made it: a digest of all that it is made of. */
function keepBuildId() {
  const filesOf = folder => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name)); // prettier-ignore
  const bundle = bundles.flatMap(({ metafile }) => Object.keys(metafile.outputs)).map(path => join(root, path)); // prettier-ignore
  const hash = createHash('sha256');
  for (const path of [...bundle, ...['dist/chunks/data', 'templates', 'fonts'].flatMap(filesOf)].sort()) hash.update(readFileSync(path)); // prettier-ignore
  writeFileSync(join(chunks, 'buildId.txt'), hash.digest('hex'));
}

/** Modules find fonts and templates two folders above themselves: true in `src/x`, `dist/x` and `dist/chunks`, not in `dist`. */
function refuseShallowPaths() {
  const entry = readFileSync(join(root, 'dist/index.js'), 'utf8');
  if (/\bnew URL\(["'`]\.\./.test(entry))
    throw new Error('dist/index.js computes a path that counts on a deeper folder');
}
