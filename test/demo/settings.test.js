import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from '../../demo/settings.js';

test('without settings it uses port 8080 and PGlite in demo/data', () => {
  const { port, databaseUrl, dataDirectory } = readSettings({});
  assert.equal(port, 8080);
  assert.equal(databaseUrl, '');
  assert.match(dataDirectory, /demo.data$/);
});

test("the editors' token is random unless one is set", () => {
  const [one, other] = [readSettings({}), readSettings({})];
  assert.ok(one.adminTokenIsRandom);
  assert.ok(one.adminToken.length >= 32);
  assert.notEqual(one.adminToken, other.adminToken);
  const chosen = readSettings({ LUCKA_ADMIN_TOKEN: 'chosen' });
  assert.equal(chosen.adminToken, 'chosen');
  assert.ok(!chosen.adminTokenIsRandom);
});

test('the error for an invalid setting says what to do', () => {
  for (const PORT of ['http', '-1', '65536', '80.5']) {
    assert.throws(() => readSettings({ PORT }), /give a number from 0/);
  }
  for (const AVAILABILITY_MAX_AGE of ['a second', '-1', '1001']) {
    assert.throws(() => readSettings({ AVAILABILITY_MAX_AGE }), /milliseconds from 0 to 1000/);
  }
  assert.throws(
    () => readSettings({ DATABASE_URL: 'mysql://127.0.0.1/' }),
    /must begin with postgres/,
  );
});
