import { expect } from '@open-wc/testing';
import { ServerClock, serverTimeOf } from '../../src/services/server-clock.js';

const date = 'Wed, 25 Nov 2026 10:00:00 GMT';
const at = (text: string) => Date.parse(text);

describe('the server’s clock', () => {
  it('is the answer’s date and how long a cache kept it', () => {
    expect(serverTimeOf(new Headers({ date, age: '90' }))?.toISOString()).to.equal(
      '2026-11-25T10:01:30.000Z',
    );
  });

  it('is unknown where the page may not read it or it is nonsense', () => {
    expect(serverTimeOf(new Headers())).to.equal(undefined);
    expect(serverTimeOf(new Headers({ date: 'yesterday' }))).to.equal(undefined);
  });

  it('corrects a visitor’s clock that is an hour slow', () => {
    const clock = new ServerClock();
    const visitorsNow = Date.now();
    clock.sync(
      new Headers({ date: new Date(visitorsNow + 3_600_000).toUTCString() }),
      false,
      visitorsNow,
    );
    expect((clock.now().getTime() - Date.now()) / 1000).to.be.within(3598, 3601);
  });

  const HOUR = 3_600_000;
  /** What the clock is off by, in hours, after answers whose `Date` is so many hours from the visitor's clock. */
  const learnt = (...answers: (Record<string, string> & { hours: string })[]) => {
    const clock = new ServerClock();
    const visitorsNow = Date.now();
    for (const { hours, isWrite, ...headers } of answers) {
      const date = new Date(visitorsNow + Number(hours) * HOUR).toUTCString();
      clock.sync(new Headers({ date, ...headers }), isWrite === 'true', visitorsNow);
    }
    return Math.round((clock.now().getTime() - Date.now()) / HOUR);
  };

  it('never sets a clock back on a date alone, which a cache may have kept', () => {
    expect(learnt({ hours: '-2' })).to.equal(0);
    expect(learnt({ hours: '3' }, { hours: '-2' })).to.equal(3);
    expect(learnt({ hours: '-2' }, { hours: '1' })).to.equal(1);
  });

  it('sets a clock back when the answer is certainly fresh, or says how old it is', () => {
    expect(learnt({ hours: '-2', age: '0' })).to.equal(-2);
    expect(learnt({ hours: '-4', age: '7200' })).to.equal(-2);
    expect(learnt({ hours: '-2', 'cache-control': 'private, no-store' })).to.equal(-2);
    expect(learnt({ hours: '-2', isWrite: 'true' })).to.equal(-2);
    expect(learnt({ hours: '-2', isWrite: 'true' }, { hours: '-5' })).to.equal(-2);
    expect(learnt({ hours: '-2', isWrite: 'true' }, { hours: '-1' })).to.equal(-1);
  });

  it('leaves a clock alone that is right within two seconds, and one that it cannot compare', () => {
    const clock = new ServerClock();
    clock.sync(new Headers({ date }), true, at('2026-11-25T10:00:01.200Z'));
    clock.sync(new Headers());
    expect(Math.abs(clock.now().getTime() - Date.now())).to.be.below(50);
  });
});
