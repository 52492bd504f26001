import { A, useLocation } from "@solidjs/router";
import { createEffect, createSignal, For, on, onCleanup, Show } from "solid-js";
import { words } from "../../shared/bundle.js";
import { useEntry } from "../Site.jsx";
import { Directory } from "./Directory.jsx";
import { Drawer } from "./Drawer.jsx";
import { Entries } from "./Entries.jsx";

/** The bar of top items: disclosures, one of them open at a time, and a drawer where there is no room. */
export function Menu() {
  const { menu } = useEntry();
  const location = useLocation();
  const [open, setOpen] = createSignal(null);
  let nav;

  // Going elsewhere closes what is open.
  createEffect(on(() => location.pathname, () => setOpen(null), { defer: true }));

  createEffect(() => {
    if (open() === null) return;
    const leave = ({ target }) => nav.contains(target) || setOpen(null);
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    onCleanup(() => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
    });
  });

  const escape = ({ key }) => {
    if (key !== "Escape" || open() === null) return;
    nav.querySelector(`[aria-controls="panel-${open()}"]`).focus();
    setOpen(null);
  };

  return (
    <nav class="menu" aria-label="Main menu" ref={nav} onKeyDown={escape}>
      <ul class="menu-bar">
        <For each={menu}>
          {(item, index) => (
            <Top
              item={item}
              id={`panel-${index()}`}
              isOpen={open() === index()}
              toggle={() => setOpen((before) => (before === index() ? null : index()))}
            />
          )}
        </For>
      </ul>
      <Drawer menu={menu} />
    </nav>
  );
}

function Top(props) {
  const name = words(props.item.label);
  return (
    <li class="menu-top">
      <A href={props.item.to}>{name}</A>
      <Show when={props.item.items}>
        <button
          type="button"
          class="trigger"
          aria-label={`More of ${name}`}
          aria-expanded={props.isOpen}
          aria-controls={props.id}
          onClick={() => props.toggle()}
        />
        <div class="menu-panel" id={props.id} hidden={!props.isOpen}>
          <Show when={props.isOpen}>
            <Show
              when={props.item.panel === "directory"}
              fallback={<Entries items={props.item.items} class="menu-entries menu-columns" />}
            >
              <Directory items={props.item.items} />
            </Show>
          </Show>
        </div>
      </Show>
    </li>
  );
}
