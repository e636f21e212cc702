import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The functions of HarfBuzz's subsetter that are used; pointers are numbers, and 0 stands for a failure. */
export interface SubsetLibrary {
  readonly memory: WebAssembly.Memory;
  readonly _initialize: () => void;
  readonly malloc: (bytes: number) => number;
  readonly free: (pointer: number) => void;
  readonly hb_blob_create: (data: number, length: number, mode: number, userData: number, destroy: number) => number;
  readonly hb_blob_destroy: (blob: number) => void;
  readonly hb_blob_get_data: (blob: number, length: number) => number;
  readonly hb_blob_get_length: (blob: number) => number;
  readonly hb_face_create: (blob: number, index: number) => number;
  readonly hb_face_destroy: (face: number) => void;
  readonly hb_face_reference_blob: (face: number) => number;
  readonly hb_set_add: (set: number, value: number) => void;
  readonly hb_subset_input_create_or_fail: () => number;
  readonly hb_subset_input_destroy: (input: number) => void;
  readonly hb_subset_input_get_flags: (input: number) => number;
  readonly hb_subset_input_keep_everything: (input: number) => void;
  readonly hb_subset_input_pin_all_axes_to_default: (input: number, face: number) => number;
  readonly hb_subset_input_pin_axis_location: (input: number, face: number, tag: number, value: number) => number;
  readonly hb_subset_input_set_flags: (input: number, flags: number) => void;
  readonly hb_subset_input_unicode_set: (input: number) => number;
  readonly hb_subset_input_set: (input: number, kind: number) => number;
  readonly hb_subset_or_fail: (face: number, input: number) => number;
}

const functionNames = [
  '_initialize',
  'malloc',
  'free',
  'hb_blob_create',
  'hb_blob_destroy',
  'hb_blob_get_data',
  'hb_blob_get_length',
  'hb_face_create',
  'hb_face_destroy',
  'hb_face_reference_blob',
  'hb_set_add',
  'hb_subset_input_create_or_fail',
  'hb_subset_input_destroy',
  'hb_subset_input_get_flags',
  'hb_subset_input_keep_everything',
  'hb_subset_input_pin_all_axes_to_default',
  'hb_subset_input_pin_axis_location',
  'hb_subset_input_set_flags',
  'hb_subset_input_unicode_set',
  'hb_subset_input_set',
  'hb_subset_or_fail',
] as const;

let loaded: SubsetLibrary | undefined;

/** HarfBuzz's subsetter, which comes with harfbuzzjs as a module that stands alone; loaded when a book first needs it. */
export function subsetLibrary(): SubsetLibrary {
  loaded ??= loadSubsetLibrary();
  return loaded;
}

function loadSubsetLibrary(): SubsetLibrary {
  const path = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(path)));
  if (!isSubsetLibrary(exports)) throw new TypeError(`${path} lacks a function of HarfBuzz’s subsetter`);
  exports._initialize();
  return exports;
}

function isSubsetLibrary(exports: WebAssembly.Exports): exports is WebAssembly.Exports & SubsetLibrary {
  return (
    exports.memory instanceof WebAssembly.Memory && functionNames.every(name => typeof exports[name] === 'function')
  );
}

/** `smcp` → 0x736d6370. */
export function openTypeTag(tag: string): number {
  return [...tag].reduce((value, letter) => value * 256 + letter.charCodeAt(0), 0);
}
