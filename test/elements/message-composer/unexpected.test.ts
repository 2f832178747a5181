import { expect } from '@open-wc/testing';
import type { Message } from '../../../src/services/messages.js';
import { cannedMessageService, serviceError } from '../../../stories/services.js';
import { FakeTime } from '../../support/fake-time.js';
import { composer, TEXTS } from '../../support/message-composer.js';
import { eventsOf, resetPage, until } from '../../support/page.js';

const SWEDISH = { language: 'sv', confidence: 1, letters: 70 } as const;

/** A service whose answers wait until the test lets them go. */
function waitingService() {
  let answer: () => void = () => undefined;
  const pause = new Promise<void>((resolve) => (answer = resolve));
  return { service: cannedMessageService({ pause }), answer: () => answer() };
}

describe('lucka-message-composer, when something unexpected happens', () => {
  afterEach(resetPage);

  it('sends nothing by send() before it is in a page', async () => {
    const service = cannedMessageService();
    const element = Object.assign(document.createElement('lucka-message-composer'), { service });
    element.value = TEXTS.swedish;
    expect(await element.send()).to.be.false;
    expect(service.arrived).to.have.lengthOf(0);
  });

  it('goes on sending when it is moved in the page', async () => {
    const { service, answer } = waitingService();
    const page = await composer({ properties: { service } });
    await page.write(TEXTS.swedish);
    await page.press('Send message');
    await until(() => service.arrived.length, 'it is on its way');
    const section = document.createElement('section');
    page.element.after(section);
    section.append(page.element);
    answer();
    await page.has('#receipt-heading');
    expect(service.arrived).to.have.lengthOf(1);
    section.remove();
  });

  it('says nothing of sending when it was removed meanwhile and is added again', async () => {
    const { service, answer } = waitingService();
    const page = await composer({ properties: { service } });
    await page.write(TEXTS.swedish);
    await page.press('Send message');
    await until(() => service.arrived.length, 'it is on its way');
    const place = page.element.parentElement!;
    page.element.remove();
    await Promise.resolve();
    place.append(page.element);
    await page.element.updateComplete;
    expect(page.text).not.to.contain('Sending');
    answer();
    await page.press('Send message');
    await page.has('#receipt-heading');
    expect(new Set(service.arrived.map(({ key }) => key)).size).to.equal(1);
  });

  it('sends nothing, and says nothing of it, when the page clears it before it is sent', async () => {
    const service = cannedMessageService();
    const page = await composer({ properties: { service } });
    page.element.addEventListener('lucka-message-send', () => page.element.clear());
    await page.write(TEXTS.swedish);
    expect(await page.element.send()).to.be.false;
    await page.element.updateComplete;
    expect(page.text).not.to.contain('Sending');
    expect(service.arrived).to.have.lengthOf(0);
  });

  it('sends nothing when the page removes it before it is sent', async () => {
    const service = cannedMessageService();
    const page = await composer({ properties: { service } });
    page.element.addEventListener('lucka-message-send', () => page.element.remove());
    await page.write(TEXTS.swedish);
    expect(await page.element.send()).to.be.false;
    expect(service.arrived).to.have.lengthOf(0);
  });

  it('confirms once when an answer comes while Send is pressed again', async () => {
    let answer: () => void = () => undefined;
    const late = new Promise<void>((resolve) => (answer = resolve));
    const keys: string[] = [];
    const service = {
      async sendMessage(_message: unknown, { idempotencyKey }: { idempotencyKey: string }) {
        keys.push(idempotencyKey);
        if (keys.length === 1) throw serviceError('timeout', 0);
        if (keys.length === 2) await late;
        return { id: `m-${keys.length}`, receivedAt: '2026-11-24T14:05:02+01:00' };
      },
    };
    const page = await composer({ properties: { service } });
    await page.write(TEXTS.swedish);
    await page.press('Send message');
    await page.has('#failure');
    await until(() => keys.length === 2, 'it is sent again');
    page.element.detector = {
      detect: () => {
        answer();
        return SWEDISH;
      },
    };
    expect(await page.element.send()).to.be.true;
    await page.has('#receipt-heading');
    expect(new Set(keys).size).to.equal(1);
  });

  it('takes a subject that is no string', async () => {
    const service = cannedMessageService();
    const page = await composer({ properties: { service } });
    page.element.subject = 5 as never;
    await page.write(TEXTS.swedish);
    await page.press('Send message');
    await page.has('#receipt-heading');
    expect((service.arrived[0]?.message as Message).subject).to.equal('5');
  });

  it('tells of the language before it tells of the notice', async () => {
    const page = await composer({ properties: { service: cannedMessageService() } });
    const types: string[] = [];
    for (const type of ['lucka-message-language', 'lucka-message-notice'])
      page.element.addEventListener(type, () => types.push(type));
    await page.write('Can I send you a copy of my passport? I have waited for a long time now.');
    await page.press('Send message');
    await page.has('#receipt-heading');
    expect(types).to.deep.equal(['lucka-message-language', 'lucka-message-notice']);
  });

  it('gives up on the page’s own service after 20 seconds without an answer', async () => {
    let requests = 0;
    const sendMessage = () => {
      requests++;
      return new Promise<never>(() => undefined);
    };
    const service = { sendMessage };
    const page = await composer({ properties: { service } });
    const errors = eventsOf(page.element, 'lucka-message-error');
    await page.write(TEXTS.swedish);
    await page.element.updateComplete;
    const time = new FakeTime(new Date().toISOString());
    try {
      page.button('Send message').click();
      for (let turn = 0; turn < 1000 && !requests; turn++) await time.pass(0);
      await time.pass(20_000);
    } finally {
      time.restore();
    }
    expect(errors.map(({ code }) => code)).to.deep.equal(['timeout']);
    await page.shows('It is not clear if your message was sent');
  });

  for (const [what, result] of [
    ['nothing', undefined],
    ['an empty object', {}],
    ['a promise', Promise.resolve(SWEDISH)],
    ['words in place of numbers', { language: 'other', confidence: 'high', letters: 'many' }],
  ] as const)
    it(`sends a text about which the page’s detector returns ${what}, as one in an unknown language`, async () => {
      const service = cannedMessageService();
      const detector = { detect: () => result as never };
      const page = await composer({ properties: { service, detector } });
      const events = eventsOf(page.element, 'lucka-message-language');
      await page.write(TEXTS.swedish);
      await page.press('Send message');
      await page.has('#receipt-heading');
      expect(events.map(({ language, confidence }) => [language, confidence])).to.deep.equal([
        ['unknown', 0],
      ]);
      expect((service.arrived[0]?.message as Message).language).to.equal('unknown');
    });
});
