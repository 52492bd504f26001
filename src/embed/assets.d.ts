/** What embed.js loads; tools/finish.mjs puts the real names in when it bundles the module. */
declare const ROSTRUM_ASSETS: {
  /** The JavaScript around the WebAssembly (parts.js), from embed.js. */
  readonly glue: Asset;
  readonly wasm: Asset;
  readonly style: Asset;
};

/** The parts of the WebAssembly that are loaded when it asks for them, by the names in `#[wasm_split]`. */
declare const ROSTRUM_PARTS: Readonly<Record<"languages" | "search" | "texts" | "timeline" | "tools", Part>>;

/** A file that says for each language but English, by its tag, which asset has its texts. */
declare const ROSTRUM_WORDS: Asset;

/** What the first module shares with its parts. */
declare const ROSTRUM_SHARED: WebAssembly.ModuleImports;

interface Part {
  /** What it is made of: its own module, and those that it has in common with other parts. */
  readonly modules: readonly Asset[];
  readonly style?: Asset;
}

interface Asset {
  /** Address, from embed.js. */
  readonly href: string;
  /** Subresource integrity of the uncompressed file. */
  readonly integrity: string;
}

/** The module parts.js, with the JavaScript that wasm-bindgen writes. */
interface Rostrum {
  start(response: Response, reader: (style: Asset) => Promise<string>): Promise<void>;
  mount(element: HTMLElement, root: HTMLElement): Mounted;
  readonly partsSheet: CSSStyleSheet;
}

/** A piece on the page. `free` gives its memory back once it has been unmounted. */
interface Mounted {
  attributeChanged(name: string): void;
  navigate(route: string): void;
  refresh(): void;
  unmount(): void;
  free(): void;
}
