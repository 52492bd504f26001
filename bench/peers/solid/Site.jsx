import { A, createAsync, useIsRouting } from "@solidjs/router";
import { createContext, createEffect, ErrorBoundary, Show, Suspense, useContext } from "solid-js";
import { loadEntry, words } from "../shared/bundle.js";
import { Menu } from "./menu/Menu.jsx";

const Entry = createContext();
export const useEntry = () => useContext(Entry);

/** Names the page in the browser's tab. */
export function useTitle(title) {
  createEffect(() => {
    const text = title();
    if (text) document.title = text;
  });
}

export function Site(props) {
  const entry = createAsync(loadEntry);
  const isRouting = useIsRouting();
  return (
    <ErrorBoundary fallback={(error) => <p class="main">{error.message} <a href="/">To the front page</a></p>}>
      <div role="status" class="progress" classList={{ active: isRouting() }}>
        <span>{isRouting() && "The page is loading."}</span>
      </div>
      <Suspense fallback={<p class="main">The page is loading.</p>}>
        <Show when={entry()}>
          {(entry) => (
            <Entry.Provider value={entry()}>
              <Frame organization={entry().organization}>{props.children}</Frame>
            </Entry.Provider>
          )}
        </Show>
      </Suspense>
    </ErrorBoundary>
  );
}

function Frame(props) {
  return (
    <>
      <header class="header">
        <a href="#main" class="skip">Skip to content</a>
        <A href="/" class="brand">
          <span class="abbreviation">{words(props.organization.abbreviation)}</span>
          <span class="name">{words(props.organization.name)}</span>
        </A>
        <Menu />
      </header>
      <main class="main" id="main" tabindex="-1">
        <Suspense>{props.children}</Suspense>
      </main>
      <footer class="footer">
        <p>{words(props.organization.notice)}</p>
      </footer>
    </>
  );
}
