/**
 * The eight towns where a visit can be booked. Addresses are invented, and one is missing, as
 * may happen in practice; positions are those of the towns (WGS 84).
 */
export const offices = [
  {
    id: 'malmo',
    name: { sv: 'Malmö', en: 'Malmö' },
    address: 'Exempelgatan 1, Malmö',
    lat: 55.61,
    lon: 13.0,
  },
  {
    id: 'vaxjo',
    name: { sv: 'Växjö', en: 'Växjö' },
    address: 'Exempelgatan 2, Växjö',
    lat: 56.88,
    lon: 14.81,
  },
  {
    id: 'goteborg',
    name: { sv: 'Göteborg', en: 'Gothenburg' },
    address: 'Exempelgatan 3, Göteborg',
    lat: 57.71,
    lon: 11.97,
  },
  {
    id: 'norrkoping',
    name: { sv: 'Norrköping', en: 'Norrköping' },
    address: 'Exempelgatan 4, Norrköping',
    lat: 58.59,
    lon: 16.18,
  },
  {
    id: 'orebro',
    name: { sv: 'Örebro', en: 'Örebro' },
    address: 'Exempelgatan 5, Örebro',
    lat: 59.27,
    lon: 15.21,
  },
  {
    id: 'sundbyberg',
    name: { sv: 'Sundbyberg', en: 'Sundbyberg' },
    address: 'Exempelgatan 6, Sundbyberg',
    lat: 59.36,
    lon: 17.97,
  },
  {
    id: 'sundsvall',
    name: { sv: 'Sundsvall', en: 'Sundsvall' },
    address: 'Exempelgatan 7, Sundsvall',
    lat: 62.39,
    lon: 17.31,
  },
  { id: 'boden', name: { sv: 'Boden', en: 'Boden' }, address: null, lat: 65.83, lon: 21.69 },
];
