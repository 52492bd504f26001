/** `<rostrum-app>` as a page sees it: attributes have properties, what happens is told by events. */
interface RostrumAppElement extends HTMLElement {
  /** The folder of the bundle, or the address of its entry. */
  bundle: string | null;
  /** What it shows: `site` (the default), `menu`, `press`, `release` or `timeline`. */
  view: string | null;
  /** Where it begins, such as `/countries/kazakhstan/`; another value goes there. */
  route: string | null;
  /** How it writes addresses: `hash` (the default), `path` or `none`. */
  routing: string | null;
  /** Where paths begin, with `routing="path"`. */
  base: string | null;
  /** Where links lead, with `routing="none"`. */
  home: string | null;
  /** `light` or `dark`; else as the visitor's system is. */
  theme: string | null;
  /** Whether the page is the piece's own: its title, its scroll, the visitor's choice of a language. */
  manageTitle: boolean;
  /** The key that opens the first directory of the menu, `Control+/` if not set; empty for none. */
  shortcut: string | null;
  /** `lazy` to load only when the element comes near to what is seen. */
  loading: string | null;

  /** Goes to a route, as a link of the piece would, as soon as the piece is ready. */
  navigate(route: string): void;
  /** Reads the bundle anew, for all elements that show it; the visitor stays where they are. */
  refresh(): void;
}

/** The visitor is about to go somewhere; `preventDefault()` keeps them where they are. */
type RostrumNavigateEvent = CustomEvent<{ readonly route: string }>;

/** Something failed; what, in a sentence. */
type RostrumErrorEvent = CustomEvent<{ readonly message: string }>;

/** The piece shows something, for the first time since it was mounted. */
type RostrumReadyEvent = CustomEvent<null>;

interface HTMLElementTagNameMap {
  "rostrum-app": RostrumAppElement;
}

/** All of them bubble, also out of shadow roots. */
interface HTMLElementEventMap {
  "rostrum-ready": RostrumReadyEvent;
  "rostrum-navigate": RostrumNavigateEvent;
  "rostrum-error": RostrumErrorEvent;
}

interface DocumentEventMap {
  "rostrum-ready": RostrumReadyEvent;
  "rostrum-navigate": RostrumNavigateEvent;
  "rostrum-error": RostrumErrorEvent;
}
