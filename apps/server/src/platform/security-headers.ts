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
    `img-src 'self' data: blob:`,
    `font-src 'self' data:`,
    `connect-src 'self'`,
    `worker-src 'self' blob:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
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

export function setSecurityHeaders(reply: FastifyReply): void {
  void reply.headers(HEADERS);
}
