/** What embed.js loads; tools/finish.mjs puts the real names in when it bundles the module. */
declare const ROSTRUM_ASSETS: {
  /** The JavaScript that wasm-bindgen writes around the WebAssembly, from embed.js. */
  readonly glue: string;
  readonly wasm: Asset;
  readonly style: Asset;
};

interface Asset {
  /** Address, from embed.js. */
  readonly href: string;
  /** Subresource integrity of the uncompressed file. */
  readonly integrity: string;
}

/** What the WebAssembly module exports (`src/embed/`). */
interface Rostrum {
  default(input: { module_or_path: Response }): Promise<unknown>;
  mount(element: HTMLElement, root: HTMLElement): Mounted;
}

/** A piece on the page. `free` gives its memory back once it has been unmounted. */
interface Mounted {
  attributeChanged(name: string): void;
  unmount(): void;
  free(): void;
}
