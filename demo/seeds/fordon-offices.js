/** The fourteen offices of Fordonsverket, an invented agency. The positions are those of the towns (WGS 84). */
const towns = [
  { id: 'kiruna', name: 'Kiruna', lat: 67.86, lon: 20.23 },
  { id: 'umea', name: 'Umeå', lat: 63.83, lon: 20.26 },
  { id: 'ostersund', name: 'Östersund', lat: 63.18, lon: 14.64 },
  { id: 'gavle', name: 'Gävle', lat: 60.67, lon: 17.15 },
  { id: 'uppsala', name: 'Uppsala', lat: 59.86, lon: 17.64 },
  { id: 'vasteras', name: 'Västerås', lat: 59.61, lon: 16.54 },
  { id: 'karlstad', name: 'Karlstad', lat: 59.38, lon: 13.5 },
  { id: 'eskilstuna', name: 'Eskilstuna', lat: 59.37, lon: 16.51 },
  { id: 'linkoping', name: 'Linköping', lat: 58.41, lon: 15.62 },
  { id: 'jonkoping', name: 'Jönköping', lat: 57.78, lon: 14.16 },
  { id: 'boras', name: 'Borås', lat: 57.72, lon: 12.94 },
  { id: 'visby', name: 'Visby', lat: 57.64, lon: 18.3 },
  { id: 'halmstad', name: 'Halmstad', lat: 56.67, lon: 12.86 },
  { id: 'kristianstad', name: 'Kristianstad', lat: 56.03, lon: 14.16 },
];

export const fordonOffices = towns.map(({ id, name, lat, lon }, index) => ({
  id,
  name: { sv: name, en: name },
  address: `Vägen ${index + 1}, ${name}`,
  lat,
  lon,
}));
