/** A place on the globe (WGS 84), in degrees. */
export interface Position {
  readonly lat: number;
  readonly lon: number;
}

/**
 * About the middle of each two-digit postal area: the area, its latitude and its longitude in tenths of a degree, which is
 * near enough to say which of eight towns is nearest. Made by hand; it stays in the page, and so does the code.
 */
const AREAS = `10593181 11593181 12593180 13592183 14592179 15591175 16594179 17594179 18595182 19596178
20556130 21556130 22557132 23555132 24558134 25560127 26561129 27555140 28562138 29561143
30567129 31568128 33572139 34568141 35569148 36567152 37562154 38568164 39567163
40577120 41577120 42577119 43574121 44579122 45585116 46584124 47580116
50577129 51575128 52580134 53584132 54585139 55578142 56578143 57575152 58584156 59582156
60586162 61587167 62576183 63594165 64591166 65594135 66593130 67597125 68600135 69591148
70593152 71596150 72596165 73596159 74598175 75599176 76598187 77602156 78605153 79609149
80607171 81606169 82616165 83633146 84625150 85624173 86624173 87628179 88632171 89634186
90638203 91639193 92649180 93649203 94654213 95658225 96662212 97656221 98674215`;

/** Where a postal code is, from two of its figures on: `113 51`, `11`. Undefined for anything else. */
export function positionOf(text: string): Position | undefined {
  const code = text.replace(/\s/g, '');
  if (!/^\d{2,5}$/.test(code)) return undefined;
  const area = AREAS.split(/\s/).find((each) => each.startsWith(code.slice(0, 2)));
  if (!area) return undefined;
  return { lat: Number(area.slice(2, 5)) / 10, lon: Number(area.slice(5)) / 10 };
}
