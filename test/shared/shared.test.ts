import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { LitElement } from 'lit';
import { renderHeading } from '../../src/content/heading.js';
import { HostContext } from '../../src/shared/element-context.js';
import { parseEnum, warnOnce, parseInteger } from '../../src/shared/attributes.js';
import { defineOnce } from '../../src/shared/define-once.js';
import { parseHeadingLevel } from '../../src/shared/heading-level.js';
import { renderErrorSummary } from '../../src/shared/templates/error-summary.js';
import { renderField } from '../../src/shared/templates/field.js';
import { ServiceError } from '../../src/services/service-error.js';
import { safeUrl } from '../../src/content/safe-url.js';
import { toUserError } from '../../src/shared/user-error.js';
import {
  axeViolations,
  count,
  expectFocusOn,
  resetPage,
  textOf,
  warnings,
} from '../support/page.js';

describe('what elements share', () => {
  afterEach(resetPage);

  describe('define', () => {
    it('leaves a tag to the first copy, warns once for all tags, and never throws', () => {
      const caught = warnings();
      try {
        defineOnce('test-twice', class extends HTMLElement {});
        defineOnce('test-twice', class extends HTMLElement {});
        defineOnce('test-thrice', class extends HTMLElement {});
        defineOnce('test-thrice', class extends HTMLElement {});
        expect(caught.texts.length).to.equal(1);
        expect(caught.texts[0]).to.match(
          /<test-twice> is defined already: version \d+\.\d+\.\d+ stays, this is \d+\.\d+\.\d+/,
        );
      } finally {
        caught.restore();
      }
    });

    it('takes the same class twice without a word', () => {
      const caught = warnings();
      class Same extends HTMLElement {}
      defineOnce('test-same', Same);
      defineOnce('test-same', Same);
      caught.restore();
      expect(caught.texts).to.deep.equal([]);
    });
  });

  describe('addresses of links', () => {
    for (const address of ['https://a.se/b', 'http://a.se/b', 'mailto:a@a.se', 'tel:+46771235235'])
      it(`lead to ${address}`, () => expect(safeUrl(address)).to.equal(address));

    it('are made absolute', () =>
      expect(safeUrl('/b')).to.equal(new URL('/b', document.baseURI).href));

    for (const address of [
      'javascript:alert(1)',
      ' jav\nascript:alert(1)',
      'data:text/html,x',
      'blob:https://a.se/b',
      'file:///a',
      'https://',
      5,
      null,
    ])
      it(`never lead to ${JSON.stringify(address)}`, () => expect(safeUrl(address)).to.equal(''));
  });

  describe('errors', () => {
    it('takes an address to log in from a 401 only, and only one of the web', () => {
      const loginHref = (status: number, address: unknown): string => {
        const problem = { loginHref: address };
        return toUserError(new ServiceError('', 'x', { status, problem }), 0).loginHref;
      };
      expect(loginHref(401, 'https://agency.example/login')).to.equal(
        'https://agency.example/login',
      );
      expect(loginHref(500, 'https://agency.example/login')).to.equal('');
      expect(loginHref(401, 'javascript:alert(1)')).to.equal('');
      expect(loginHref(401, 5)).to.equal('');
    });
  });

  describe('attributes', () => {
    const host = document.createElement('test-attributes');

    it('falls back to the first word, and warns once', () => {
      const caught = warnings();
      expect(parseEnum(host, 'mode', 'b', ['a', 'b'])).to.equal('b');
      expect(parseEnum(host, 'mode', 'c', ['a', 'b'])).to.equal('a');
      expect(parseEnum(host, 'mode', 'c', ['a', 'b'])).to.equal('a');
      expect(parseEnum(host, 'mode', '', ['a', 'b'])).to.equal('a');
      caught.restore();
      expect(caught.texts).to.deep.equal([
        '[lucka] <test-attributes> mode: "c" is not allowed; "a" is used.',
      ]);
    });

    it('takes whole numbers within bounds only', () => {
      const caught = warnings();
      const bounds = { min: 1, max: 6, fallback: 2 };
      const results = [1, 6, '4', 0, 7, 2.5, 'x', '', undefined].map((value) =>
        parseInteger(host, 'level', value, bounds),
      );
      caught.restore();
      expect(results).to.deep.equal([1, 6, 4, 2, 2, 2, 2, 2, 2]);
      expect(parseHeadingLevel(host, 3)).to.equal(3);
    });

    it('tells each place once', () => {
      const caught = warnings();
      warnOnce(host, 'x', 'no');
      warnOnce(host, 'x', 'no');
      warnOnce(host, 'y', 'no');
      caught.restore();
      expect(caught.texts.length).to.equal(2);
    });
  });

  describe('the announcer', () => {
    class Voice extends LitElement {
      readonly voice = new HostContext(this);
      override render = () => this.voice.renderRegions();
    }
    customElements.define('test-voice', Voice);
    const status = (element: Voice) => element.shadowRoot!.querySelector('[role="status"]')!;

    it('is there, empty, from the first render', async () => {
      const element = await fixture<Voice>(html`<test-voice></test-voice>`);
      expect(textOf(status(element))).to.equal('');
    });

    it('says the same text again in another way, so that it is heard', async () => {
      const element = await fixture<Voice>(html`<test-voice></test-voice>`);
      element.voice.announce('Choose.');
      await element.updateComplete;
      const first = status(element).textContent;
      element.voice.announce('Choose.');
      await element.updateComplete;
      expect(status(element).textContent === first).to.equal(false);
      expect(textOf(status(element))).to.contain('Choose.');
    });

    it('says only the newest of texts that wait', async () => {
      const element = await fixture<Voice>(html`<test-voice></test-voice>`);
      element.voice.announce('one', { delay: 30 });
      element.voice.announce('two', { delay: 30 });
      await new Promise((done) => setTimeout(done, 60));
      await element.updateComplete;
      expect(textOf(status(element))).to.equal('two');
    });

    it('says nothing after its element has gone', async () => {
      const element = await fixture<Voice>(html`<test-voice></test-voice>`);
      element.voice.announce('late', { delay: 10 });
      element.remove();
      await new Promise((done) => setTimeout(done, 30));
      expect(textOf(status(element))).to.equal('');
    });
  });

  describe('fields and their errors', () => {
    const input = () =>
      renderField(
        {
          id: 'letter',
          label: 'Reference',
          hint: 'From your letter',
          error: 'Enter the reference',
        },
        ({ id, describedBy, invalid }) =>
          html`<input id=${id} aria-describedby=${describedBy} aria-invalid=${invalid} />`,
      );

    it('ties label, hint and error to the control, the error first', async () => {
      const page = await fixture<HTMLElement>(
        html`<main>
          <h1>Page</h1>
          ${input()}
        </main>`,
      );
      const control = page.querySelector('input')!;
      expect(control.getAttribute('aria-describedby')).to.equal('letter-error letter-hint');
      expect(control.getAttribute('aria-invalid')).to.equal('true');
      expect(textOf(control.labels![0])).to.equal('Reference');
      expect(await axeViolations(page)).to.deep.equal([]);
    });

    it('lists errors, each with a way to its field', async () => {
      const page = await fixture<HTMLElement>(
        html`<main>
          <h1>Page</h1>
          ${renderErrorSummary(
            renderHeading(2, 'There is a problem', { id: 'error-summary-heading' }),
            [{ text: 'Enter the reference', focus: () => page.querySelector('input')!.focus() }],
          )}
          ${input()}
        </main>`,
      );
      page.querySelector<HTMLElement>('.notice a')!.click();
      await nextFrame();
      expectFocusOn(page.querySelector('input'));
      expect(location.hash).to.equal('');
      expect(count(page, '[role="alert"], [aria-live]'), 'focused, not announced').to.equal(0);
      expect(await axeViolations(page)).to.deep.equal([]);
    });
  });
});
