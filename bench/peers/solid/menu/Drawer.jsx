import { useLocation } from "@solidjs/router";
import { createEffect, createSignal, For, on, Show } from "solid-js";
import { words } from "../../shared/bundle.js";
import { Directory } from "./Directory.jsx";
import { Entries, Name } from "./Entries.jsx";

/** The menu where the bar has no room: one level, then what is under an item of it, with a way back. */
export function Drawer(props) {
  const location = useLocation();
  const [isOpen, setIsOpen] = createSignal(false);
  const [top, setTop] = createSignal(null);
  let dialog;
  const open = () => {
    setIsOpen(true);
    dialog.showModal();
  };
  const closed = () => {
    setIsOpen(false);
    setTop(null);
  };
  createEffect(on(() => location.pathname, () => dialog.close(), { defer: true }));
  return (
    <>
      <button type="button" class="menu-button" aria-haspopup="dialog" onClick={open}>Menu</button>
      <dialog class="menu-drawer" aria-label="Main menu" ref={dialog} onClose={closed}>
        <Show when={isOpen()}>
          <div class="menu-drawer-bar">
            <Show when={top()}><button type="button" class="back" onClick={() => setTop(null)}>Back</button></Show>
            <button type="button" class="close" onClick={() => dialog.close()}>Close</button>
          </div>
          <Show when={top()} fallback={<Tops menu={props.menu} choose={setTop} />}>
            {(item) => <Level item={item()} />}
          </Show>
        </Show>
      </dialog>
    </>
  );
}

function Tops(props) {
  return (
    <ul class="menu-rows">
      <For each={props.menu}>
        {(item) => (
          <li>
            <Show when={item.items} fallback={<Name item={item} />}>
              <button type="button" class="deeper" onClick={() => props.choose(item)}>{words(item.label)}</button>
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}

function Level(props) {
  return (
    <>
      <p class="menu-drawer-title"><Name item={props.item} /></p>
      <Show when={props.item.panel === "directory"} fallback={<Entries items={props.item.items} class="menu-entries menu-rows" />}>
        <Directory items={props.item.items} />
      </Show>
    </>
  );
}
