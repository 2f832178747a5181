import { expect } from 'chai';
import type { TermsRecord } from '../../../src/elements/terms-dialog/decision-record.js';
import { choiceObstacle, isRetry } from '../../../src/elements/terms-dialog/decision/selectors.js';
import {
  completeDecision,
  failDecision,
  startDecision,
} from '../../../src/elements/terms-dialog/decision/transitions.js';
import {
  comparedVersion,
  initialState,
  isChoiceOffered,
  isDecisionNeeded,
  latestRecord,
  showPanel,
  type TermsInputs,
  type TermsState,
} from '../../../src/elements/terms-dialog/state.js';
import type { TermsDocument } from '../../../src/elements/terms-dialog/terms-document.js';

const terms = (changes: Partial<TermsDocument> = {}): TermsDocument => ({
  id: 'my-page',
  version: '2',
  lang: 'en',
  title: 'Terms',
  effective: '2026-01-01',
  published: '',
  material: true,
  supersedes: [],
  changeSummary: '',
  keyPoints: [],
  controller: undefined,
  digest: 'sha256-x',
  verified: true,
  content: { meta: {}, blocks: [], digest: '' },
  ...changes,
});

const inputs = (changes: Partial<TermsInputs> = {}): TermsInputs => ({
  current: { value: terms(), loading: false },
  requested: { loading: true },
  mode: 'gate',
  isServed: false,
  acceptedVersion: '',
  storedDecision: undefined,
  isOnline: true,
  now: 1000,
  today: '2026-11-27',
  ...changes,
});

const served = (acceptanceStatus: TermsDocument['acceptanceStatus']): TermsInputs =>
  inputs({ isServed: true, current: { value: terms({ acceptanceStatus }), loading: false } });

const stored = (version: string, decision: 'accepted' | 'declined' = 'accepted') => ({
  documentId: 'my-page',
  version,
  digest: '',
  decision,
  decidedAt: '2026-05-01T10:00:00Z',
  lang: 'en',
});

const recordOf = (
  version: string,
  decision: TermsRecord['decision'] = 'accepted',
): TermsRecord => ({
  ...stored(version, decision),
  method: 'web dialog',
  controller: undefined,
  jurisdiction: 'SE',
  verified: true,
});

const failed = { current: { loading: false, error: new Error('x'), failedAt: 1 } };

