import { expect } from '@open-wc/testing';
import {
  compactDecrypt,
  exportJWK,
  generateKeyPair,
  calculateJwkThumbprint,
  importJWK,
} from 'jose';
import { render } from 'lit';
import { cannedMessageService, serviceError } from '../../../stories/services.js';
import { renderSendError } from '../../../src/elements/message-composer/sending/error-view.js';
import { toSendError } from '../../../src/elements/message-composer/sending/send-error.js';
import type { RenderEnv } from '../../../src/elements/message-composer/render-env.js';
import type { KeySet, Message } from '../../../src/services/messages.js';
import { composer, TEXTS } from '../../support/message-composer.js';
import {
  axeViolations,
  count,
  eventsOf,
  expectFocusOn,
  resetPage,
  textOf,
  until,
} from '../../support/page.js';

const caseId = { 'case-id': '12-345678' };

/** A message whose subject is too long for the service. */
async function sendRefusedSubject(problem: { limit?: number }) {
  const failure = serviceError('too-long', 422, { problem: { pointer: '#/subject', ...problem } });
  const page = await composer({
    attributes: { subject: 'Waiting time' },
    properties: { service: cannedMessageService({ failures: [failure] }) },
  });
  await page.write(TEXTS.swedish);
  await page.press('Send message');
  return page;
}

