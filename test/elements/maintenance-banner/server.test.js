import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { renderElement } from 'lucka/ssr.js';

const NIGHT = {
  id: 'night',
  revision: 1,
  kind: 'planned',
  reason: 'maintenance',
  title: { en: 'A night', sv: 'En natt' },
  body: { en: 'Closed.', sv: 'Stängt.' },
  publishedAt: '2020-01-01T09:00:00Z',
  startsAt: '2020-01-02T22:00:00Z',
  endsAt: '2099-01-01T04:00:00Z',
  scope: 'whole',
  affected: [],
  impact: 'unavailable',
  moreHref: '/night',
};

/** @param {readonly unknown[]} notices @param {Record<string, string>} [attributes] */
const rendered = (notices, attributes = {}) =>
  renderElement('maintenance-banner', {
    stylesheet: '/banner.css',
    attributes,
    children: `<script type="application/json">${JSON.stringify({ notices })}</script>`,
  });

describe('a banner that a server renders', () => {
  test('links to the page about changes, and to more about a notice', async () => {
    for (const address of ['/news', 'news?a=1', 'https://agency.example/news']) {
      const html = await rendered([{ ...NIGHT, moreHref: address }], { 'more-href': address });
      assert.equal(html.split(`href="${address}"`).length - 1, 5, address);
    }
    const hostile = 'javascript:alert(1)';
    const html = await rendered([{ ...NIGHT, moreHref: hostile }], { 'more-href': hostile });
    assert.ok(!html.includes(`<a href="${hostile}`) && !html.includes(` href="${hostile}`));
  });

  test('decodes characters, breaks lines and hides comments in its text', async () => {
    const text = 'Closed&check;<!-- internal --><br>all day';
    const html = await rendered([{ ...NIGHT, body: { en: text, sv: text } }]);
    assert.match(html.replace(/<!--.*?-->/g, ''), /Closed✓<br *\/?>all day/);
    assert.doesNotMatch(html, /internal --(?!.*<\/script>)/);
  });

  test('shows Swedish time when there is no such time zone', async () => {
    for (const zone of ['Mars/Olympus', '', 'constructor'])
      assert.match(await rendered([NIGHT], { 'time-zone': zone }), /Swedish time/, zone);
  });

  test('shows every entry that can be shown, whatever the others are', async () => {
    const others = [null, 7, { ...NIGHT, id: '\ud800' }, { ...NIGHT, kind: { toString: 1 } }];
    assert.match(await rendered([...others, { ...NIGHT, id: 'last' }]), /heading-last/);
  });
});
