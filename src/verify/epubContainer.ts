import type { EpubFiles } from './epubArchive.ts';
import type { ReportDefect } from './epubFindings.ts';
import type { ReadXml } from './xmlReader.ts';

const containerPath = 'META-INF/container.xml';
const encryptionPath = 'META-INF/encryption.xml';
const packageMediaType = 'application/oebps-package+xml';

/** The path of the package document, or `null` when there is none to be read. */
export function findPackageDocument(files: EpubFiles, readXml: ReadXml, report: ReportDefect): string | null {
  if (!files.paths.has(containerPath)) {
    report('epub/container-missing', `The archive has no ${containerPath}.`);
    return null;
  }
  const packagePaths: string[] = [];
  readXml(containerPath, {
    onOpen: element => {
      const path = element.attribute('full-path');
      const isPackage = element.name === 'rootfile' && element.attribute('media-type') === packageMediaType;
      if (isPackage && path !== undefined) packagePaths.push(path);
    },
  });
  const [packagePath, ...others] = packagePaths;
  if (packagePath === undefined) {
    report('epub/container-without-package', 'It names no package document.', { path: containerPath });
    return null;
  }
  if (others.length > 0) {
    report('epub/several-packages', `It names ${String(packagePaths.length)} package documents.`, {
      path: containerPath,
    });
  }
  if (!files.paths.has(packagePath)) {
    report('epub/package-missing', `The package document ${packagePath} is not in the archive.`, {
      path: containerPath,
    });
    return null;
  }
  return packagePath;
}

/** The paths of the files that are encrypted, or fonts that are obfuscated. */
export function findEncryptedPaths(files: EpubFiles, readXml: ReadXml): ReadonlySet<string> {
  const encrypted = new Set<string>();
  if (!files.paths.has(encryptionPath)) return encrypted;
  readXml(encryptionPath, {
    onOpen: element => {
      const path = element.name === 'CipherReference' ? element.attribute('URI') : undefined;
      if (path !== undefined) encrypted.add(path);
    },
  });
  return encrypted;
}
