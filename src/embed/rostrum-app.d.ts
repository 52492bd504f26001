/** The JavaScript that wasm-bindgen writes, as far as parts.js uses it (`src/embed/mod.rs`). */

/** The exports of the first module that its parts need. */
export interface FirstModule extends WebAssembly.Exports {
  readonly __indirect_function_table: WebAssembly.Table;
}

export function mount(element: HTMLElement, root: HTMLElement): Mounted;

/** What the first module imports. */
export function __wbg_get_imports(): WebAssembly.Imports;

/** Begins to run an instance of it, and gives its exports. */
export function __wbg_finalize_init(instance: WebAssembly.Instance, module: WebAssembly.Module): FirstModule;
