import { randomUUID } from 'node:crypto';
import { encrypt, thumbprint } from './encrypt.js';
import { checkCaching, checkMismatch, checkReplay, checkWriteRules } from './rules.js';

/**
 * @typedef {import('./client.js').ContractClient} ContractClient
 * @typedef {import('./settings.js').CheckSettings} CheckSettings
 * @typedef {import('./settings.js').Session} Session
 */

const path = '/messages';

/** @param {ContractClient} client @param {CheckSettings} settings */
export async function checkMessages(client, { caseId, session }) {
  const body = {
    caseId,
    subject: 'Check',
    body: 'Hello\nthere',
    language: 'en',
    languageConfirmed: false,
    createdAt: new Date().toISOString(),
  };
  await client.wants('message without a session', 401, 'login-required', 'POST', path, { body });
  if (!session) return client.report.skip('messages: there is no session');
  await checkWriteRules(client, 'message', { method: 'POST', path, body, session });
  await checkRefusals(client, session, body);
  await checkLimits(client, session, body);
  const key = randomUUID();
  const made = await client.wants('message', 201, undefined, 'POST', path, {
    body,
    key,
    session,
  });
  await checkReplay(client, 'message', made, 'POST', path, { body, key, session });
  await checkMismatch(client, 'message', 'POST', path, {
    body: { ...body, body: 'Other' },
    key,
    session,
  });
  await checkEncrypted(client, session, body);
}

/** @param {ContractClient} client @param {Session} session @param {object} body */
async function checkRefusals(client, session, body) {
  /** @param {string} name @param {string} code @param {object} change */
  const refused = (name, code, change) =>
    client.wants(name, 422, code, 'POST', path, { session, body: { ...body, ...change } });
  const secret = 'Zq7-typed-by-a-person';
  const faulty = await refused('message without an offset', 'validation', {
    createdAt: '2026-11-22T14:05:00',
    body: secret,
  });
  client.expect(
    'an error repeats nothing that was typed',
    !faulty.text.includes(secret),
    faulty.text,
  );
  await refused('message in another language', 'language-not-supported', { language: 'other' });
  await refused('message in an unknown case', 'case-invalid', { caseId: 'no-such-case' });
  await refused('subject of two lines', 'validation', { subject: 'a\nb' });
  const insisting = { ...body, language: 'other', languageConfirmed: true };
  await client.wants('another language, insisted on', 201, undefined, 'POST', path, {
    session,
    body: insisting,
  });
}

/** @param {ContractClient} client @param {Session} session @param {object} message */
async function checkLimits(client, session, message) {
  const send = (/** @type {object} */ change) => ({ session, body: { ...message, ...change } });
  const long = await client.wants(
    'message that is too long',
    422,
    'too-long',
    'POST',
    path,
    send({ body: 'x'.repeat(4001) }),
  );
  const { length, limit, pointer } = long.body ?? {};
  const tells = length === 4001 && limit === 4000 && pointer === '#/body';
  client.expect('too-long tells where and by how much', tells, long.body);
  await client.wants(
    'subject that is too long',
    422,
    'too-long',
    'POST',
    path,
    send({ subject: 'x'.repeat(101) }),
  );
  const full = `${'😀'.repeat(3998)}\r\n\n`;
  await client.wants(
    '4000 emoji and line breaks, each counted as one',
    201,
    undefined,
    'POST',
    path,
    send({ body: full }),
  );
  const composed = 'o\u0308'.repeat(4000);
  await client.wants(
    '4000 letters, counted when composed',
    201,
    undefined,
    'POST',
    path,
    send({ body: composed }),
  );
  const padded = JSON.stringify(send({}).body).padEnd(64 * 1024);
  await client.wants('64 KiB', 201, undefined, 'POST', path, { session, raw: padded });
  const large = JSON.stringify(send({ body: 'x'.repeat(2 ** 20) }).body);
  await client.wants('message that is too large', 413, 'too-large', 'POST', path, {
    session,
    raw: large,
  });
}

/** @param {ContractClient} client @param {Session} session @param {object} body */
async function checkEncrypted(client, session, body) {
  const { status } = await client.ask('keys', 'GET', '/messages/keys');
  if (status === 404) return client.report.skip('encrypted messages: there are no keys');
  const { body: set } = await checkCaching(client, 'keys', '/messages/keys');
  const [key] = set.keys;
  client.expect('the key is named by its thumbprint', key.kid === thumbprint(key), key.kid);
  const isPublic = set.keys.every((/** @type {object} */ one) => !('d' in one));
  client.expect('no key shows its private part', isPublic);
  /** @param {string} raw */
  const sealed = (raw) => ({ session, raw, headers: { 'content-type': 'application/jose' } });
  const whole = encrypt(body, key);
  const damaged = whole.slice(0, -22) + 'A'.repeat(22);
  const unknown = encrypt(body, { ...key, kid: 'x'.repeat(43) });
  await client.wants('encrypted message', 201, undefined, 'POST', path, sealed(whole));
  await client.wants(
    'encrypted with an unknown key',
    422,
    'unknown-key',
    'POST',
    path,
    sealed(unknown),
  );
  await client.wants('encrypted and damaged', 422, 'undecryptable', 'POST', path, sealed(damaged));
}
