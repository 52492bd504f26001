/** For Apache: the `.htaccess` in the folder of the site. */
import { FEEDS, HASHED, HEADERS, IMMUTABLE, REVALIDATED, SUBORDINATE, TYPES } from "../policy.mjs";

/**
 * @param {string} base the path of the site, with its slashes
 * @param {Record<string, string>} sent the headers of documents
 */
export function apache(base, sent) {
  const types = Object.entries(TYPES).map(([end, type]) => `AddType "${type}" .${end}`);
  const headers = Object.entries({ ...HEADERS, ...sent }).map(([name, value]) => `Header always set ${name} "${value}"`);
  const unset = Object.keys(sent).map((name) => `  Header always unset ${name}`);
  const packed = (/** @type {RegExp} */ { source }) => source.replace(/\$$/, String.raw`(\.br|\.gz)?$`);
  return `# Rostrum at ${base}, for Apache 2.4 with mod_dir, mod_headers, mod_mime and mod_rewrite, where
# AllowOverride is All for the folder. Written by \`make dist\`.

DirectoryIndex index.html
DirectorySlash On
Options -Indexes -MultiViews
ErrorDocument 404 ${base}404.html

${types.join("\n")}
<If "%{REQUEST_URI} =~ m#^${base}${FEEDS.folder}#">
  ForceType ${FEEDS.type}
</If>

Header always set Cache-Control "${REVALIDATED}"
<FilesMatch "${packed(HASHED)}">
  Header always set Cache-Control "${IMMUTABLE}"
</FilesMatch>
${headers.join("\n")}
<FilesMatch "${packed(SUBORDINATE)}">
${unset.join("\n")}
</FilesMatch>
Header always merge Vary Accept-Encoding

# What stands beside each file with .br and .gz at the end of its name. Elsewhere .gz may be an
# archive and .br a language.
RemoveType .br .gz
RemoveLanguage .br
AddEncoding br .br
AddEncoding gzip .gz

RewriteEngine On
RewriteBase ${base}

# Files for other hosts, and folders without a page.
RewriteRule (^|/)[._][^/]*$ - [R=404,L]
RewriteCond %{REQUEST_FILENAME} -d
RewriteCond %{REQUEST_FILENAME}/index.html !-f
RewriteRule ^ - [R=404,L]

RewriteCond %{REQUEST_FILENAME} -d
RewriteRule ^(.*/)?$ $1index.html [L]

RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b(?!\\s*;\\s*q=0)
RewriteCond %{REQUEST_FILENAME}.br -f
RewriteRule ^(.+)$ $1.br [L]

RewriteCond %{HTTP:Accept-Encoding} \\bgzip\\b(?!\\s*;\\s*q=0)
RewriteCond %{REQUEST_FILENAME}.gz -f
RewriteRule ^(.+)$ $1.gz [L]
`;
}
