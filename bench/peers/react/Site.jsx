import { isRouteErrorResponse, Link, Outlet, ScrollRestoration, useNavigation, useRouteError, useRouteLoaderData } from "react-router";
import { words } from "../shared/bundle.js";
import { Menu } from "./menu/Menu.jsx";

export const useEntry = () => useRouteLoaderData("site");

export function Site() {
  const { organization } = useEntry();
  const { state } = useNavigation();
  return (
    <>
      <div role="status" className={state === "idle" ? "progress" : "progress active"}>
        <span>{state !== "idle" && "The page is loading."}</span>
      </div>
      <header className="header">
        <a href="#main" className="skip">Skip to content</a>
        <Link to="/" className="brand">
          <span className="abbreviation">{words(organization.abbreviation)}</span>
          <span className="name">{words(organization.name)}</span>
        </Link>
        <Menu />
      </header>
      <main className="main" id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="footer">
        <p>{words(organization.notice)}</p>
      </footer>
      <ScrollRestoration />
    </>
  );
}

export function Waiting() {
  return <p className="main">The page is loading.</p>;
}

export function Failure() {
  const error = useRouteError();
  const says = isRouteErrorResponse(error) ? "There is no such page." : error.message;
  return (
    <p className="main">
      {says} <a href="/">To the front page</a>
    </p>
  );
}
