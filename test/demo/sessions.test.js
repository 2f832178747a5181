import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ask } from '../support/client.js';
import { startServiceInProcess } from '../support/service-in-process.js';

describe('sessions and safety', () => {
  /** @type {import('../support/service-in-process.js').ServiceInProcess} */
  let service;
  before(async () => {
    service = await startServiceInProcess();
  });
  after(() => service.close());

  const decide = (/** @type {any} */ options) =>
    service.client.send('POST', '/terms/my-page/decisions', { body: {}, ...options });

  it('gives each new visitor a session cookie that scripts cannot read', async () => {
    const [one, other] = await Promise.all([fetch(service.address), fetch(service.address)]);
    const cookie = one.headers.get('set-cookie') ?? '';
    assert.match(cookie, /^session=\S+; Path=\/; HttpOnly; SameSite=Lax$/);
    assert.notEqual(cookie, other.headers.get('set-cookie'));
  });

  it('finds its cookie among other cookies', async () => {
    const { cookie, csrf } = await service.client.openSession();
    const among = `a=1; xsession=no; ${cookie}; session2="no"; b=%ZZ`;
    assert.notEqual((await decide({ session: { cookie: among, csrf } })).status, 401);
    const altered = cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    assert.equal((await decide({ session: { cookie: altered, csrf } })).status, 401);
  });

  it('keeps an existing session on both pages', async () => {
    const { cookie, csrf } = await service.client.openSession();
    for (const path of ['/', '/sv']) {
      const page = await fetch(service.address + path, { headers: { cookie } });
      assert.equal(page.headers.get('set-cookie'), null);
      assert.ok((await page.text()).includes(`name="csrf-token" content="${csrf}"`));
    }
  });

  it('requires a log-in without a session, and gives its address', async () => {
    const forged = { cookie: 'session=p-somebody.signature', csrf: 'x' };
    for (const session of [undefined, forged]) {
      const { status, headers, body } = await decide({ session });
      assert.equal(status, 401);
      assert.equal(body.code, 'login-required');
      assert.equal(body.loginHref, '/');
      assert.equal(headers.get('www-authenticate'), 'Session');
    }
  });

  it("refuses a session without its own page's token", async () => {
    const [mine, theirs] = [await service.client.openSession(), await service.client.openSession()];
    for (const csrf of ['', 'wrong', theirs.csrf]) {
      const { status, body } = await decide({ session: { ...mine, csrf } });
      assert.equal(status, 403);
      assert.equal(body.code, 'csrf');
    }
  });

  it('checks session and token before the key and the body', async () => {
    const session = { ...(await service.client.openSession()), csrf: 'wrong' };
    assert.equal((await decide({ key: null, raw: '{' })).status, 401);
    assert.equal((await decide({ key: null, raw: '{', session })).status, 403);
  });

  it('serves the pages under the strict content security policy', async () => {
    const strict =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
      "img-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html lucka";
    for (const path of ['/', '/sv', '/page/missing.css']) {
      const policy = (await fetch(service.address + path)).headers.get('content-security-policy');
      assert.ok(policy?.startsWith(strict), path);
      assert.doesNotMatch(policy ?? '', /unsafe|\*|data:/);
    }
  });

  it('gives every answer its security headers, errors too', async () => {
    for (const path of ['/', '/nowhere', '/api/nowhere', '/api/terms/my-page?lang=en']) {
      const { headers } = await fetch(service.address + path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.ok(headers.get('content-security-policy'), path);
      assert.equal(headers.get('access-control-allow-origin'), null, path);
    }
  });

  it('answers unknown addresses with problem details', async () => {
    for (const [path, status] of /** @type {const} */ ([
      ['/api/nowhere', 404],
      ['/api/terms/my-page', 400],
      ['/api/terms/%zz?lang=en', 400],
      ['/api/terms/%00?lang=en', 404],
      [`/api/terms/${'x'.repeat(900)}?lang=en`, 400],
    ])) {
      const answer = await ask(service.address + path, 'GET');
      assert.equal(answer.status, status, path);
      assert.equal(answer.body.status, status, path);
      assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/, path);
      assert.equal(answer.headers.get('cache-control'), 'no-store', path);
    }
  });

  it('neither serves a page without its token nor files outside its folder', async () => {
    for (const path of ['/page/index.html', '/page/..%2fmain.js', '/cdn/..%2fpackage.json']) {
      assert.notEqual((await fetch(service.address + path)).status, 200, path);
    }
  });
});
