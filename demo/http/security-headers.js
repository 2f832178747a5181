/**
 * The strict policy with which all five elements are tested, and the directives for pages that
 * `default-src` does not cover.
 */
const page = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html lucka',
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
];

/** Responses of the contract are data: opened in a browser window, they can execute nothing. */
const data = ["default-src 'none'", "frame-ancestors 'none'"];

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/**
 * Set before anything else, so that errors have them too. The proxy that terminates TLS sets
 * `Strict-Transport-Security`.
 *
 * @param {import('fastify').FastifyInstance} app
 */
export function addSecurityHeaders(app) {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeadersOf(request.url));
  });
}

/** @param {string} address of the request, with its query */
export function securityHeadersOf(address) {
  const path = address.replace(/\?.*/s, '').replace(/^\/fordon(?=\/api\/)/, '');
  if (path === '/api/notices') return ofNotices;
  return path.startsWith('/api/') || path.startsWith('/admin/') ? ofData : ofPages;
}

/**
 * The notice feed is public: any page may read it, and synchronize its clock with it. Requests have no
 * credentials, so `*` is safe.
 */
const anyOrigin = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Age, Date, ETag, Retry-After',
  'cross-origin-resource-policy': 'cross-origin',
};

/** @param {readonly string[]} policy */
const withPolicy = (policy) => ({
  ...always,
  'content-security-policy': policy.join('; '),
  'cross-origin-resource-policy': 'same-origin',
});

const ofPages = withPolicy(page);
const ofData = withPolicy(data);
const ofNotices = { ...ofData, ...anyOrigin };
