import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readServers } from '../../demo/database/database-url.js';
import { readSettings } from '../../demo/settings.js';

describe('DATABASE_URL', () => {
  it('with one host is used unchanged', () => {
    for (const address of [
      'postgres://lucka@127.0.0.1/lucka',
      'postgresql://lucka:s%40fe@db.example:6432/lucka?sslmode=verify-full',
      'postgres://%2Fvar%2Frun%2Fpostgresql/lucka',
      'postgres:///lucka?host=/var/run/postgresql',
      'postgres://[::1]:5433/lucka',
    ]) {
      assert.deepEqual(readServers(address), { addresses: [address], needs: 'any' });
    }
  });

  it('names several hosts in order, each with its own port', () => {
    const { addresses } = readServers(
      'postgres://lucka:a%2Cb@a:6000,b,[::1]:6001/lucka?target_session_attrs=read-write&sslmode=require',
    );
    assert.deepEqual(addresses, [
      'postgres://lucka:a%2Cb@a:6000/lucka?sslmode=require',
      'postgres://lucka:a%2Cb@b/lucka?sslmode=require',
      'postgres://lucka:a%2Cb@[::1]:6001/lucka?sslmode=require',
    ]);
  });

  it('accepts hosts and ports as parameters too', () => {
    assert.deepEqual(readServers('postgres://lucka@/lucka?host=a,b&port=6000,6001').addresses, [
      'postgres://lucka@a:6000/lucka',
      'postgres://lucka@b:6001/lucka',
    ]);
    assert.deepEqual(readServers('postgres:///lucka?host=a,/run/b&port=6000').addresses, [
      'postgres://a:6000/lucka',
      'postgres://%2Frun%2Fb:6000/lucka',
    ]);
  });

  it('requires a server that accepts writes if there are several, unless it says otherwise', () => {
    const needs = (/** @type {string} */ address) => readServers(address).needs;
    assert.equal(needs('postgres://a,b/lucka'), 'read-write');
    assert.equal(needs('postgres://a,b/lucka?target_session_attrs=primary'), 'primary');
    assert.equal(needs('postgres://a,b/lucka?target_session_attrs=any'), 'any');
    assert.equal(needs('postgres://a/lucka?target_session_attrs=read-write'), 'read-write');
  });

  for (const [address, reason] of /** @type {[string, RegExp][]} */ ([
    ['postgres://a,b/lucka?target_session_attrs=standby', /target_session_attrs.*read-write/],
    ['postgres://a,b/lucka?target_session_attrs=writable', /target_session_attrs.*read-write/],
    ['postgres://a:5432,b:x/lucka', /port/],
    ['postgres://a:5432,b:70000/lucka', /port/],
    ['postgres://a,,b/lucka', /host/],
    ['postgres://a,/lucka', /host/],
    ['postgres:///lucka?host=a,b&port=1,2,3', /port/],
    ['postgres://lucka:p@ss,word@a b/lucka', /cannot be read/],
  ])) {
    it(`${address} is refused at startup, without disclosing the password`, () => {
      assert.throws(
        () => readSettings({ DATABASE_URL: address }),
        ({ message }) => reason.test(message) && !message.includes('p@ss'),
      );
    });
  }
});
