import { expect } from '@open-wc/testing';
import en from '../../../content/booking/offices.en.md';
import sv from '../../../content/booking/offices.sv.md';
import {
  distance,
  filterOffices,
  sortByDistance,
  mergeOffices,
  earliestAlternatives,
  parseOffices,
} from '../../../src/elements/booking-picker/scheduling/offices.js';
import { positionOf } from '../../../src/elements/booking-picker/scheduling/postal-areas.js';
import { memoryBookingService } from '../../../src/testing.js';

const towns = { en: parseOffices(en), sv: parseOffices(sv) };
const { offices: served } = await memoryBookingService().listOffices();
const english = mergeOffices(towns.en, served, 'en');
const swedish = mergeOffices(towns.sv, served, 'sv');
const names = (offices: readonly { readonly name: string }[]) =>
  offices.map(({ name }) => name).join(', ');

describe('the offices', () => {
  it('are exactly eight, in the order of the page’s language', () => {
    expect(names(english)).to.equal(
      'Boden, Gothenburg, Malmö, Norrköping, Örebro, Sundbyberg, Sundsvall, Växjö',
    );
    expect(names(swedish)).to.equal(
      'Boden, Göteborg, Malmö, Norrköping, Sundbyberg, Sundsvall, Växjö, Örebro',
    );
  });

  it('have their address and first free time from the server, and are there before it has answered', () => {
    expect(english.find(({ id }) => id === 'malmo')?.address).to.equal('Exempelgatan 1, Malmö');
    expect(
      mergeOffices(towns.en, undefined, 'en')
        .map(({ nextAvailable }) => nextAvailable)
        .join(''),
    ).to.equal('');
    expect(mergeOffices(towns.en, undefined, 'en')).to.have.lengthOf(8);
  });

  it('are those that the service lists: a ninth one is there, one that it withdrew is not', () => {
    const ninth = {
      ...served[0],
      id: 'kiruna',
      name: { sv: 'Kiruna', en: 'Kiruna' },
      lat: null,
      lon: null,
    } as (typeof served)[number];
    const now = [...served.filter(({ id }) => id !== 'boden'), ninth];
    const list = mergeOffices(towns.en, now, 'en');
    expect(names(list)).to.equal(
      'Gothenburg, Kiruna, Malmö, Norrköping, Örebro, Sundbyberg, Sundsvall, Växjö',
    );
    expect(names(filterOffices(list, 'Stockholm')), 'the content adds other names').to.equal(
      'Sundbyberg',
    );
    const near = positionOf('981 00');
    expect(
      near && names(sortByDistance(list, near).slice(-1)),
      'without a position: last',
    ).to.equal('Kiruna');
    expect(
      names(mergeOffices([], served, 'sv')),
      'without content: the names of the service',
    ).to.equal(names(swedish));
  });

  const searches: [string, string][] = [
    ['Stockholm', 'Sundbyberg'],
    ['stock', 'Sundbyberg'],
    ['lulea', 'Boden'],
    ['Luleå', 'Boden'],
    ['Göteborg', 'Gothenburg'],
    ['goteborg', 'Gothenburg'],
    ['örebro', 'Örebro'],
    ['sund', 'Sundbyberg, Sundsvall'],
    ['borg', ''],
    ['xyz', ''],
    ['', names(english)],
  ];
  for (const [text, found] of searches)
    it(`are found by "${text}": ${found || 'none'}`, () => {
      expect(names(filterOffices(english, text))).to.equal(found);
    });

  const places: [string, string][] = [
    ['113 51', 'Sundbyberg'],
    ['11', 'Sundbyberg'],
    ['75320', 'Sundbyberg'],
    ['211 20', 'Malmö'],
    ['252 25', 'Malmö'],
    ['391 20', 'Växjö'],
    ['371 31', 'Växjö'],
    ['411 01', 'Gothenburg'],
    ['503 30', 'Gothenburg'],
    ['582 22', 'Norrköping'],
    ['651 00', 'Örebro'],
    ['791 00', 'Örebro'],
    ['831 00', 'Sundsvall'],
    ['891 00', 'Sundsvall'],
    ['941 00', 'Boden'],
    ['981 00', 'Boden'],
    ['931 00', 'Boden'],
  ];
  for (const [code, town] of places)
    it(`are sorted for the postal code ${code}: ${town} is nearest`, () => {
      const place = positionOf(code);
      expect(place && names(sortByDistance(english, place).slice(0, 1))).to.equal(town);
    });

  for (const text of ['', '1', '99', '00 100', '123456', 'Stockholm'])
    it(`know no place for "${text}"`, () => expect(positionOf(text)).to.equal(undefined));

  it('know a place in Sweden for every postal area', () => {
    const areas = Array.from({ length: 89 }, (_, index) => String(index + 10));
    const unused = areas.filter((area) => !positionOf(area));
    expect(unused.join()).to.equal('32,48,49');
    for (const area of areas) {
      const { lat, lon } = positionOf(area) ?? { lat: 60, lon: 15 };
      expect(lat > 55 && lat < 69.1 && lon > 10.9 && lon < 24.2, area).to.be.true;
    }
  });

  it('are as far apart as on the map', () => {
    const gothenburg = { lat: 57.71, lon: 11.97 };
    const boden = { lat: 65.83, lon: 21.69 };
    expect(distance(gothenburg, boden)).to.be.within(1030, 1040);
    expect(distance(boden, boden)).to.equal(0);
  });

  it('elsewhere are named by who has a free time first', () => {
    const offices = english.map((office, index) => ({
      ...office,
      nextAvailable: index === 2 ? '' : `2027-03-${30 - index}T09:00:00+02:00`,
    }));
    expect(names(earliestAlternatives(offices, 'vaxjo'))).to.equal('Sundsvall, Sundbyberg');
  });
});
