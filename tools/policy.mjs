/**
 * The response headers that the site is made for. `docs/hosting.md` gives the same lines for common
 * servers; the end-to-end tests run under them, so that what breaks one breaks a test.
 */

/** The strictest policy that lets WebAssembly compile (Content Security Policy Level 3, Trusted Types). */
export const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types rostrum-offline",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join("; ");

export const HEADERS = {
  "Content-Security-Policy": POLICY,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Content-Type-Options": "nosniff",
};

/** A name that carries the hash of its content never changes its content. */
export const HASHED = /[-.][0-9a-f]{8,}\.[a-z]+$/;

/**
 * How long a file may be kept without asking.
 * @param {string} pathname
 */
export function caching(pathname) {
  return HASHED.test(pathname) ? "public, max-age=31536000, immutable" : "no-cache";
}
