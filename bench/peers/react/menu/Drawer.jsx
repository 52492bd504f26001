import { useRef, useState } from "react";
import { words } from "../../shared/bundle.js";
import { Directory } from "./Directory.jsx";
import { Entries, Name } from "./Entries.jsx";

/** The menu where the bar has no room: one level, then what is under an item of it, with a way back. */
export function Drawer({ menu }) {
  const dialog = useRef(null);
  const [isOpen, setIsOpen] = useState(false);
  const [top, setTop] = useState(null);
  const open = () => {
    setIsOpen(true);
    dialog.current.showModal();
  };
  const closed = () => {
    setIsOpen(false);
    setTop(null);
  };
  return (
    <>
      <button type="button" className="menu-button" aria-haspopup="dialog" onClick={open}>Menu</button>
      <dialog className="menu-drawer" aria-label="Main menu" ref={dialog} onClose={closed}>
        {isOpen && (
          <>
            <div className="menu-drawer-bar">
              {top && <button type="button" className="back" onClick={() => setTop(null)}>Back</button>}
              <button type="button" className="close" onClick={() => dialog.current.close()}>Close</button>
            </div>
            {top ? <Level item={top} /> : <Tops menu={menu} choose={setTop} />}
          </>
        )}
      </dialog>
    </>
  );
}

function Tops({ menu, choose }) {
  return (
    <ul className="menu-rows">
      {menu.map((item) => (
        <li key={item.to}>
          {item.items ? <button type="button" className="deeper" onClick={() => choose(item)}>{words(item.label)}</button> : <Name item={item} />}
        </li>
      ))}
    </ul>
  );
}

function Level({ item }) {
  return (
    <>
      <p className="menu-drawer-title"><Name item={item} /></p>
      {item.panel === "directory" ? <Directory items={item.items} /> : <Entries items={item.items} className="menu-entries menu-rows" />}
    </>
  );
}
