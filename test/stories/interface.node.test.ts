import { readFileSync } from 'node:fs';
import { expect } from '@open-wc/testing';
import { interfaceRows, type Manifest } from '../../stories/interface.js';

const TAGS = [
  'lucka-booking-picker',
  'lucka-document-wizard',
  'lucka-maintenance-banner',
  'lucka-message-composer',
  'lucka-terms-dialog',
];

/** The build writes it. */
const MANIFEST = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as Manifest;

const SMALL: Manifest = {
  modules: [
    {
      declarations: [
        {
          name: 'Element',
          tagName: 'an-element',
          members: [
            {
              ...{ kind: 'field', name: 'letterGate', attribute: 'letter-gate', default: "'ask'" },
              ...{ type: { text: "'ask' | 'passed'" }, description: 'Asks.' },
            },
            {
              kind: 'field',
              name: 'booking',
              type: { text: 'Booking | null' },
              description: 'It.',
            },
            {
              ...{ kind: 'method', name: 'cancel', description: 'Cancels.' },
              ...{ parameters: [{ name: 'reference', type: { text: 'string' } }] },
              return: { type: { text: 'Promise<void>' } },
            },
          ],
          slots: [{ name: '', description: 'Fallback.' }],
        },
      ],
    },
  ],
};

describe('the interface table of an element', () => {
  it('has one row for an attribute and its property, with the words to choose from', () => {
    const { letterGate } = interfaceRows(SMALL, 'an-element');
    expect(letterGate?.name).to.equal('letter-gate (property letterGate)');
    expect(letterGate?.options).to.deep.equal(['ask', 'passed']);
    expect(letterGate?.table.defaultValue?.summary).to.equal("'ask'");
  });

  it('says which members are properties only, and offers no control for what cannot be typed', () => {
    const { booking } = interfaceRows(SMALL, 'an-element');
    expect([booking?.description, booking?.control]).to.deep.equal(['It. Property only.', false]);
  });

  it('shows how a method is called, and names the default slot', () => {
    const rows = interfaceRows(SMALL, 'an-element');
    expect(rows['method: cancel']?.table.type?.summary).to.equal(
      '(reference: string) => Promise<void>',
    );
    expect(rows['slots: ']?.name).to.equal('(default)');
  });

  for (const tag of TAGS)
    it(`of ${tag} describes every row and lists no private member`, () => {
      const rows = Object.values(interfaceRows(MANIFEST, tag));
      expect(rows.length).to.be.above(20);
      expect(rows.filter(({ description }) => !description.trim())).to.deep.equal([]);
      expect(rows.filter(({ name }) => /^[_#]|internals|Callback/.test(name))).to.deep.equal([]);
    });
});
