import type { FastifyReply } from 'fastify';

/** What the built `index.html` holds where the nonce of each answer goes. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/** @param nonce for the page's own script and style elements; null for anything that is no page of the application */
export function contentSecurityPolicy(nonce: string | null): string {
  const own = nonce === null ? '' : ` 'nonce-${nonce}'`;
  return [
    `default-src 'self'`,
    `script-src 'self'${own}`,
    `style-src 'self'${own}`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    // Files of the build, of which the page's own policy admits the workers alone.
    `worker-src 'self'`,
    `frame-src 'none'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    // The page's own policy, named default, takes texts in which no element begins, and addresses of its own workers;
    // other documents write none.
    `require-trusted-types-for 'script'`,
    `trusted-types ${nonce === null ? `'none'` : 'default'}`,
  ].join('; ');
}

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy(null),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-frame-options': 'DENY',
};

const YEAR_SECONDS = 31_536_000;

/** @param publicUrl where people reach the server; over https, browsers are told to come by nothing else for a year */
export function setSecurityHeaders(reply: FastifyReply, publicUrl: string | null): void {
  void reply.headers(HEADERS);
  if (publicUrl?.startsWith('https:') === true) {
    void reply.header('strict-transport-security', `max-age=${YEAR_SECONDS}; includeSubDomains`);
  }
}
