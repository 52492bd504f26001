/**
 * The accessibility tree as Chromium gives it to assistive technology, closed, open and filtered; what
 * Firefox makes of the same markup stands in menu.spec.ts, menu-filter.spec.ts and menu-drawer.spec.ts.
 */
import { type Page, expect, test } from "./fixtures.ts";
import { Menu } from "./menu.ts";

/** Roles that say nothing of their own: what stands in them is told in their place. */
const SILENT = ["none", "generic", "StaticText", "InlineTextBox", "ListMarker", "LabelText", "paragraph"];
const STATES = ["expanded", "focused", "modal", "hasPopup", "keyshortcuts"];

/** What assistive technology gets of the landmark with the main menu, one line for each element. */
async function heard(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  type Heard = (typeof nodes)[number];
  const lines: string[] = [];
  const tell = (node: Heard, depth: number): void => {
    const role = String(node.role?.value);
    const isTold = !node.ignored && !SILENT.includes(role);
    if (isTold) {
      const states = (node.properties ?? [])
        .filter(({ name, value }) => STATES.includes(name) && value.value !== undefined && value.value !== "")
        .map(({ name, value }) => ` [${name}=${String(value.value)}]`);
      const name = String(node.name?.value ?? "");
      lines.push(`${"  ".repeat(depth)}${role}${name && ` "${name}"`}${states.sort().join("")}`);
    }
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) tell(child, depth + Number(isTold));
    }
  };
  // While a modal dialog is open, nothing around it is told.
  const isMenu = ({ ignored, role, name }: Heard) =>
    !ignored && ["navigation", "dialog"].includes(String(role?.value)) && name?.value === "Main menu";
  const root = nodes.find(isMenu);
  if (root) tell(root, 0);
  return lines.join("\n");
}

/** A text of lines without the indentation that it has here. */
function lines(text: string): string {
  const rows = text.split("\n").slice(1, -1);
  const margin = Math.min(...rows.map((row) => row.search(/\S/)));
  return rows.map((row) => row.slice(margin)).join("\n");
}

const MENU = [
  { label: { en: "Work" }, to: "/fields/", items: [
    { label: { en: "Security" }, items: [
      { label: { en: "Policing" }, to: "/fields/policing/", items: [{ label: { en: "Youth" }, to: "/fields/youth/" }] },
    ] },
    { label: { en: "Elsewhere" }, to: "https://example.org/" },
  ] },
  { label: { en: "Countries" }, to: "/countries/", panel: "directory", items: [
    { label: { en: "States" }, items: [
      { label: { en: "Albania" }, to: "/countries/albania/" },
      { label: { en: "Switzerland" }, to: "/countries/switzerland/" },
    ] },
  ] },
];

async function visits(page: Page): Promise<Menu> {
  await page.clock.setFixedTime("2026-06-01T12:00:00Z");
  const menu = new Menu(page);
  await menu.replaceWith(MENU);
  await menu.visit();
  return menu;
}

test("closed, there are links and the buttons that open more", async ({ page }) => {
  await visits(page);
  expect(await heard(page)).toBe(lines(`
    navigation "Main menu"
      list
        listitem
          link "Work"
          button "More of Work" [expanded=false]
        listitem
          link "Countries"
          button "More of Countries" [expanded=false] [keyshortcuts=Control+/]
  `));
});

test("open, a panel is lists under their headings, and a branch another button", async ({ page }) => {
  const menu = await visits(page);
  await menu.opens("Work");
  await menu.opens("Policing");
  expect(await heard(page)).toBe(lines(`
    navigation "Main menu"
      list
        listitem
          link "Work"
          button "More of Work" [expanded=true]
          list
            listitem
              list "Security"
                listitem
                  link "Policing"
                  button "More of Policing" [expanded=true] [focused=true]
                  list "Policing"
                    listitem
                      link "Youth"
            listitem
              link "Elsewhere (leads to another site)"
        listitem
          link "Countries"
          button "More of Countries" [expanded=false] [keyshortcuts=Control+/]
  `));
});

test("filtered, what does not match is gone and the count is there", async ({ page }) => {
  const menu = await visits(page);
  await menu.opens("Countries");
  await menu.filter.fill("swi");
  expect(await heard(page)).toBe(lines(`
    navigation "Main menu"
      list
        listitem
          link "Work"
          button "More of Work" [expanded=false]
        listitem
          link "Countries"
          button "More of Countries" [expanded=true] [keyshortcuts=Control+/]
          searchbox "Filter" [focused=true]
          status
          list
            listitem
              list "States"
                listitem
                  link "Switzerland in the chair"
  `));
});

test("in a small container there is one button, then a modal dialog", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const menu = await visits(page);
  expect(await heard(page)).toBe(lines(`
    navigation "Main menu"
      button "Menu" [expanded=false] [hasPopup=dialog]
  `));
  await menu.menuButton.click();
  await menu.drawer.getByRole("button", { name: "Work" }).click();
  await menu.hasFocusOn("Work");
  expect(await heard(page)).toBe(lines(`
    dialog "Main menu" [modal=true]
      button "Back"
      button "Close"
      heading "Work" [focused=true]
        link "Work"
      list
        listitem
          button "Security"
        listitem
          link "Elsewhere (leads to another site)"
  `));
});
