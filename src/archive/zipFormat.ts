/** Numbers of the zip format that its reader and its writer share (PKWARE APPNOTE 6.3, §4.3 and §4.4). */

export const localHeaderSignature = 0x04034b50;
export const centralHeaderSignature = 0x02014b50;
export const endRecordSignature = 0x06054b50;

/** Sizes of the fixed parts of each record, in bytes. */
export const localHeaderSize = 30;
export const centralHeaderSize = 46;
export const endRecordSize = 22;

export const methodStored = 0;
export const methodDeflated = 8;

/** General purpose flag bit 0: the entry is encrypted. */
export const flagEncrypted = 0x0001;
/** General purpose flag bit 11: the name is UTF-8. */
export const flagUtf8 = 0x0800;
