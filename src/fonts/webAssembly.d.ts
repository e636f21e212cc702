/** What this room uses of WebAssembly, which Node has and its types leave to those of browsers. */
declare namespace WebAssembly {
  interface Module {
    readonly [Symbol.toStringTag]: string;
  }
  const Module: new (bytes: Uint8Array) => Module;
  class Memory {
    readonly buffer: ArrayBuffer;
  }
  type Exports = Readonly<Record<string, unknown>>;
  class Instance {
    constructor(module: Module);
    readonly exports: Exports;
  }
}
