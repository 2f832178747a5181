import { expect } from '@open-wc/testing';
import { defineLucka, LuckaTermsDialog } from '../src/classes.js';
import { resetPage } from './support/page.js';

describe('the classes', () => {
  afterEach(resetPage);

  it('define nothing by being imported', () => {
    expect(customElements.get('lucka-terms-dialog')).to.equal(undefined);
  });

  it('get tags under the page’s own prefix, and ours beside them', async () => {
    defineLucka({ prefix: 'agency' });
    defineLucka();
    defineLucka({ prefix: 'agency' });
    const own = document.createElement('agency-terms-dialog');
    const ours = document.createElement('lucka-terms-dialog');
    expect(own instanceof LuckaTermsDialog && ours instanceof LuckaTermsDialog).to.equal(true);
    own.setAttribute('manual', '');
    document.body.append(own);
    await (own as LuckaTermsDialog).updateComplete;
    expect(own.shadowRoot?.querySelectorAll('dialog')).to.have.length(1);
    own.remove();
  });
});
