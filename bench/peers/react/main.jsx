import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter, RouterProvider } from "react-router";
import { loadEntry } from "../shared/bundle.js";
import "../shared/style.css";
import { Failure, Site, Waiting } from "./Site.jsx";

// Each page is a chunk of its own; React Router loads it and runs its loader with that of the site.
const router = createBrowserRouter([
  {
    path: "/",
    id: "site",
    loader: loadEntry,
    shouldRevalidate: () => false,
    Component: Site,
    HydrateFallback: Waiting,
    ErrorBoundary: Failure,
    children: [
      { index: true, lazy: () => import("./pages/Front.jsx") },
      { path: "press/:year?", lazy: () => import("./pages/Listing.jsx") },
      { path: "press/:year/:month/:day/:slug", lazy: () => import("./pages/Release.jsx") },
      { path: "chairpersonships", lazy: () => import("./pages/Timeline.jsx") },
      { path: ":kind/:slug", lazy: () => import("./pages/Entity.jsx") },
    ],
  },
]);

createRoot(document.getElementById("root")).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);
