import { createHash, randomUUID } from 'node:crypto';
import { checkCaching, checkMismatch, checkReplay, checkWriteRules } from './rules.js';

/**
 * @typedef {import('./client.js').ContractClient} ContractClient
 * @typedef {import('./settings.js').CheckSettings} CheckSettings
 * @typedef {import('./settings.js').Session} Session
 */

/** @param {ContractClient} client @param {CheckSettings} settings */
export async function checkTerms(client, settings) {
  const current = await checkTexts(client, settings);
  const path = `/terms/${settings.termsId}/decisions`;
  const { version, digest } = current;
  const body = { version, lang: 'en', digest, decision: 'accepted' };
  await client.wants('decision without a session', 401, 'login-required', 'POST', path, { body });
  await client.wants('decision without session and key', 401, 'login-required', 'POST', path, {
    body,
    key: null,
  });
  if (!settings.session) return client.report.skip('decisions: there is no session');
  await checkRefusals(client, settings.session, path, body, current);
  await checkDecision(client, settings.session, settings.termsId, body);
}

/** @param {ContractClient} client @param {CheckSettings} settings */
async function checkTexts(client, { termsId, retiredTerms }) {
  const path = `/terms/${termsId}`;
  const get = (/** @type {string} */ address) => client.ask(`GET ${address}`, 'GET', address);
  await client.wants('terms in no language', 400, 'malformed', 'GET', path);
  await client.wants('terms in Finnish', 400, 'malformed', 'GET', `${path}?lang=fi`);
  await client.wants('unknown terms', 404, 'not-found', 'GET', '/terms/no-such-terms?lang=en');
  await client.wants('unknown version', 404, 'not-found', 'GET', `${path}/versions/0000?lang=en`);
  if (retiredTerms) {
    await client.wants('retired terms', 410, 'retired', 'GET', `/terms/${retiredTerms}?lang=en`);
  } else client.report.skip('retired terms: none are named');

  const { body: current } = await checkCaching(
    client,
    'terms without a session',
    `${path}?lang=en`,
  );
  client.expect('accepted is null without a session', current.accepted === null, current.accepted);
  for (const lang of ['sv', 'en']) {
    const { body } = await get(`${path}?lang=${lang}`);
    checkText(client, `the text in ${lang}`, body);
    client.expect(`the text in ${lang} says so`, body.lang === lang, body.lang);
  }
  const earlier = supersededBy(current.markdown);
  if (!earlier) client.report.skip('an earlier version: the terms supersede none');
  else {
    const { body } = await checkCaching(
      client,
      'earlier terms',
      `${path}/versions/${earlier}?lang=en`,
    );
    checkText(client, 'the earlier text', body);
  }
  return { ...current, earlier };
}

/**
 * @param {ContractClient} client
 * @param {string} name
 * @param {{ markdown: string, digest: string }} text
 */
function checkText(client, name, { markdown, digest }) {
  client.expect(`${name} has its own digest`, digest === digestOf(markdown), digest);
  client.expect(`${name} has LF and no byte order mark`, !/\r|^\uFEFF/.test(markdown));
}

/**
 * @param {ContractClient} client
 * @param {Session} session
 * @param {string} path
 * @param {any} body
 * @param {any} current
 */
async function checkRefusals(client, session, path, body, { version, earlier }) {
  /** @param {string} name @param {number} status @param {string} code @param {object} change */
  const refused = (name, status, code, change) =>
    client.wants(name, status, code, 'POST', path, { session, body: { ...body, ...change } });
  await checkWriteRules(client, 'decision', { method: 'POST', path, body, session });
  await client.wants(
    'decision on unknown terms',
    404,
    'not-found',
    'POST',
    '/terms/no-such-terms/decisions',
    { body, session },
  );
  await refused('decision that is neither', 422, 'validation', { decision: 'consented' });
  await refused('decision on another text', 422, 'digest-mismatch', { digest: digestOf('x') });
  if (!earlier) return;
  const stale = await refused('decision on an earlier version', 409, 'stale-version', {
    version: earlier,
  });
  const { currentVersion } = stale.body ?? {};
  client.expect('stale-version names the current one', currentVersion === version, currentVersion);
}

/** @param {ContractClient} client @param {Session} session @param {string} termsId @param {any} body */
async function checkDecision(client, session, termsId, body) {
  const path = `/terms/${termsId}/decisions`;
  const key = randomUUID();
  const made = await client.wants('decision', 201, undefined, 'POST', path, {
    body,
    key,
    session,
  });
  client.expect('the receipt speaks of acceptance, not consent', !/consent/i.test(made.text));
  client.expect('the receipt is about the text read', made.body?.digest === body.digest, made.body);
  await checkReplay(client, 'decision', made, 'POST', path, { body, key, session });
  const declined = { ...body, decision: 'declined' };
  await checkMismatch(client, 'decision', 'POST', path, { body: declined, key, session });

  const address = `/terms/${termsId}?lang=sv`;
  const { body: after } = await client.ask('terms when accepted', 'GET', address, { session });
  const isKnown = after.accepted?.version === body.version && after.decisionNeeded === false;
  client.expect('an acceptance counts in every language', isKnown, after.accepted);
  const { headers } = await client.ask('terms without a session', 'GET', address);
  const known = { 'if-none-match': headers.get('etag') ?? '' };
  const own = await client.ask('terms with a session', 'GET', address, {
    session,
    headers: known,
  });
  client.expect('the tag follows who asks', own.status === 200, own.status);
  if (after.upcoming) await checkEarlyAcceptance(client, session, termsId, after.upcoming.version);
  else client.report.skip('early acceptance: no version is upcoming');
}

/**
 * @param {ContractClient} client
 * @param {Session} session
 * @param {string} termsId
 * @param {string} version
 */
async function checkEarlyAcceptance(client, session, termsId, version) {
  const { body: next } = await client.ask(
    'upcoming terms',
    'GET',
    `/terms/${termsId}/versions/${version}?lang=en`,
  );
  const body = { version, lang: 'en', digest: next.digest, decision: 'accepted' };
  await client.wants('early acceptance', 201, undefined, 'POST', `/terms/${termsId}/decisions`, {
    session,
    body,
  });
  const { body: after } = await client.ask(
    'terms accepted early',
    'GET',
    `/terms/${termsId}?lang=en`,
    { session },
  );
  const counts = after.accepted?.version === version && after.decisionNeeded === false;
  client.expect('early acceptance counts for the present version', counts, after.accepted);
}

/** @param {string} markdown @returns {string | undefined} */
function supersededBy(markdown) {
  const [, version] = /^supersedes:\s*"?([^"\n]+)"?$/m.exec(markdown) ?? [];
  return version === 'null' ? undefined : version;
}

/** @param {string} text */
const digestOf = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
