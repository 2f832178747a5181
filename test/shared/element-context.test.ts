import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { HostContext } from '../../src/shared/element-context.js';
import { LazyFeature, type Feature } from '../../src/shared/lazy-feature.js';
import { focused, textOf } from '../support/page.js';

class ContextHost extends LitElement {
  readonly context = new HostContext(this);
  hasPlace = false;
  override render = () =>
    html`${this.hasPlace ? html`<div id="place" role="group" aria-label="Place" tabindex="-1"></div>` : ''}
    ${this.context.renderRegions()}`;
}
customElements.define('test-context-host', ContextHost);

const hostOnPage = () => fixture<ContextHost>(html`<test-context-host></test-context-host>`);
const region = (host: ContextHost, kind: 'polite' | 'assertive') =>
  host.renderRoot.querySelector(kind === 'polite' ? '[role="status"]' : '[aria-live="assertive"]')!;

describe('the context of an element', () => {
  it('has a polite and an assertive region from the first render on, empty and rendered', async () => {
    const host = await hostOnPage();
    for (const role of ['polite', 'assertive'] as const) {
      expect(textOf(region(host, role))).to.equal('');
      expect(getComputedStyle(region(host, role)).display).not.to.equal('none');
    }
  });

  it('announces politely, and urgently where it must, one at a time', async () => {
    const host = await hostOnPage();
    host.context.announce('Sent.');
    await host.updateComplete;
    expect(textOf(region(host, 'polite'))).to.equal('Sent.');
    host.context.announce('Closed.', { urgent: true });
    await host.updateComplete;
    expect(textOf(region(host, 'polite'))).to.equal('');
    expect(textOf(region(host, 'assertive'))).to.equal('Closed.');
  });

  it('takes the caret out of what will be removed when the focus moves', async () => {
    const host = await hostOnPage();
    getSelection()?.selectAllChildren(host);
    host.context.focus('p');
    expect(getSelection()?.rangeCount).to.equal(0);
  });

  it('gives the focus again to what has it: a screen reader in Firefox says its new description then', async () => {
    const host = await hostOnPage();
    host.hasPlace = true;
    host.context.focus('#place');
    await host.updateComplete;
    let count = 0;
    host.renderRoot.querySelector('#place')?.addEventListener('focus', () => count++);
    host.context.focus('#place');
    await host.updateComplete;
    expect(count).to.equal(1);
    expect(focused()?.id).to.equal('place');
  });

  it('shows only what is to be seen', async () => {
    const host = await hostOnPage();
    host.context.announce('Heard.');
    await host.updateComplete;
    expect(region(host, 'polite').className).to.equal('visually-hidden');
    host.context.announce('Seen.', { visible: true });
    await host.updateComplete;
    expect(region(host, 'polite').className).to.equal('status');
  });

  it('does not take the focus from a person who has moved on before the target comes', async () => {
    const host = await hostOnPage();
    const field = document.createElement('input');
    document.body.append(field);
    for (const hasMovedOn of [true, false]) {
      host.hasPlace = false;
      host.requestUpdate();
      await host.updateComplete;
      host.context.focus('#place');
      await host.updateComplete;
      if (hasMovedOn) field.focus();
      else field.blur();
      host.hasPlace = true;
      host.requestUpdate();
      await host.updateComplete;
      expect(focused()?.id === 'place').to.equal(!hasMovedOn);
    }
    field.remove();
  });

  it('announces the same text again in another way, so that it is heard', async () => {
    const host = await hostOnPage();
    host.context.announce('Choose.');
    await host.updateComplete;
    const first = region(host, 'polite').textContent;
    host.context.announce('Choose.');
    await host.updateComplete;
    expect(region(host, 'polite').textContent === first).to.equal(false);
    expect(textOf(region(host, 'polite'))).to.contain('Choose.');
  });

  it('announces only the newest of texts that wait, and none after its element has gone', async () => {
    const host = await hostOnPage();
    host.context.announce('one', { delay: 30 });
    host.context.announce('two', { delay: 30 });
    await new Promise((done) => setTimeout(done, 60));
    await host.updateComplete;
    expect(textOf(region(host, 'polite'))).to.equal('two');
    host.context.announce('late', { delay: 10 });
    host.remove();
    await new Promise((done) => setTimeout(done, 30));
    expect(textOf(region(host, 'polite'))).to.equal('two');
  });

  it('moves focus after the next update in which the place is there', async () => {
    const host = await hostOnPage();
    host.context.focus('#place');
    await host.updateComplete;
    expect(focused()?.id === 'place').to.equal(false);
    host.hasPlace = true;
    host.requestUpdate();
    await host.updateComplete;
    expect(focused()?.id).to.equal('place');
  });
});

describe('a feature that is loaded when it is needed', () => {
  const feature: Feature = { styles: [], hostConnected: () => {} };

  it('is loaded once, and is a controller of its host from then on', async () => {
    const host = await hostOnPage();
    let connected = 0;
    let loads = 0;
    const lazy = new LazyFeature<Feature>(host, () => {
      loads++;
      return Promise.resolve({ styles: [], hostConnected: () => connected++ });
    });
    const [first, second] = await Promise.all([lazy.load(), lazy.load()]);
    expect(first === second && first === lazy.value).to.equal(true);
    expect([loads, connected]).to.deep.equal([1, 1]);
  });

  it('is loaded again after an import that failed', async () => {
    const host = await hostOnPage();
    let tries = 0;
    const lazy = new LazyFeature<Feature>(host, () =>
      ++tries === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(feature),
    );
    const failure = await lazy.load().catch((error: unknown) => String(error));
    expect(failure).to.equal('Error: offline');
    expect(lazy.value).to.equal(undefined);
    await lazy.load();
    expect(lazy.value === feature).to.equal(true);
  });
});
