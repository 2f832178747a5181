import { expect } from 'chai';
import { toSendError } from '../../../../src/elements/message-composer/sending/send-error.js';
import { ServiceError, type Problem } from '../../../../src/services/service-error.js';

const sent = { subject: 'Waiting time', text: 'x'.repeat(60) };

const refused = (
  {
    code = 'too-long',
    status = 422,
    ...details
  }: {
    code?: string;
    status?: number;
    problem?: Problem;
    retryAfter?: number;
  },
  fields = sent,
) =>
  toSendError(new ServiceError('messages: sendMessage', code, { status, ...details }), fields, 0)
    .tooLong;

describe('what a service says about the length of a message', () => {
  it('has the limit of the field that the service names', () => {
    expect(refused({ problem: { pointer: '#/body', limit: 50 } })).to.deep.equal({
      field: 'message',
      length: 60,
      limit: 50,
    });
    expect(refused({ problem: { pointer: '#/subject', limit: 5 } })).to.deep.equal({
      field: 'subject',
      length: 12,
      limit: 5,
    });
  });

  for (const limit of [undefined, null, 0, -1, 49.5, '50', [50], NaN, Infinity, 60, 4000])
    it(`has no limit when that is ${String(limit)} (${typeof limit}) for 60 characters`, () => {
      const problem = { limit };
      expect(refused({ problem })).to.deep.equal({
        field: 'message',
        length: 60,
        limit: undefined,
      });
    });

  it('is about the message where that has no subject', () => {
    const problem = { pointer: '#/subject', limit: 5 };
    expect(refused({ problem }, { ...sent, subject: '' })?.field).to.equal('message');
  });

  it('is unknown of a busy service, of a response that is too large, and of other errors', () => {
    for (const error of [
      { retryAfter: 5 },
      { code: 'too-large', status: 201 },
      { code: 'internal', status: 500 },
    ])
      expect(refused(error)).to.equal(undefined);
    expect(toSendError(new Error('too-long'), sent, 0).tooLong).to.equal(undefined);
    expect(refused({ code: 'too-large', status: 413 })?.field).to.equal('message');
  });
});
