import type { EpubCode } from '../../diagnostics/diagnostic.ts';

/** What a rule of EPUBCheck is called here. */
export interface SameRule {
  /** The codes under which we may have found the same. */
  readonly codes: readonly EpubCode[];
  /** What it is called when we have not found it; `null` where EPUBCheck says many things under the id. */
  readonly name: EpubCode | null;
  /** Whether the two are the same only in the same line. */
  readonly isSameInLineOnly: boolean;
}

const same = (...codes: readonly [EpubCode, ...EpubCode[]]): SameRule => ({
  codes,
  name: codes[0],
  isSameInLineOnly: false,
});

/** What EPUBCheck finds by its schemas, all under one id. */
const schemaCodes: SameRule['codes'] = [
  'epub/block-in-paragraph',
  'epub/text-in-list',
  'epub/invalid-id',
  'epub/duplicate-id',
  'epub/unknown-role',
  'epub/title-empty',
  'epub/title-missing',
  'epub/image-without-source',
  'epub/image-without-alt',
  'epub/metadata-missing',
  'epub/manifest-item-incomplete',
  'epub/manifest-id-repeated',
  'epub/spine-empty',
  'epub/spine-item-unknown',
  'epub/spine-item-repeated',
  'epub/nav-missing',
  'epub/nav-without-contents',
  'epub/ncx-missing',
  'epub/ncx-play-order',
  'epub/ncx-play-order-repeated',
  'epub/unique-identifier-unresolved',
  'epub/language-invalid',
  'epub/malformed-xml',
  'epub/container-without-package',
];

/**
 * The rules of EPUBCheck that are checked here, too, by their ids.
 *
 * @see https://www.w3.org/publishing/epubcheck/docs/messages/
 */
export const sameRules: Readonly<Record<string, SameRule>> = {
  'PKG-005': same('epub/mimetype-extra-field'),
  'PKG-006': same('epub/mimetype-not-first', 'epub/mimetype-missing'),
  'PKG-007': same('epub/mimetype-wrong', 'epub/mimetype-compressed'),
  'PKG-013': same('epub/several-packages'),
  'PKG-021': same('epub/media-type-wrong'),
  'PKG-022': same('epub/media-type-wrong'),
  'MED-004': same('epub/media-type-wrong'),
  'OPF-002': same('epub/package-missing'),
  'OPF-003': same('epub/undeclared-file'),
  'OPF-013': same('epub/media-type-wrong'),
  'OPF-014': same('epub/property-undeclared'),
  'OPF-029': same('epub/media-type-wrong'),
  'OPF-030': same('epub/unique-identifier-unresolved'),
  'OPF-031': same('epub/broken-link'),
  'OPF-033': same('epub/spine-empty'),
  'OPF-034': same('epub/spine-item-repeated'),
  'OPF-035': same('epub/media-type-wrong', 'epub/spine-item-not-readable'),
  'OPF-043': same('epub/spine-item-not-readable'),
  'OPF-044': same('epub/spine-item-not-readable'),
  'OPF-048': same('epub/unique-identifier-unresolved'),
  'OPF-049': same('epub/spine-item-unknown', 'epub/ncx-missing'),
  'OPF-060': same('epub/duplicate-entry'),
  'OPF-074': same('epub/manifest-file-repeated'),
  'OPF-092': same('epub/language-invalid'),
  'RSC-001': same('epub/manifest-file-missing'),
  'RSC-002': same('epub/container-missing'),
  'RSC-003': same('epub/container-without-package'),
  'RSC-004': same('epub/encrypted-content'),
  'RSC-006': same('epub/remote-resource'),
  'RSC-007': same('epub/missing-resource', 'epub/broken-link'),
  'RSC-007w': same('epub/missing-resource', 'epub/broken-link'),
  'RSC-011': same('epub/link-outside-spine'),
  'RSC-012': same('epub/broken-fragment'),
  'RSC-016': same('epub/malformed-xml', 'epub/invalid-encoding'),
  'RSC-026': same('epub/broken-link', 'epub/missing-resource', 'epub/unsafe-path'),
  'RSC-028': same('epub/invalid-encoding'),
  'RSC-030': same('epub/missing-resource', 'epub/broken-link'),
  'HTM-003': same('epub/external-entity'),
  'NAV-011': same('epub/nav-order'),
  'NCX-001': same('epub/ncx-identifier'),
  // The port's id for markup that is not well-formed; EPUBCheck's own for a document type.
  'HTM-004': { codes: ['epub/malformed-xml'], name: null, isSameInLineOnly: false },
  'NAV-001': { codes: ['epub/nav-without-contents', 'epub/nav-missing'], name: null, isSameInLineOnly: false },
  'RSC-005': { codes: schemaCodes, name: null, isSameInLineOnly: true },
  'RSC-017': { codes: schemaCodes, name: null, isSameInLineOnly: true },
};
