import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CompactEncrypt, generateKeyPair, importJWK, calculateJwkThumbprint } from 'jose';
import { startServiceInProcess } from '../support/service-in-process.js';

const message = {
  caseId: '12-345678',
  subject: 'When is my visit?',
  body: 'Hello,\nwhen can I book my visit?',
  language: 'en',
  languageConfirmed: false,
  createdAt: '2026-11-22T14:05:00+01:00',
};

describe('messages', () => {
  /** @type {import('../support/service-in-process.js').ServiceInProcess} */
  let service;
  /** @type {import('../support/client.js').Session} */
  let session;
  before(async () => {
    service = await startServiceInProcess();
    session = await service.client.openSession();
  });
  after(() => service.close());

  /** @param {object} [change] */
  const send = (change) =>
    service.client.send('POST', '/messages', { session, body: { ...message, ...change } });

  /** @param {string} raw @param {string} type */
  const sendRaw = (raw, type) =>
    service.client.send('POST', '/messages', { session, raw, headers: { 'content-type': type } });

  /** The newest message, as it is stored. @returns {Promise<any>} */
  async function stored() {
    const [row] = await service.database.query(
      'SELECT content, was_encrypted FROM messages ORDER BY received_at DESC LIMIT 1',
    );
    const { content, was_encrypted: wasEncrypted } = /** @type {any} */ (row);
    return { ...JSON.parse(content), wasEncrypted };
  }

  it('stores a message with its case and gives the time of receipt', async () => {
    const { status, body } = await send();
    assert.equal(status, 201);
    assert.match(body.receivedAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$/);
    assert.deepEqual(await stored(), {
      subject: message.subject,
      body: message.body,
      wasEncrypted: false,
    });
  });

  it('accepts a message without case and subject', async () => {
    assert.equal((await send({ caseId: undefined, subject: undefined })).status, 201);
  });

  it('counts code points after NFC, and a line break as one', async () => {
    const full = '😀'.repeat(3998);
    for (const body of [`${full}\n\n`, `${full}\r\n\r\n`, `${full}\r\r`, `${full}o\u0308a\u030A`]) {
      assert.equal((await send({ body })).status, 201);
    }
    const { status, body } = await send({ body: `${full}\r\n\n\r` });
    assert.equal(status, 422);
    const { code, pointer, length, limit } = body;
    assert.deepEqual([code, pointer, length, limit], ['too-long', '#/body', 4001, 4000]);
  });

  it('counts the subject in the same way', async () => {
    assert.equal((await send({ subject: 'o\u0308'.repeat(100) })).status, 201);
    const { body } = await send({ subject: '😀'.repeat(101) });
    assert.deepEqual([body.pointer, body.length, body.limit], ['#/subject', 101, 100]);
    assert.equal((await send({ subject: 'two\nlines' })).body.errors[0].pointer, '#/subject');
  });

  it('stores the counted text', async () => {
    await send({ body: 'A\u030A\r\nb' });
    assert.equal((await stored()).body, 'Å\nb');
  });

  it('stores every character unchanged', async () => {
    const body = 'nul \0, tab \t, half \uD83D, emoji 😀, right-to-left שלום';
    assert.equal((await send({ body })).status, 201);
    assert.equal((await stored()).body, body);
  });

  it('says which fields are missing or wrong', async () => {
    const { status, body } = await send({
      body: '',
      createdAt: '2026-11-22T14:05:00',
      language: 'fi',
    });
    assert.equal(status, 422);
    const pointers = body.errors.map((/** @type {any} */ error) => error.pointer);
    assert.deepEqual(new Set(pointers), new Set(['#/body', '#/createdAt', '#/language']));
    for (const odd of ['[]', 'null', '"text"', '{}']) {
      assert.equal((await sendRaw(odd, 'application/json')).body.code, 'validation', odd);
    }
  });

  it('accepts another language only if the person confirms it', async () => {
    assert.equal((await send({ language: 'other' })).body.code, 'language-not-supported');
    assert.equal((await send({ language: 'other', languageConfirmed: true })).status, 201);
    assert.equal((await send({ language: 'unknown' })).status, 201);
  });

  it('refuses a case that does not exist', async () => {
    for (const caseId of ['no-such-case', 'nul\0', '99-999999']) {
      assert.equal((await send({ caseId })).body.code, 'case-invalid');
    }
  });

  it('accepts 64 KiB and not a byte more', async () => {
    const text = JSON.stringify(message);
    const full = text + ' '.repeat(64 * 1024 - text.length);
    assert.equal((await sendRaw(full, 'application/json')).status, 201);
    const { status, body } = await sendRaw(`${full} `, 'application/json');
    assert.deepEqual([status, body.code], [413, 'too-large']);
  });

  it('accepts JSON and JOSE, only in UTF-8', async () => {
    const text = JSON.stringify(message);
    assert.equal((await sendRaw(text, 'application/json; charset=UTF-8')).status, 201);
    for (const type of [
      'application/json; charset=latin1',
      'text/plain',
      'multipart/form-data',
      '',
    ]) {
      assert.equal((await sendRaw(text, type)).status, 415, type);
    }
    assert.equal((await sendRaw('{', 'application/json')).body.code, 'malformed');
  });

  describe('encrypted', () => {
    /** @type {any} */
    let jwk;
    before(async () => {
      const { body, headers } = await service.client.get('/messages/keys');
      assert.match(headers.get('content-type') ?? '', /^application\/jwk-set\+json/);
      [jwk] = body.keys;
    });

    /** @param {unknown} content @param {any} [header] @param {any} [key] */
    async function encrypted(content, header, key) {
      return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
        .setProtectedHeader({
          alg: 'ECDH-ES',
          enc: 'A256GCM',
          kid: jwk.kid,
          cty: 'json',
          ...header,
        })
        .encrypt(key ?? (await importJWK(jwk, 'ECDH-ES')));
    }

    /** @param {string} jwe */
    const sendJwe = (jwe) => sendRaw(jwe, 'application/jose');

    it('are decrypted with the published key, which is named by its thumbprint', async () => {
      assert.equal(jwk.kid, await calculateJwkThumbprint(jwk));
      assert.ok(!('d' in jwk));
      const { status } = await sendJwe(await encrypted({ ...message, body: 'Kära\r\nmyndighet' }));
      assert.equal(status, 201);
      assert.deepEqual(await stored(), {
        subject: message.subject,
        body: 'Kära\nmyndighet',
        wasEncrypted: true,
      });
    });

    it('are validated like all others', async () => {
      const long = await sendJwe(await encrypted({ ...message, body: 'x'.repeat(4001) }));
      assert.equal(long.body.code, 'too-long');
      assert.equal((await sendJwe(await encrypted({}))).body.code, 'validation');
      const other = await sendJwe(await encrypted({ ...message, language: 'other' }));
      assert.equal(other.body.code, 'language-not-supported');
    });

    it('require a known key', async () => {
      const unknown = await sendJwe(await encrypted(message, { kid: 'x'.repeat(43) }));
      assert.equal(unknown.body.code, 'unknown-key');
      await service.database.query(
        "UPDATE message_keys SET replaced_at = now() - interval '6 days'",
      );
      assert.equal((await sendJwe(await encrypted(message))).status, 201);
      await service.database.query(
        "UPDATE message_keys SET replaced_at = now() - interval '8 days'",
      );
      assert.equal((await sendJwe(await encrypted(message))).body.code, 'unknown-key');
      await service.database.query('UPDATE message_keys SET replaced_at = NULL');
    });

    it('are refused if they are damaged, use a weaker algorithm or are for another key', async () => {
      const whole = await encrypted(message);
      const { publicKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256' });
      for (const jwe of [
        `${whole.slice(0, -22)}${'A'.repeat(22)}`,
        await encrypted(message, {}, publicKey),
        await encrypted(message, { enc: 'A128GCM' }),
        await encrypted(message, { alg: 'ECDH-ES+A256KW' }),
        'five.parts.that.are.none',
        '',
        'x',
      ]) {
        const { status, body } = await sendJwe(jwe);
        assert.deepEqual([status, body.code], [422, 'undecryptable'], jwe.slice(0, 60));
      }
    });
  });
});
