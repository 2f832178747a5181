import { expect } from '@open-wc/testing';
import {
  failLoading,
  givenNotices,
  initialState,
  receiveInitial,
  receiveNotices,
  setDismissed,
  showAll,
  startLoading,
  type BannerState,
} from '../../../src/elements/maintenance-banner/state.js';

const ONE = [{ id: 'one' }];
const TWO = [{ id: 'two' }];
const start = { given: undefined, isElsewhere: false, needsRequest: true };

/** A feed that has answered once. */
const loaded = receiveNotices(startLoading(initialState, start), ONE);

describe('the state of the banner', () => {
  const cases: [string, BannerState, Partial<BannerState>][] = [
    [
      'a request that begins is not answered',
      startLoading(initialState, start),
      { hasLoaded: false, received: undefined },
    ],
    [
      'notices of the page need no request, and are no news',
      startLoading(initialState, { given: ONE, isElsewhere: true, needsRequest: false }),
      { hasLoaded: true, initial: ONE, received: undefined },
    ],
    ['the first answer is no news', loaded, { hasLoaded: true, received: ONE, initial: ONE }],
    ['a later answer is news', receiveNotices(loaded, TWO), { received: TWO, initial: ONE }],
    ['another interval keeps what is known', startLoading(loaded, start), { received: ONE }],
    [
      'another address drops what is known',
      startLoading(loaded, { ...start, isElsewhere: true }),
      { received: undefined },
    ],
    [
      'JSON inside the tag is no news',
      receiveInitial(initialState, TWO),
      { received: TWO, initial: TWO, hasLoaded: false },
    ],
    ['JSON inside the tag replaces no answer', receiveInitial(loaded, TWO), { received: ONE }],
    [
      'a failed request keeps what is known, with its age',
      failLoading(loaded, 7),
      { received: ONE, staleSince: 7, hasLoaded: true },
    ],
    [
      'a failed request drops what is too old',
      failLoading(loaded, 0),
      { received: undefined, staleSince: 0, hasLoaded: true },
    ],
    ['an answer ends the age', receiveNotices(failLoading(loaded, 7), ONE), { staleSince: 0 }],
    ['all can be shown', showAll(loaded), { isAllShown: true, received: ONE }],
  ];
  for (const [name, state, wanted] of cases)
    it(`knows that ${name}`, () => {
      for (const [member, value] of Object.entries(wanted))
        expect(state[member as keyof BannerState], member).to.equal(value);
    });

  it('keeps the very notices when the answer is the same', () => {
    expect(receiveNotices(loaded, structuredClone(ONE)).received).to.equal(ONE);
  });

  it('stays the same object when nothing was dismissed', () => {
    const state = setDismissed(loaded, ['one 1 planned']);
    expect(setDismissed(state, ['one 1 planned'])).to.equal(state);
    expect(setDismissed(state, []).dismissed).to.deep.equal([]);
  });

  it('prefers the notices that the page sets, if they are a list', () => {
    expect(givenNotices(loaded, TWO)).to.equal(TWO);
    expect(givenNotices(loaded, [])).to.deep.equal([]);
    for (const other of [undefined, null, 'two', {}])
      expect(givenNotices(loaded, other)).to.equal(ONE);
  });
});
