import { expect } from '@open-wc/testing';
import { cannedMessageService } from '../../../stories/services.js';
import { composer, TEXTS } from '../../support/message-composer.js';
import { eventsOf, resetPage, until } from '../../support/page.js';

/** Dictation, form fillers and password managers set `value`, and no event tells of it. */
describe('lucka-message-composer and text that came without an event', () => {
  afterEach(resetPage);

  it('sends what stands in the fields, whole', async () => {
    const service = cannedMessageService();
    const page = await composer({ properties: { service } });
    await page.write('Hej! ');
    page.area.value = TEXTS.swedish;
    page.root.querySelector<HTMLInputElement>('#subject')!.value = 'Väntetid';
    await page.press('Send message');
    await page.has('#receipt-heading');
    expect(service.arrived[0]?.message).to.include({ body: TEXTS.swedish, subject: 'Väntetid' });
  });

  it('sends it also by send()', async () => {
    const service = cannedMessageService();
    const page = await composer({ properties: { service } });
    page.area.value = TEXTS.swedish;
    await page.element.send();
    await page.has('#receipt-heading');
    expect(service.arrived[0]?.message).to.include({ body: TEXTS.swedish });
  });

  it('keeps it when the element is drawn again, and tells the page as of any input', async () => {
    const page = await composer();
    const inputs = eventsOf(page.element, 'input');
    page.area.value = TEXTS.swedish;
    page.element.required = true;
    await page.element.updateComplete;
    expect(page.area.value).to.equal(TEXTS.swedish);
    expect(page.element.value).to.equal(TEXTS.swedish);
    expect(inputs).to.have.length(1);
    await until(() => page.part('count'), 'it is counted');
  });

  it('gives it to the form, however that is read', async () => {
    const form = document.createElement('form');
    document.body.append(form);
    const page = await composer({ attributes: { name: 'message', required: true } });
    form.append(page.element);
    await page.element.updateComplete;
    page.area.value = TEXTS.swedish;
    page.root.querySelector<HTMLInputElement>('#subject')!.value = 'Väntetid';
    const data = new FormData(form);
    expect([data.getAll('message'), data.getAll('message-subject')]).to.deep.equal([
      [TEXTS.swedish],
      ['Väntetid'],
    ]);
    page.area.value = TEXTS.english;
    let sent = '';
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      sent = String(new FormData(form).get('message'));
    });
    const button = document.createElement('button');
    form.append(button);
    button.click();
    expect(sent).to.equal(TEXTS.english);
    form.remove();
  });

  it('is valid with it', async () => {
    const page = await composer({ attributes: { required: true } });
    page.area.value = TEXTS.swedish;
    expect(page.element.checkValidity()).to.be.true;
  });

  it('takes what the page sets, and tells nobody of that', async () => {
    const page = await composer();
    const inputs = eventsOf(page.element, 'input');
    page.element.value = TEXTS.swedish;
    await page.element.updateComplete;
    page.element.clear();
    await page.element.updateComplete;
    document.body.click();
    expect(page.area.value).to.equal('');
    expect(inputs).to.have.length(0);
  });

  it('tells of typed text once', async () => {
    const page = await composer();
    const inputs = eventsOf(page.element, 'input');
    await page.write('Hej');
    document.body.click();
    await page.element.updateComplete;
    expect(inputs).to.have.length(1);
  });
});
