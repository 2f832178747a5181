import { expect, fixture, html } from '@open-wc/testing';
import type { LuckaMessageComposer } from '../../../src/elements/message-composer/message-composer.js';
import { Composer, TEXTS } from '../../support/message-composer.js';
import { expectFocusOn, resetPage, until } from '../../support/page.js';

async function formWithComposer({ hasFieldset = false } = {}) {
  const form = await fixture<HTMLFormElement>(
    html`<form id="page-form">
      <fieldset ?disabled=${hasFieldset}>
        <lucka-message-composer
          name="question"
          required
          maxlength="200"
          subject="Time"
        ></lucka-message-composer>
      </fieldset>
      <button>Send</button>
    </form>`,
  );
  const element = form.querySelector<LuckaMessageComposer>('lucka-message-composer')!;
  await element.updateComplete;
  const submitted: (readonly [string, FormDataEntryValue])[][] = [];
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submitted.push([...new FormData(form)]);
  });
  return { form, submitted, page: new Composer(element) };
}

describe('lucka-message-composer in a form', () => {
  afterEach(resetPage);

  it('is focused by a label of the page', async () => {
    const { form, page } = await formWithComposer();
    page.element.id = 'question-field';
    const label = document.createElement('label');
    label.htmlFor = 'question-field';
    label.textContent = 'Your question';
    form.prepend(label);
    label.click();
    expectFocusOn(page.area);
  });

  it('is left out of the form by the property disabled as by the attribute', async () => {
    const { form, page } = await formWithComposer();
    expect(form.checkValidity()).to.be.false;
    page.element.disabled = true;
    await page.element.updateComplete;
    expect(page.element.matches(':disabled')).to.be.true;
    expect(form.checkValidity()).to.be.true;
    page.element.disabled = false;
    await page.write('När får jag svar?');
    page.element.disabled = true;
    await page.element.updateComplete;
    expect([...new FormData(form)]).to.deep.equal([]);
    page.element.disabled = false;
    await page.element.updateComplete;
    expect(new FormData(form).get('question')).to.equal('När får jag svar?');
  });

  it('gives the text as its value, and the subject beside it', async () => {
    const { form, page } = await formWithComposer();
    await page.write('När får jag svar?');
    expect([...new FormData(form)]).to.deep.equal([
      ['question', 'När får jag svar?'],
      ['question-subject', 'Time'],
    ]);
  });

  it('has its value at once when the page sets it', async () => {
    const { form, page } = await formWithComposer();
    page.element.value = 'one\r\ntwo';
    expect(new FormData(form).get('question')).to.equal(
      'one\ntwo'.replace('\n', '\r\n').replace('\r\n', '\n'),
    );
    await page.element.updateComplete;
    expect(page.area.value).to.equal('one\ntwo');
  });

  it('stops the form, with the focus in the text, when it is required and empty', async () => {
    const { form, page, submitted } = await formWithComposer();
    expect(page.element.validity.valueMissing).to.be.true;
    expect(page.element.validationMessage).to.equal('Enter your message');
    form.requestSubmit();
    expect(submitted).to.have.lengthOf(0);
    expectFocusOn(page.area);
  });

  it('stops the form when the text is too long, in another language, or refused by the page', async () => {
    const { page } = await formWithComposer();
    await page.write('x'.repeat(201));
    expect(page.element.validity.tooLong).to.be.true;
    await page.write(TEXTS.french);
    await until(() => page.element.validity.customError, 'the language is refused');
    await page.write(TEXTS.swedish);
    await until(() => page.element.checkValidity(), 'Swedish is accepted');
    page.element.setCustomValidity('Not today');
    expect([page.element.validity.customError, page.element.validationMessage]).to.deep.equal([
      true,
      'Not today',
    ]);
    page.element.setCustomValidity('');
    expect(page.element.checkValidity()).to.be.true;
  });

  it('goes back to what it began with on reset', async () => {
    const { form, page } = await formWithComposer();
    await page.write('Something');
    page.element.subject = 'Other';
    form.reset();
    await page.element.updateComplete;
    expect([page.area.value, page.element.subject]).to.deep.equal(['', 'Time']);
  });

  it('is disabled with its fieldset', async () => {
    const { form, page } = await formWithComposer({ hasFieldset: true });
    await page.element.updateComplete;
    expect(page.area.disabled).to.be.true;
    expect([...new FormData(form)]).to.deep.equal([]);
    expect(form.checkValidity()).to.be.true;
  });

  it('belongs to a form elsewhere by its form attribute', async () => {
    const form = await fixture<HTMLFormElement>(html`<form id="elsewhere"></form>`);
    const element = await fixture<LuckaMessageComposer>(
      html`<lucka-message-composer
        form="elsewhere"
        name="question"
        value="Hello"
      ></lucka-message-composer>`,
    );
    await element.updateComplete;
    expect(element.form === form).to.be.true;
    expect(new FormData(form).get('question')).to.equal('Hello');
  });

  it('sends the page’s form with its own button when there is no endpoint', async () => {
    const { page, submitted } = await formWithComposer();
    await page.write(TEXTS.swedish);
    await page.press('Send message');
    await until(() => submitted.length, 'the form is sent');
    expect(submitted[0]?.[0]).to.deep.equal(['question', TEXTS.swedish]);
  });

  it('fires input and change as a textarea does', async () => {
    const { form, page } = await formWithComposer();
    const types: string[] = [];
    for (const type of ['input', 'change'])
      form.addEventListener(type, (event) => {
        if (event.target === page.element) types.push(event.type);
      });
    await page.type('Hej');
    page.area.blur();
    expect(types).to.deep.equal(['input', 'input', 'input', 'change']);
  });
});
