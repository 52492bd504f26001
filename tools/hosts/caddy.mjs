/** For Caddy: lines to import into the block of a site whose `root` is the folder `www`. */
import { FEEDS, HASHED, HEADERS, IMMUTABLE, REVALIDATED, SUBORDINATE, TYPES } from "../policy.mjs";

/**
 * @param {string} base the path of the site, with its slashes
 * @param {Record<string, string>} sent the headers of documents
 */
export function caddy(base, sent) {
  const lines = (/** @type {Record<string, string>} */ headers) => Object.entries(headers).map(([name, value]) => `      ${name} "${value}"`).join("\n");
  const types = Object.entries(TYPES).map(([end, type]) => `    @rostrum-${end} path *.${end}
    header @rostrum-${end} Content-Type "${type}"`);
  const withoutSlash = base === "/" ? "" : `redir ${base.slice(0, -1)} ${base} permanent\n`;
  return `# Rostrum at ${base}, for Caddy 2. Written by \`make dist\`.
#
#   example.org {
#     root * /path/to/www
#     import /path/to/Caddyfile
#   }

${withoutSlash}handle ${base}* {
  # In this order: what stands later counts.
  route {
    header {
      Cache-Control "${REVALIDATED}"
${lines(HEADERS)}
    }
    @rostrum-documents not path_regexp ${SUBORDINATE.source}
    header @rostrum-documents {
${lines(sent)}
    }
    @rostrum-hashed path_regexp ${HASHED.source}
    header @rostrum-hashed Cache-Control "${IMMUTABLE}"
${types.join("\n")}
    header ${base}${FEEDS.folder}* Content-Type ${FEEDS.type}

    # Files for other hosts.
    @rostrum-other path_regexp /[._][^/]*$
    error @rostrum-other 404

    # What stands beside each file with .br and .gz at the end of its name.
    file_server {
      precompressed br gzip
    }
  }
}

handle_errors {
  @rostrum-missing path ${base}*
  handle @rostrum-missing {
    route {
      header Cache-Control "${REVALIDATED}"
      header Content-Type "${TYPES.html}"
      header {
${lines(sent)}
      }
      rewrite * ${base}404.html
      file_server {
        precompressed br gzip
      }
    }
  }
}
`;
}
