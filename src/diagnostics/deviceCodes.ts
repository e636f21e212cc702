/**
 * What a maker of devices or a shop refuses or advises against, `device/maker-kebab-name`; each rule, its source and
 * its date stand in `verify/devices`. Closed and never reused.
 */
export const deviceCodes = [
  'device/kindle-file-size',
  'device/kindle-mail-size',
  'device/kindle-language-missing',
  'device/kindle-xml-declaration',
  'device/kindle-image-without-source',
  'device/kindle-body-id-link',
  'device/kindle-contents-depth',
  'device/kindle-start-missing',
  'device/kindle-cover-small',
  'device/kindle-cover-below-ideal',
  'device/kindle-cover-page',
  'device/kindle-image-large',
  'device/kindle-image-heavy',
  'device/kindle-nested-table',
  'device/kobo-file-size',
  'device/kobo-document-size',
  'device/kobo-image-large',
  'device/kobo-font-format',
  'device/kobo-cover-format',
  'device/kobo-cover-large',
  'device/kobo-cover-ratio',
  'device/kobo-contents-depth',
  'device/kobo-script',
  'device/kobo-first-page',
  'device/apple-image-pixels',
  'device/apple-image-pixels-once',
  'device/apple-image-format',
  'device/apple-cover-small',
  'device/google-cover-missing',
  'device/google-cover-small',
  'device/google-cover-large',
  'device/google-version',
] as const;

export type DeviceCode = (typeof deviceCodes)[number];
