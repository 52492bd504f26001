import { Route, Router } from "@solidjs/router";
import { lazy } from "solid-js";
import { render } from "solid-js/web";
import "../shared/style.css";
import { getRelease, getReleases, KINDS, wantedOf } from "./loading.js";
import { Site } from "./Site.jsx";

// Each page is a chunk of its own; what it shows is asked for at the same time (`preload`).
const routes = () => (
  <Router root={Site}>
    <Route path="/" component={lazy(() => import("./pages/Front.jsx"))} preload={() => getReleases({}, 1)} />
    <Route
      path="/press/:year?"
      component={lazy(() => import("./pages/Listing.jsx"))}
      preload={({ params, location: { query } }) => getReleases(...wantedOf(params, query))}
    />
    <Route
      path="/press/:year/:month/:day/:slug"
      component={lazy(() => import("./pages/Release.jsx"))}
      preload={({ params }) => getRelease(params)}
    />
    <Route path="/chairpersonships" component={lazy(() => import("./pages/Timeline.jsx"))} />
    <Route
      path="/:kind/:slug"
      component={lazy(() => import("./pages/Entity.jsx"))}
      preload={({ params: { kind, slug } }) => KINDS[kind] && getReleases({ [KINDS[kind]]: slug }, 1)}
    />
    <Route path="*" component={() => <p>There is no such page.</p>} />
  </Router>
);

render(routes, document.getElementById("root"));
