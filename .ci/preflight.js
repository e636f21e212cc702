import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Where Debian keeps them: libpdfbox2-java, with libactivation-java and libjaxb-api-java, which it does not ask for. */
const jars = [
  'preflight',
  'xmpbox',
  'pdfbox2',
  'fontbox2',
  'commons-logging',
  'commons-io',
  'javax.activation',
  'jaxb-api',
];

/** Checks files against PDF/A-1b by Apache PDFBox. Returns what is wrong, a line a fault; '' if nothing is. */
export function preflight(paths) {
  if (paths.length === 0) return '';
  const classPath = jars.map(name => `/usr/share/java/${name}.jar`).join(':');
  const source = join(import.meta.dirname, 'Preflight.java');
  const { status, stdout, stderr } = spawnSync('java', ['-cp', classPath, source, ...paths], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status === 0) return '';
  return stdout.split('\n').slice(0, 20).join('\n') || stderr;
}
