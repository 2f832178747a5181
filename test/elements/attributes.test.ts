import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../src/index.js';
import { resetPage } from '../support/page.js';

interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly { readonly name: string }[];
}

const { modules } = (await (await fetch('/custom-elements.json')).json()) as {
  modules: { declarations: Declaration[] }[];
};
const elements = modules.flatMap(({ declarations }) =>
  declarations.filter(({ tagName }) => tagName),
);

/** What a template, a CMS or a mistake leaves in an attribute. */
const VALUES = [
  '',
  ' ',
  'https://',
  'https:///x',
  'http://[',
  '//',
  'javascript:alert(1)',
  '\u0000',
  '\ud800',
  '-1',
  '1e999',
  'NaN',
  'null',
  'undefined',
  '{{ value }}',
  '[object Object]',
  '{"a":',
  'constructor',
  '__proto__',
  '%',
  '#',
  '<b>',
  '9'.repeat(10_000),
];

describe('every attribute of every element', () => {
  let errors: string[] = [];
  const onError = (event: ErrorEvent) => {
    event.preventDefault();
    errors.push(event.message);
  };
  const onRejection = (event: PromiseRejectionEvent) => {
    event.preventDefault();
    errors.push(String(event.reason));
  };
  const quiet = { warn: console.warn, error: console.error };
  before(() => {
    addEventListener('error', onError);
    addEventListener('unhandledrejection', onRejection);
    console.warn = () => {};
    console.error = () => {};
  });
  after(() => {
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onRejection);
    Object.assign(console, quiet);
  });
  afterEach(resetPage);

  it('is in the manifest', () => {
    expect(elements.map(({ tagName }) => tagName).sort()).to.deep.equal([
      'lucka-booking-picker',
      'lucka-document-wizard',
      'lucka-maintenance-banner',
      'lucka-message-composer',
      'lucka-terms-dialog',
    ]);
  });

  for (const { tagName = '', attributes = [] } of elements)
    it(`may be empty, absurd, and removed again: ${tagName}`, async () => {
      for (const { name } of attributes) {
        const element = document.createElement(tagName) as LitElement;
        document.body.append(element);
        await element.updateComplete;
        for (const value of [...VALUES, null]) {
          errors = [];
          if (value === null) element.removeAttribute(name);
          else element.setAttribute(name, value);
          const failed: unknown = await element.updateComplete.then(
            () => '',
            (error: unknown) => error,
          );
          const what = `${name}=${value === null ? '(removed)' : JSON.stringify(value.slice(0, 20))}`;
          expect(`${what} ${String(failed)}`).to.equal(`${what} `);
          expect(element.shadowRoot?.querySelector('.root, .host, dialog, :scope > *'), what).to
            .exist;
          await new Promise((done) => setTimeout(done));
          expect([what, ...errors]).to.deep.equal([what]);
        }
        // It still updates.
        element.setAttribute('lang', 'sv');
        element.requestUpdate();
        await element.updateComplete;
        element.remove();
      }
    }).timeout(60_000);

  for (const { tagName = '' } of elements)
    it(`${tagName} writes no attribute that the page did not write, which frameworks would take for a difference`, async () => {
      const element = document.createElement(tagName) as LitElement;
      document.body.append(element);
      await element.updateComplete;
      const names = element.getAttributeNames();
      element.remove();
      expect(names).to.deep.equal([]);
    });
});
