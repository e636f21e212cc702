// Bundles what is run, after tsc has checked it and written every module to `dist` with its types: the command and the library
// become a few files in `dist/chunks`, split where the program imports something only when it needs it. A run then opens a
// dozen files instead of some hundreds. Nothing is minified: a stack trace names functions as they are written.
// usage: node esbuild.config.js
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = import.meta.dirname;
const chunks = join(root, 'dist/chunks');

/**
 * Libraries that nearly every run loads and that are many small files, or large ones of which a part is used. All others
 * are loaded from `node_modules` when they are needed.
 */
const bundled = ['pdfkit', 'valibot', 'yaml', 'yargs'];

/** Leaves to Node what our own code imports from other libraries; what bundled libraries import comes with them. */
const othersStayOutside = {
  name: 'others-stay-outside',
  setup: ({ onResolve }) => {
    // A bare name: "yaml", "css-tree/parser", "@likecoin/epubcheck-ts"; not "./yaml.ts".
    onResolve({ filter: /^[\w@]/ }, ({ path, importer, kind }) => {
      const isOurs = kind !== 'entry-point' && !importer.includes('node_modules');
      return isOurs && !bundled.includes(path) ? { path, external: true } : undefined;
    });
  },
};

rmSync(chunks, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['src/cli/main.ts', 'src/index.ts'],
  outbase: 'src',
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  plugins: [othersStayOutside],
  // Libraries in CommonJS ask for Node's own modules by `require`, which an ES module does not have.
  banner: { js: "import { createRequire as createRequireOf } from 'node:module'; const require = createRequireOf(import.meta.url);" }, // prettier-ignore
});
keepLicences(Object.keys(metafile.inputs));
keepProfile();
refuseShallowPaths();

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
function keepProfile() {
  const profile = 'data/sRGB_IEC61966_2_1.icc';
  mkdirSync(join(chunks, 'data'));
  copyFileSync(join(root, 'node_modules/pdfkit/js', profile), join(chunks, profile));
}

/** Modules find fonts and templates two folders above themselves: true in `src/x`, `dist/x` and `dist/chunks`, not in `dist`. */
function refuseShallowPaths() {
  const entry = readFileSync(join(root, 'dist/index.js'), 'utf8');
  if (/\bnew URL\(["'`]\.\./.test(entry))
    throw new Error('dist/index.js computes a path that counts on a deeper folder');
}
