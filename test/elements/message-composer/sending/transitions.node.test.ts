import { expect } from 'chai';
import {
  completeSending,
  failSending,
  limitField,
  startSending,
  stopSending,
} from '../../../../src/elements/message-composer/sending/transitions.js';
import { initialState, type SendError } from '../../../../src/elements/message-composer/state.js';

const error: SendError = {
  code: 'internal',
  status: 500,
  retryable: true,
  retryAt: undefined,
  loginHref: '',
  tooLong: undefined,
};
const sent = { id: 'm-1', receivedAt: '2026-11-27T10:00:00+01:00', subject: '' };
const written = { ...initialState, text: 'Hello', subject: 'Time', isTouched: true };

describe('sending a message', () => {
  it('begins without the error of the last attempt', () => {
    const state = startSending(failSending(written, error));
    expect(state).to.include({ isSending: true, isChecked: true, sendError: undefined });
  });

  it('keeps the text and the checks when something stands in the way', () => {
    const state = stopSending(startSending(written));
    expect(state).to.deep.equal({ ...written, isChecked: true });
  });

  it('keeps the text after an error', () => {
    const state = failSending(startSending(written), error);
    expect(state).to.include({ text: 'Hello', isSending: false, sendError: error });
  });

  it('keeps the limit that the service has named for a field, also for the next message', () => {
    const state = limitField(limitField(written, 'subject', 5), 'message', 50);
    const limits = { subjectMaxLength: 5, maxLength: 50 };
    expect(state).to.include(limits);
    expect(completeSending(state, sent, false)).to.include(limits);
  });

  it('empties the fields when the message was sent', () => {
    const state = completeSending(startSending(written), sent, false);
    expect(state).to.deep.equal({ ...initialState, sent });
  });

  it('keeps what the person wrote while the message was on its way', () => {
    const state = completeSending(startSending(written), sent, true);
    expect(state).to.deep.equal({ ...written, sent });
  });
});
