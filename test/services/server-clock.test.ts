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
    clock.learn(
      new Headers({ date: new Date(visitorsNow + 3_600_000).toUTCString() }),
      visitorsNow,
    );
    expect((clock.now().getTime() - Date.now()) / 1000).to.be.within(3598, 3601);
  });

  it('leaves a clock alone that is right within two seconds, and one that it cannot compare', () => {
    const clock = new ServerClock();
    clock.learn(new Headers({ date }), at('2026-11-25T10:00:01.200Z'));
    clock.learn(new Headers());
    expect(Math.abs(clock.now().getTime() - Date.now())).to.be.below(50);
  });
});
