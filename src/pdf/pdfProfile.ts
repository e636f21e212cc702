/** What a PDF file holds besides its pages, by what it is for. */
export interface PdfProfile {
  /** The standard that the file says it keeps; `null` for none beyond PDF itself. */
  readonly conformance: 'PDF/A-1b' | null;
  /** Whether links can be clicked. */
  readonly hasLinks: boolean;
  readonly hasOutline: boolean;
  /** Whether the file tells its structure to screen readers. */
  readonly isTagged: boolean;
  /** Whether what is drawn may let through what lies below: PDF/A-1 forbids it (ISO 19005-1, 6.4), and presses fear it. */
  readonly hasTransparency: boolean;
}

/** For reading on a screen: all there is. */
export const screenPdf: PdfProfile = {
  conformance: null,
  hasLinks: true,
  hasOutline: true,
  isTagged: true,
  hasTransparency: true,
};
