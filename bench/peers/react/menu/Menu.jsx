import { useEffect, useRef, useState } from "react";
import { Link, useLocation } from "react-router";
import { words } from "../../shared/bundle.js";
import { useEntry } from "../Site.jsx";
import { Directory } from "./Directory.jsx";
import { Drawer } from "./Drawer.jsx";
import { Entries } from "./Entries.jsx";

/** The bar of top items: disclosures, one of them open at a time, and a drawer where there is no room. */
export function Menu() {
  const { menu } = useEntry();
  const { key } = useLocation();
  const [open, setOpen] = useState(null);
  const nav = useRef(null);

  // Going elsewhere closes what is open.
  const [place, setPlace] = useState(key);
  if (place !== key) {
    setPlace(key);
    setOpen(null);
  }

  useEffect(() => {
    if (open === null) return undefined;
    const leave = ({ target }) => nav.current.contains(target) || setOpen(null);
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
    };
  }, [open]);

  const escape = ({ key: pressed }) => {
    if (pressed !== "Escape" || open === null) return;
    nav.current.querySelector(`[aria-controls="panel-${open}"]`).focus();
    setOpen(null);
  };

  return (
    <nav className="menu" aria-label="Main menu" ref={nav} onKeyDown={escape}>
      <ul className="menu-bar">
        {menu.map((item, index) => (
          <Top key={item.to} item={item} id={`panel-${index}`} isOpen={open === index} toggle={() => setOpen(open === index ? null : index)} />
        ))}
      </ul>
      <Drawer key={place} menu={menu} />
    </nav>
  );
}

function Top({ item, id, isOpen, toggle }) {
  const name = words(item.label);
  return (
    <li className="menu-top">
      <Link to={item.to}>{name}</Link>
      {item.items && (
        <button type="button" className="trigger" aria-label={`More of ${name}`} aria-expanded={isOpen} aria-controls={id} onClick={toggle} />
      )}
      {item.items && (
        <div className="menu-panel" id={id} hidden={!isOpen}>
          {isOpen && (item.panel === "directory" ? <Directory items={item.items} /> : <Entries items={item.items} className="menu-entries menu-columns" />)}
        </div>
      )}
    </li>
  );
}
