/** An origin that no agency uses. */
const stranger = 'https://stranger.example';

/**
 * Other sites may read the notices, but nothing with a person's credentials.
 *
 * @param {import('./client.js').ContractClient} client
 * @param {import('./settings.js').CheckSettings} settings
 */
export async function checkOrigins(client, { termsId, session }) {
  const headers = { origin: stranger };
  const feed = await client.ask('notices from elsewhere', 'GET', '/notices', { headers });
  client.expect(
    'notices may be read from any page',
    allowedOrigin(feed) === '*',
    allowedOrigin(feed),
  );
  const known = { ...headers, 'if-none-match': feed.headers.get('etag') ?? '' };
  const unchanged = await client.ask('unchanged notices from elsewhere', 'GET', '/notices', {
    headers: known,
  });
  client.expect(
    'so may unchanged ones',
    allowedOrigin(unchanged) === '*',
    allowedOrigin(unchanged),
  );
  const exposed = feed.headers.get('access-control-expose-headers') ?? '';
  client.expect('their Date may be read too', /\bdate\b|\*/i.test(exposed), exposed);

  const terms = `/terms/${termsId}?lang=en`;
  const own = await client.ask('terms from elsewhere', 'GET', terms, { headers, session });
  client.expect("a person's terms are not for other sites", !admits(own), allowedOrigin(own));
  const asking = {
    ...headers,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type, x-csrf-token, idempotency-key',
  };
  for (const path of [`/terms/${termsId}/decisions`, '/messages', '/bookings']) {
    const answer = await client.preflight(path, asking);
    client.expect(
      `other sites may not write to ${path} in a person's name`,
      !admits(answer),
      allowedOrigin(answer),
    );
  }
}

/** @param {{ headers: Headers }} answer */
const allowedOrigin = ({ headers }) => headers.get('access-control-allow-origin');

/**
 * Would a browser let the other origin read this, with the person's cookies?
 *
 * @param {{ headers: Headers }} answer
 */
const admits = (answer) =>
  answer.headers.get('access-control-allow-credentials') === 'true' &&
  [stranger, '*'].includes(allowedOrigin(answer) ?? '');
