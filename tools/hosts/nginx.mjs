/** For nginx: lines to include in the block of a server whose `root` is the folder `www`. */
import { FEEDS, HASHED, HEADERS, IMMUTABLE, REVALIDATED, SUBORDINATE, TYPES } from "../policy.mjs";

/**
 * @param {string} base the path of the site, with its slashes
 * @param {Record<string, string>} sent the headers of documents
 */
export function nginx(base, sent) {
  const types = Object.entries(TYPES).map(([end, type]) => `    "${type}" ${end};`);
  const documents = Object.entries(sent).map(([name, value]) => ({ name, value, variable: `$rostrum_${name.toLowerCase().replaceAll("-", "_")}` }));
  const headers = Object.entries(HEADERS).map(([name, value]) => ({ name, variable: `"${value}"` })).concat(documents);
  // A header without a value is not sent.
  const set = documents.map(({ variable, value }) => `set ${variable} "${value}";`);
  const unset = documents.map(({ variable }) => `  set ${variable} "";`);
  // Without a slash at its end, the base is no file and no page.
  const withoutSlash = base === "/" ? "" : `
location = ${base.slice(0, -1)} {
  absolute_redirect off;
  return 301 ${base};
}
`;
  return `# Rostrum at ${base}, for nginx. Written by \`make dist\`.
#
#   server {
#     server_name …;
#     root /path/to/www;
#     include /path/to/nginx.conf;
#   }

set $rostrum_caching "${REVALIDATED}";
if ($uri ~ "${HASHED.source}") {
  set $rostrum_caching "${IMMUTABLE}";
}
${set.join("\n")}
if ($uri ~ "${SUBORDINATE.source}") {
${unset.join("\n")}
}
${withoutSlash}
location ${base} {
  index index.html;
  absolute_redirect off;
  error_page 403 404 =404 ${base}404.html;

  # What stands beside each file with .gz and .br at the end of its name. If nginx does not know
  # brotli_static, remove that line or add the module (Debian: libnginx-mod-http-brotli-static).
  gzip_static on;
  gzip_vary on;
  brotli_static on;

  types {
${types.join("\n")}
  }

  add_header Cache-Control $rostrum_caching always;
${headers.map(({ name, variable }) => `  add_header ${name} ${variable} always;`).join("\n")}

  location ${base}${FEEDS.folder} {
    types {}
    default_type ${FEEDS.type};
  }

  # Files for other hosts.
  location ~ /[._][^/]*$ {
    return 404;
  }
}
`;
}