describe('lucka-message-composer, sending', () => {
  afterEach(resetPage);

  it('sends what was written with everything the contract asks for', async () => {
    const service = cannedMessageService();
    const page = await composer({
      attributes: { ...caseId, subject: 'Waiting time' },
      properties: { service },
    });
    const sent = eventsOf(page.element, 'lucka-message-sent');
    await page.write(TEXTS.swedish);
    await page.press('Send message');
    await page.shows('Your message has been sent');
    const { createdAt, ...message } = service.arrived[0]?.message as Message;
    expect(message).to.deep.equal({
      caseId: '12-345678',
      subject: 'Waiting time',
      body: TEXTS.swedish,
      language: 'sv',
      languageConfirmed: false,
    });
    expect(Number.isNaN(Date.parse(createdAt))).to.be.false;
    expect(sent.map(({ id, receivedAt }) => [id, receivedAt])).to.deep.equal([
      ['m-20261124-0042', '2026-11-24T14:05:02+01:00'],
    ]);
  });

  it('confirms once, with the focus on it, and begins anew on request', async () => {
    const page = await composer({ properties: { service: cannedMessageService() } });
    await page.write(TEXTS.english);
    await page.press('Send message');
    await page.has('#receipt-heading');
    await page.shows('24 November 2026 at 14:05 (Swedish time)');
    await page.shows('m-20261124-0042');
    expectFocusOn(page.part('receipt'));
    expect(await axeViolations(page.element)).to.deep.equal([]);
    expect(page.element.value).to.equal('');
    await page.press('Write another message');
    await page.has('textarea');
    expect(page.area.value).to.equal('');
    expectFocusOn(page.root.querySelector('#step'));
  });

  it('keeps what is written while the message is on its way, as the next message', async () => {
    let answer: () => void = () => undefined;
    const pause = new Promise<void>((resolve) => (answer = resolve));
    const service = cannedMessageService({ pause });
    const page = await composer({ properties: { service } });
    await page.write(TEXTS.swedish);
    await page.press('Send message');
    await until(() => service.arrived.length, 'it is on its way');
    await page.write(TEXTS.english);
    // A quick answer would come first.
    expect(page.status).to.equal('');
    await until(() => page.status.includes('Sending your message'), 'the person is told');
    answer();
    await page.has('#receipt-heading');
    expect(page.element.value).to.equal(TEXTS.english);
    await page.press('Write another message');
    await page.has('textarea');
    expect(page.area.value).to.equal(TEXTS.english);
    await page.press('Send message');
    await page.has('#receipt-heading');
    expect(service.arrived.map(({ message }) => (message as Message).body)).to.deep.equal([
      TEXTS.swedish,
      TEXTS.english,
    ]);
    expect(new Set(service.arrived.map(({ key }) => key)).size).to.equal(2);
  });

  it('sends by send() in the task in which it is enabled', async () => {
    const service = cannedMessageService();
    const page = await composer({ attributes: { disabled: true }, properties: { service } });
    page.element.value = TEXTS.swedish;
    page.element.disabled = false;
    expect(await page.element.send()).to.be.true;
    expect(service.arrived).to.have.lengthOf(1);
  });

  it('sends nothing by send() while it is disabled', async () => {
    const service = cannedMessageService();
    const page = await composer({ properties: { service } });
    page.element.value = TEXTS.swedish;
    page.element.disabled = true;
    expect(await page.element.send()).to.be.false;
    expect(service.arrived).to.have.lengthOf(0);
  });

  it('sends nothing when the form is reset while the text is checked', async () => {
    const service = cannedMessageService();
    const page = await composer({ properties: { service } });
    await page.write(TEXTS.swedish);
    const sending = page.element.send();
    page.element.clear();
    expect(await sending).to.be.false;
    expect(service.arrived).to.have.lengthOf(0);
  });

  it('makes one request of a double click', async () => {
    const service = cannedMessageService();
    const page = await composer({ properties: { service } });
    await page.write(TEXTS.swedish);
    const button = page.button('Send message');
    button.click();
    button.click();
    await page.has('#receipt-heading');
    expect(service.arrived).to.have.lengthOf(1);
  });

  it('says what is wrong when Send is pressed: listed, linked and described; Send stays enabled', async () => {
    const page = await composer({
      attributes: { maxlength: '10' },
      properties: { service: cannedMessageService() },
    });
    await page.press('Send message');
    await page.has('[part~="error-summary"]');
    expectFocusOn(page.part('error-summary'));
    await page.shows('Enter your message');
    expect(page.area.getAttribute('aria-invalid')).to.equal('true');
    expect(page.area.getAttribute('aria-describedby')).to.equal('message-error message-hint');
    page.root.querySelector<HTMLAnchorElement>('[part~="error-summary"] a')!.click();
    await page.element.updateComplete;
    expectFocusOn(page.area);
    await page.write('När får jag svar?');
    await page.shows('Your message is 7 characters too long');
    const send = page.part('send') as HTMLButtonElement;
    expect([send.disabled, send.getAttribute('aria-disabled')]).to.deep.equal([false, null]);
    await page.write('Svar?');
    await page.lacks('[part~="error-summary"]');
  });

  it('offers the message to the page before it is sent, and leaves it to the page on request', async () => {
    const service = cannedMessageService();
    const page = await composer({ attributes: caseId, properties: { service } });
    page.element.addEventListener('lucka-message-send', (event) => event.preventDefault());
    const offered = eventsOf(page.element, 'lucka-message-send');
    await page.write(TEXTS.english);
    expect(await page.element.send()).to.be.false;
    expect(offered[0]?.message.body).to.equal(TEXTS.english);
    expect(service.arrived).to.have.lengthOf(0);
    expect(page.area.value).to.equal(TEXTS.english);
  });

  it('says so when messages cannot be sent from the page', async () => {
    const page = await composer();
    const errors = eventsOf(page.element, 'lucka-message-error');
    await page.write(TEXTS.english);
    await page.press('Send message');
    await page.shows('You cannot send messages from this page.');
    expect(errors.map(({ code }) => code)).to.deep.equal(['no-endpoint']);
    expect(page.area.value).to.equal(TEXTS.english);
  });

  describe('in another language', () => {
    it('stops a clearly foreign text, says why in the page’s language and in Swedish and English, and keeps it', async () => {
      const service = cannedMessageService();
      const page = await composer({ properties: { service } });
      await page.write(TEXTS.french);
      await page.press('Send message');
      await page.has('#stop [lang="sv"]');
      expectFocusOn(page.root.querySelector('#stop'));
      expect(count(page.root, '#stop [lang="en"]')).to.equal(1);
      await page.shows('An interpreter may be able to help you');
      await page.shows('077-123 52 35');
      await page.shows('Copy my text');
      expect(count(page.root, '#stop details')).to.equal(0);
      expect(service.arrived).to.have.lengthOf(0);
      expect(page.area.value).to.equal(TEXTS.french);
    });

    for (const [when, options] of [
      ['after its check', {}],
      ['when the service refuses it', { failures: [serviceError('language-not-supported', 422)] }],
    ] as const)
      it(`has its texts in both languages when it takes the focus ${when}`, async () => {
        const service = cannedMessageService({
          failures: [...('failures' in options ? options.failures : [])],
        });
        const page = await composer({ properties: { service } });
        await page.write('failures' in options ? TEXTS.swedish : TEXTS.french);
        const languages: number[] = [];
        page.root.addEventListener('focusin', ({ target }) => {
          if (target === page.root.querySelector('#stop'))
            languages.push(count(page.root, '.language-versions > [lang]'));
        });
        await page.press('Send message');
        await until(() => languages.length, 'it has the focus');
        expect(languages).to.deep.equal([2]);
      });

    it('lets the person insist in doubt; the payload then says so', async () => {
      const service = cannedMessageService();
      const page = await composer({ properties: { service } });
      await page.write(TEXTS.shortDanish);
      await page.press('Send message');
      await page.has('#stop details');
      await page.press('Send anyway');
      await page.has('#receipt-heading');
      const { language, languageConfirmed } = service.arrived[0]?.message as Message;
      expect([language, languageConfirmed]).to.deep.equal(['other', true]);
    });

    it('always lets the person insist under language-policy="confirm"', async () => {
      const page = await composer({
        attributes: { 'language-policy': 'confirm' },
        properties: { service: cannedMessageService() },
      });
      await page.write(TEXTS.french);
      await page.press('Send message');
      await page.has('#stop details');
      await page.press('Send anyway');
      await page.has('#receipt-heading');
    });

    it('never stops short text', async () => {
      const page = await composer({ properties: { service: cannedMessageService() } });
      await page.write('Ja tack, Nguyen');
      await page.press('Send message');
      await page.has('#receipt-heading');
    });
  });

  describe('with a personal identity number', () => {
    it('asks first, with Edit and Send anyway', async () => {
      const service = cannedMessageService();
      const page = await composer({ properties: { service } });
      const notices = eventsOf(page.element, 'lucka-message-notice');
      await page.write('My daughter, 811218-9876, also applied. Do our cases go together?');
      await page.press('Send message');
      await page.has('#numbers');
      expectFocusOn(page.root.querySelector('#numbers'));
      const numbers = page.root.querySelector('#numbers')!;
      const described = page.root.getElementById(numbers.getAttribute('aria-describedby') ?? '');
      expect(textOf(described)).to.equal(
        'Your message has not been sent yet. We found this in your text: 811218-9876. Check your text. Do you need the number for your question, and is it your own? You can edit the text or send it anyway.',
      );
      expect(notices.map(({ kind }) => kind)).to.deep.equal(['personal-number']);
      expect(service.arrived).to.have.lengthOf(0);
      await page.press('Edit my text');
      expectFocusOn(page.area);
      await page.press('Send message');
      await page.has('#numbers');
      await page.press('Send anyway');
      await page.has('#receipt-heading');
      expect(service.arrived).to.have.lengthOf(1);
    });

    it('lists several numbers as a sentence', async () => {
      const page = await composer({ properties: { service: cannedMessageService() } });
      await page.write('My daughters, 811218-9876 and 19811218-9876, also applied.');
      await page.press('Send message');
      await page.shows('We found this in your text: 811218-9876, 19811218-9876. Check your text.');
      // After Arabic letters the parts of a number would change places.
      expect(page.root.querySelectorAll('#numbers .found[dir="ltr"]')).to.have.length(2);
    });

    it('says nothing of the number of an organisation, a telephone or an account', async () => {
      const service = cannedMessageService();
      const page = await composer({ properties: { service } });
      await page.write(
        'Is it 202100-2163 or 077-123 52 35 that I write for SE45 5000 0000 0583 9825 7466?',
      );
      await page.press('Send message');
      await page.has('#receipt-heading');
    });
  });

  describe('when it fails', () => {
    it('sends the very same message with the same key again by itself', async () => {
      const failures = [serviceError('network', 0), serviceError('in-progress', 409)];
      const service = cannedMessageService({ failures });
      const page = await composer({ properties: { service } });
      await page.write(TEXTS.swedish);
      await page.press('Send message');
      await until(() => service.arrived.length === 3, 'three tries');
      await page.has('#receipt-heading');
      const [first, second, third] = service.arrived;
      expect([second?.key, third?.key]).to.deep.equal([first?.key, first?.key]);
      expect(third?.message).to.deep.equal(first?.message);
    });

    const FAILURES: readonly (readonly [string, ReturnType<typeof serviceError>, string])[] = [
      [
        'the session ended',
        serviceError('login-required', 401, { problem: { loginHref: '/log-in' } }),
        'Log in (opens in a new tab)',
      ],
      [
        'the server is broken',
        serviceError('internal', 500),
        'There is a problem with the service. Try again later.',
      ],
      [
        'the server refuses the case',
        serviceError('case-invalid', 422),
        'We cannot find this case',
      ],
      [
        'the page was open too long',
        serviceError('token-invalid', 403),
        'There is a problem with the service. Try again later.',
      ],
      [
        'the server finds it too long and names no limit',
        serviceError('too-long', 422),
        'Your message is too long. Make it shorter.',
      ],
      [
        'the server names a limit that the text does not exceed',
        serviceError('too-long', 422, { problem: { limit: 2000 } }),
        'Your message is too long. Make it shorter.',
      ],
      [
        'a proxy allows less',
        serviceError('too-large', 413),
        'Your message is too long. Make it shorter.',
      ],
      [
        'the server answers nonsense',
        serviceError('malformed-answer', 201),
        'There is a problem with the service. Try again later.',
      ],
      [
        'too many messages were sent',
        serviceError('rate-limited', 429, { retryAfter: 90 }),
        ' (Swedish time). Your text is still here.',
      ],
      [
        'nothing is heard for 20 seconds',
        serviceError('timeout', 0),
        'It is not clear if your message was sent',
      ],
    ];
    for (const [what, failure, words] of FAILURES) {
      it(`keeps the text, focuses the error and offers another way when ${what}`, async () => {
        const service = cannedMessageService({ failures: [failure] });
        const page = await composer({ properties: { service } });
        const errors = eventsOf(page.element, 'lucka-message-error');
        await page.write(TEXTS.swedish);
        await page.press('Send message');
        await page.shows(words);
        expectFocusOn(page.root.querySelector('#failure'));
        expect(page.area.value).to.equal(TEXTS.swedish);
        expect(errors.map(({ code, status }) => [code, status])).to.deep.equal([
          [failure.code, failure.status],
        ]);
        const failed = page.root.querySelector('#failure');
        expect(failed?.contains(page.button('Copy my text')), 'beside the reason').to.equal(true);
        const { key } = service.arrived[0]!;
        await page.press('Send again');
        await page.has('#receipt-heading');
        expect(service.arrived.at(-1)?.key).to.equal(key);
      });
    }

    it('takes over a smaller limit of the service, and says by how much the text is over it', async () => {
      const failure = serviceError('too-long', 422, { problem: { pointer: '#/body', limit: 50 } });
      const service = cannedMessageService({ failures: [failure] });
      const page = await composer({ attributes: { maxlength: '100' }, properties: { service } });
      const errors = eventsOf(page.element, 'lucka-message-error');
      await page.write(TEXTS.swedish);
      await page.press('Send message');
      await page.has('[part~="error-summary"]');
      expectFocusOn(page.part('error-summary'));
      const over = `${TEXTS.swedish.length - 50} characters too`;
      expect(textOf(page.root.querySelector('#error-summary-list'))).to.equal(
        `Your message is ${over} long`,
      );
      expect(textOf(page.root.querySelector('#message-error'))).to.equal(
        `Your message is ${over} long`,
      );
      expect(page.area.getAttribute('aria-invalid')).to.equal('true');
      expect(page.area.getAttribute('aria-describedby')).to.equal('message-error message-hint');
      expect(textOf(page.root.querySelector('#message-hint'))).to.contain('up to 50 characters');
      expect(textOf(page.part('count'))).to.equal(`${over} many`);
      expect(page.element.validity.tooLong).to.be.true;
      expect(count(page.root, '#failure')).to.equal(0);
      expect(page.area.value).to.equal(TEXTS.swedish);
      expect(errors.map(({ code }) => code)).to.deep.equal(['too-long']);
      await page.press('Send message');
      expect(service.arrived).to.have.lengthOf(1);
      await page.write('När får jag svar?');
      await page.lacks('[part~="error-summary"]');
      expect(page.area.getAttribute('aria-invalid')).to.equal(null);
      expect(page.element.checkValidity()).to.be.true;
      await page.press('Send message');
      await page.has('#receipt-heading');
      await page.press('Write another message');
      await page.shows('up to 50 characters');
    });

    it('takes over a limit of the subject in the same way', async () => {
      const page = await sendRefusedSubject({ limit: 5 });
      await page.has('[part~="error-summary"]');
      const error = '“What is your question about?” is 7 characters too long';
      expect(textOf(page.root.querySelector('#error-summary-list'))).to.equal(error);
      expect(page.part('subject')?.getAttribute('aria-describedby')).to.equal(
        'subject-error subject-hint',
      );
      await page.shows('up to 4,000 characters');
      expect(page.area.getAttribute('aria-invalid')).to.equal(null);
    });

    for (const limit of [0, -1, 1.5, '50', null, Infinity])
      it(`takes over no limit that is ${JSON.stringify(limit)} (${typeof limit})`, async () => {
        const failure = serviceError('too-long', 422, { problem: { limit } });
        const page = await composer({
          properties: { service: cannedMessageService({ failures: [failure] }) },
        });
        await page.write(TEXTS.swedish);
        await page.press('Send message');
        await page.shows('Your message is too long. Make it shorter.');
        await page.shows('up to 4,000 characters');
      });

    for (const [what, failure] of [
      ['service', serviceError('too-long', 422)],
      ['proxy', serviceError('too-large', 413)],
    ] as const)
      it(`marks the field that a ${what} finds too long until it is shorter`, async () => {
        const service = cannedMessageService({ failures: [failure] });
        const page = await composer({ properties: { service } });
        await page.write(TEXTS.swedish);
        await page.press('Send message');
        await page.has('#failure');
        expect(page.area.getAttribute('aria-invalid')).to.equal('true');
        expect(page.area.getAttribute('aria-describedby')).to.equal('message-error message-hint');
        expect(textOf(page.root.querySelector('#message-error'))).to.equal(
          'Your message is too long. Make it shorter.',
        );
        expect(count(page.root, '[part~="error-summary"]')).to.equal(0);
        await page.write(`${TEXTS.swedish} Tack`);
        expect(page.area.getAttribute('aria-invalid')).to.equal('true');
        await page.write('När får jag svar?');
        expect(page.area.getAttribute('aria-invalid')).to.equal(null);
        expect(count(page.root, '#message-error')).to.equal(0);
      });

    it('marks the subject when that is too long and no limit is named', async () => {
      const page = await sendRefusedSubject({});
      await page.has('#failure');
      const error = '“What is your question about?” is too long. Make it shorter.';
      expect(textOf(page.root.querySelector('#failure-reason'))).to.contain(error);
      expect(textOf(page.root.querySelector('#subject-error'))).to.equal(error);
      expect(page.area.getAttribute('aria-invalid')).to.equal(null);
    });

    it('does not take a response that is too large for a message that is too long', async () => {
      const failure = serviceError('too-large', 201);
      const page = await composer({
        properties: { service: cannedMessageService({ failures: [failure] }) },
      });
      await page.write(TEXTS.swedish);
      await page.press('Send message');
      await page.shows('There is a problem with the service. Try again later.');
      expect(page.area.getAttribute('aria-invalid')).to.equal(null);
    });

    for (const code of ['constructor', '__proto__', 'toString'])
      it(`has words for the problem "${code}"`, async () => {
        const service = cannedMessageService({ failures: [serviceError(code, 400)] });
        const page = await composer({ properties: { service } });
        await page.write(TEXTS.swedish);
        await page.press('Send message');
        await page.shows('There is a problem with the service. Try again later.');
        expect(page.area.value).to.equal(TEXTS.swedish);
      });

    it('says of a message that was perhaps sent from another tab what to do, and sends another text', async () => {
      const service = cannedMessageService({
        failures: [serviceError('idempotency-mismatch', 422)],
      });
      const page = await composer({ properties: { service } });
      await page.write(TEXTS.swedish);
      await page.press('Send message');
      await page.has('#failure');
      expect(textOf(page.root.querySelector('#failure-heading'))).to.equal(
        'Your message may have been sent already',
      );
      expect(textOf(page.root.querySelector('#failure-reason'))).to.equal(
        'It seems to have been sent from another tab or window. Check there. If you want to send something else, change your text, then send it. Your text is still here.',
      );
      await page.write(TEXTS.english);
      await page.press('Send again');
      await page.has('#receipt-heading');
      const [first, second] = service.arrived;
      expect(second?.key).not.to.equal(first?.key);
    });

    const DEAD_ENDS: readonly (readonly [string, number, string])[] = [
      [
        'case-invalid',
        422,
        'We cannot find this case, or it is not your case. Copy your text, reload the page, then send your message again.',
      ],
      [
        'unsupported-media-type',
        415,
        'It must be encrypted, but it was not. Copy your text, reload the page, then send your message again.',
      ],
      [
        'no-endpoint',
        0,
        'You cannot send messages from this page. Copy your text so that you do not lose it.',
      ],
    ];
    for (const [code, status, reason] of DEAD_ENDS)
      it(`says what to do after "${code}", and that other ways are listed below`, async () => {
        const service = cannedMessageService({ failures: [serviceError(code, status)] });
        const page = await composer({ properties: { service } });
        await page.write(TEXTS.swedish);
        await page.press('Send message');
        await page.has('#failure #contact');
        expect(textOf(page.root.querySelector('#failure-heading'))).to.equal(
          'Your message was not sent',
        );
        expect(textOf(page.root.querySelector('#failure-reason'))).to.equal(
          `${reason} Other ways to contact the agency are listed below. Your text is still here.`,
        );
        expect(page.button('Copy my text')).to.exist;
      });

    it('names no other ways where the content has none', () => {
      const error = {
        ...toSendError(undefined, { subject: '', text: '' }, 0),
        code: 'no-endpoint',
      };
      const place = document.createElement('div');
      const env = { lang: 'en', headingLevel: 2 } as RenderEnv;
      render(
        renderSendError(error, env, () => undefined),
        place,
      );
      expect(textOf(place.querySelector('#failure-reason'))).to.equal(
        'You cannot send messages from this page. Copy your text so that you do not lose it. Your text is still here.',
      );
    });

    it('uses another key for another text', async () => {
      const service = cannedMessageService({ failures: [serviceError('internal', 500)] });
      const page = await composer({ properties: { service } });
      await page.write(TEXTS.swedish);
      await page.press('Send message');
      await page.has('#failure');
      await page.write(TEXTS.english);
      await page.press('Send again');
      await page.has('#receipt-heading');
      const [first, second] = service.arrived;
      expect(second?.key).not.to.equal(first?.key);
    });

    it('stops the language on the server’s word, and lets the person insist', async () => {
      const service = cannedMessageService({
        failures: [serviceError('language-not-supported', 422)],
      });
      const page = await composer({ properties: { service } });
      await page.write('Ja tack');
      await page.press('Send message');
      await page.has('#stop details');
      await page.press('Send anyway');
      await page.has('#receipt-heading');
      expect((service.arrived[1]?.message as Message).languageConfirmed).to.be.true;
    });

    it('follows no log-in address to another scheme', async () => {
      const failure = serviceError('login-required', 401, {
        problem: { loginHref: 'javascript:alert(1)' },
      });
      const page = await composer({
        properties: { service: cannedMessageService({ failures: [failure] }) },
      });
      await page.write(TEXTS.swedish);
      await page.press('Send message');
      await page.has('#failure');
      expect(count(page.root, '#failure a[href^="javascript"]')).to.equal(0);
    });
  });

  describe('encrypted', () => {
    async function keyPair() {
      const { privateKey, publicKey } = await generateKeyPair('ECDH-ES', {
        crv: 'P-256',
        extractable: true,
      });
      const jwk = await exportJWK(publicKey);
      const kid = await calculateJwkThumbprint(jwk);
      const keys = { keys: [{ ...jwk, kid, use: 'enc', alg: 'ECDH-ES' }] } as KeySet;
      return { privateKey: await importJWK(await exportJWK(privateKey), 'ECDH-ES'), keys, kid };
    }

    it('sends a five-part JWE that jose decrypts with the private key', async () => {
      const { keys, privateKey, kid } = await keyPair();
      const service = cannedMessageService({ keys });
      const page = await composer({
        attributes: { encryption: 'required', 'key-thumbprint': kid },
        properties: { service },
      });
      await page.write(TEXTS.swedish);
      await page.press('Send message');
      await page.has('#receipt-heading');
      const jwe = service.arrived[0]?.message as string;
      expect(jwe.split('.')).to.have.lengthOf(5);
      const { plaintext, protectedHeader } = await compactDecrypt(jwe, privateKey);
      const { body } = JSON.parse(new TextDecoder().decode(plaintext)) as Message;
      expect(body).to.equal(TEXTS.swedish);
      expect([protectedHeader.alg, protectedHeader.enc, protectedHeader.kid]).to.deep.equal([
        'ECDH-ES',
        'A256GCM',
        kid,
      ]);
    });

    it('sends the very same bytes when it is tried again', async () => {
      const { keys } = await keyPair();
      const service = cannedMessageService({ keys, failures: [serviceError('network', 0)] });
      const page = await composer({
        attributes: { encryption: 'required' },
        properties: { service },
      });
      await page.write(TEXTS.swedish);
      await page.press('Send message');
      await page.has('#receipt-heading');
      expect(service.arrived[1]).to.deep.equal(service.arrived[0]);
    });

    it('fetches the keys once more when the agency no longer knows the key', async () => {
      const { keys } = await keyPair();
      const service = cannedMessageService({ keys, failures: [serviceError('unknown-key', 422)] });
      const page = await composer({
        attributes: { encryption: 'required' },
        properties: { service },
      });
      await page.write(TEXTS.swedish);
      await page.press('Send message');
      await page.has('#receipt-heading');
      expect(service.arrived).to.have.lengthOf(2);
      expect(service.arrived[1]?.key).not.to.equal(service.arrived[0]?.key);
    });

    it('sends nothing when the key has another thumbprint than the page asks for', async () => {
      const { keys } = await keyPair();
      const service = cannedMessageService({ keys });
      const page = await composer({
        attributes: { encryption: 'required', 'key-thumbprint': 'A'.repeat(43) },
        properties: { service },
      });
      const errors = eventsOf(page.element, 'lucka-message-error');
      await page.write(TEXTS.swedish);
      await page.press('Send message');
      await page.shows('Your message could not be encrypted. Try again later.');
      expect(errors.map(({ code }) => code)).to.deep.equal(['key-mismatch']);
      expect(service.arrived).to.have.lengthOf(0);
    });

    it('says so, and sends nothing, where the page is not secure', async () => {
      const { keys } = await keyPair();
      const service = cannedMessageService({ keys });
      const page = await composer({
        attributes: { encryption: 'required' },
        properties: { service },
      });
      const errors = eventsOf(page.element, 'lucka-message-error');
      Object.defineProperty(window, 'isSecureContext', { value: false, configurable: true });
      await page.write(TEXTS.swedish);
      await page.press('Send message');
      await page.has('#failure');
      delete (window as { isSecureContext?: unknown }).isSecureContext;
      expect(errors.map(({ code }) => code)).to.deep.equal(['insecure-context']);
      expect(textOf(page.part('error'))).to.include(
        'Your message could not be encrypted. Try again later.',
      );
      expect(service.arrived).to.have.lengthOf(0);
    });
  });
});