describe('the state of the terms dialog', () => {
  describe('a decision is needed', () => {
    const cases: [name: string, state: TermsState, inputs: TermsInputs, needed: boolean][] = [
      [
        'while nothing is known of the text',
        initialState,
        inputs({ current: { loading: true } }),
        true,
      ],
      ['on the first text', initialState, inputs(), true],
      [
        'not on the version that the page says is accepted',
        initialState,
        inputs({ acceptedVersion: '2' }),
        false,
      ],
      ['on a material change', initialState, inputs({ acceptedVersion: '1' }), true],
      [
        'not on a correction of the accepted text',
        initialState,
        inputs({
          acceptedVersion: '1',
          current: { value: terms({ material: false, supersedes: ['1'] }), loading: false },
        }),
        false,
      ],
      [
        'on a correction of another text than the accepted one',
        initialState,
        inputs({
          acceptedVersion: '0',
          current: { value: terms({ material: false, supersedes: ['1'] }), loading: false },
        }),
        true,
      ],
      [
        'not yet on a text that applies later',
        initialState,
        inputs({
          acceptedVersion: '1',
          current: { value: terms({ effective: '2026-12-01' }), loading: false },
        }),
        false,
      ],
      [
        'not on a version that the device remembers',
        initialState,
        inputs({ storedDecision: stored('2') }),
        false,
      ],
      [
        'on a version that was declined',
        initialState,
        inputs({ storedDecision: stored('2', 'declined') }),
        true,
      ],
      [
        'when the service says so',
        initialState,
        served({ accepted: null, upcoming: null, decisionNeeded: true }),
        true,
      ],
      [
        'not when the service says so',
        initialState,
        served({ accepted: null, upcoming: null, decisionNeeded: false }),
        false,
      ],
      [
        'not on what was accepted here, whatever the service said before',
        completeDecision(initialState, recordOf('2')),
        served({ accepted: null, upcoming: null, decisionNeeded: true }),
        false,
      ],
      [
        'on a newer text than the one read, although it was accepted',
        failDecision(
          initialState,
          {
            code: 'stale-version',
            status: 409,
            retryable: false,
            retryAt: undefined,
            loginHref: '',
            decision: 'accepted',
          },
          terms(),
        ),
        inputs({ acceptedVersion: '2' }),
        true,
      ],
      [
        'not when the text cannot be loaded and the page knows of an acceptance',
        initialState,
        inputs({ ...failed, acceptedVersion: '1' }),
        false,
      ],
      [
        'not when the text cannot be loaded and the device remembers an acceptance',
        initialState,
        inputs({ ...failed, storedDecision: stored('1') }),
        false,
      ],
      [
        'when the text cannot be loaded and a service keeps the decisions',
        initialState,
        inputs({ ...failed, acceptedVersion: '1', isServed: true }),
        true,
      ],
    ];
    for (const [name, state, given, needed] of cases)
      it(name, () => expect(isDecisionNeeded(state, given)).to.equal(needed));
  });

  describe('the last decision', () => {
    it('is the one made here, before any other', () => {
      const state = completeDecision(initialState, recordOf('2', 'declined'));
      expect(latestRecord(state, inputs({ acceptedVersion: '2' }))?.decision).to.equal('declined');
    });

    it('is what the service knows, and nothing else where there is a service', () => {
      const accepted = {
        version: '1',
        lang: 'sv' as const,
        at: '2026-05-01T10:00:00Z',
        digest: 'sha256-1',
      };
      expect(latestRecord(initialState, served({ accepted, upcoming: null }))).to.include({
        version: '1',
        lang: 'sv',
        digest: '',
      });
      const unknown = served({ accepted: null, upcoming: null });
      expect(latestRecord(initialState, { ...unknown, acceptedVersion: '2' })).to.equal(undefined);
    });

    it('is what the page says, before what the device remembers', () => {
      const given = inputs({ acceptedVersion: '1', storedDecision: stored('2') });
      expect(latestRecord(initialState, given)?.version).to.equal('1');
    });
  });

  describe('nothing can be chosen', () => {
    const busy: TermsState = {
      ...initialState,
      decisionError: {
        code: 'busy',
        status: 503,
        retryable: true,
        retryAt: 2000,
        loginHref: '',
        decision: 'accepted',
      },
    };
    const cases: [name: string, state: TermsState, inputs: TermsInputs, obstacle: string][] = [
      ['while the text is loaded', initialState, inputs({ current: { loading: true } }), 'loading'],
      [
        'while another version is loaded',
        showPanel(initialState, 'terms', '1'),
        inputs(),
        'loading',
      ],
      ['without a text', initialState, inputs(failed), 'not-loaded'],
      [
        'offline, where a service keeps the decisions',
        initialState,
        { ...served(undefined), isOnline: false },
        'offline',
      ],
      ['until a busy service takes requests again', busy, inputs(), 'busy'],
    ];
    for (const [name, state, given, obstacle] of cases)
      it(name, () => expect(choiceObstacle(state, given)).to.equal(obstacle));

    it('no longer when the service takes requests again', () => {
      expect(choiceObstacle(busy, inputs({ now: 2000 }))).to.equal('');
    });

    it('but offline on a device that keeps the decision itself', () => {
      expect(choiceObstacle(initialState, inputs({ isOnline: false }))).to.equal('');
    });
  });

  describe('a choice is offered', () => {
    const upcoming = { version: '3', effective: '2027-01-01', url: '' };
    it('by a gate only', () => {
      expect(isChoiceOffered(initialState, inputs())).to.equal(true);
      expect(isChoiceOffered(initialState, inputs({ mode: 'view' }))).to.equal(false);
    });

    it('on a coming text, and on no other version than the one that applies', () => {
      const given = served({ accepted: null, upcoming, decisionNeeded: false });
      expect(isChoiceOffered(showPanel(initialState, 'terms', '3'), given)).to.equal(true);
      expect(isChoiceOffered(showPanel(initialState, 'terms', '1'), given)).to.equal(false);
    });

    it('not after the terms were declined', () => {
      const state = completeDecision(initialState, recordOf('2', 'declined'));
      expect(isChoiceOffered(state, inputs())).to.equal(false);
    });
  });

  it('compares the text with the version accepted before', () => {
    expect(comparedVersion(initialState, inputs({ acceptedVersion: '1' }))).to.equal('1');
    expect(comparedVersion(initialState, inputs())).to.equal('');
    expect(comparedVersion(initialState, inputs({ acceptedVersion: '2' }))).to.equal('');
  });

  it('offers the same choice again after an error, until it is made again', () => {
    const error = {
      code: 'network',
      status: 0,
      retryable: true,
      retryAt: undefined,
      loginHref: '',
    };
    const state = failDecision(
      startDecision(initialState, 'accepted'),
      { ...error, decision: 'accepted' },
      terms(),
    );
    expect(state.pendingDecision).to.equal(undefined);
    expect(isRetry(state, 'accepted')).to.equal(true);
    expect(isRetry(state, 'declined')).to.equal(false);
    expect(isRetry(startDecision(state, 'accepted'), 'accepted')).to.equal(false);
  });

  it('does not ask again for a choice on a text that is not the service’s', () => {
    const decisionError = {
      ...{ code: 'digest-mismatch', status: 422, retryable: false, retryAt: undefined },
      ...{ loginHref: '', decision: 'accepted' as const },
    };
    const state = failDecision(startDecision(initialState, 'accepted'), decisionError, terms());
    expect(isRetry(state, 'accepted')).to.equal(false);
  });
});
