import { expect } from '@open-wc/testing';
import { ownTimeZone } from '../../../src/elements/maintenance-banner/notices/own-time-zone.js';

describe('the time zone of the device', () => {
  const { TZ } = process.env;
  afterEach(() => {
    if (TZ === undefined) delete process.env['TZ'];
    else process.env['TZ'] = TZ;
  });

  it('follows a person who travels', () => {
    process.env['TZ'] = 'Europe/Stockholm';
    expect(ownTimeZone()).to.equal('Europe/Stockholm');
    process.env['TZ'] = 'Asia/Tokyo';
    expect(ownTimeZone()).to.equal('Asia/Tokyo');
  });

  it('is read once while it stays the same', () => {
    const { prototype } = Intl.DateTimeFormat;
    const { resolvedOptions } = prototype;
    ownTimeZone();
    let count = 0;
    prototype.resolvedOptions = function counted() {
      count++;
      return resolvedOptions.call(this);
    };
    try {
      ownTimeZone();
      expect(count).to.equal(0);
    } finally {
      prototype.resolvedOptions = resolvedOptions;
    }
  });
});
