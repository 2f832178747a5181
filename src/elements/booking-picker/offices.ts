import { plainText, sectionsOf, type Block, type ContentDocument } from '../../content/document.js';
import type { OfficeWithTimes } from '../../services/bookings.js';
import type { Position } from './postal-areas.js';

/** A town where a visit can be booked, as the content has it. */
export interface Town extends Position {
  readonly id: string;
  readonly name: string;
  /** Other names that people look for it by. */
  readonly aliases: readonly string[];
}

/** One line of the list: the town, and what the agency's server knows of its office. */
export interface OfficeChoice extends Town {
  readonly address: string;
  /** Start of the first free time; '' without one. */
  readonly nextAvailable: string;
}

/** Reads the towns: a section each, with `name`, `aliases` and `position`. */
export function townsOf(document: ContentDocument): Town[] {
  return sectionsOf(document.blocks).flatMap(({ id, title, blocks }) => {
    if (!id) return [];
    const values = valuesIn(blocks);
    const [lat = 0, lon = 0] = (values.get('position') ?? '').split(',').map(Number);
    const aliases = (values.get('aliases') ?? '').split(', ');
    return [{ id, name: values.get('name') || title, aliases, lat, lon }];
  });
}

/** A list of `key` and words. */
function valuesIn(blocks: readonly Block[]): Map<string, string> {
  const items = blocks.flatMap((block) => (block.type === 'list' ? block.items : []));
  return new Map(
    items.flatMap(({ content: [text] }) => {
      const [key, ...words] = text && 'content' in text ? text.content : [];
      return typeof key === 'object' && key.type === 'code'
        ? [[key.text, plainText(words as never)] as const]
        : [];
    }),
  );
}

/** All towns in the order of the page's language, each with what the server said of it. */
export function officesIn(
  towns: readonly Town[],
  served: readonly OfficeWithTimes[],
  lang: string,
): OfficeChoice[] {
  const { compare } = new Intl.Collator(lang);
  return towns
    .map((town) => {
      const office = served.find(({ id }) => id === town.id);
      return {
        ...town,
        address: office?.address ?? '',
        nextAvailable: office?.nextAvailable ?? '',
        lat: office?.lat ?? town.lat,
        lon: office?.lon ?? town.lon,
      };
    })
    .sort((one, other) => compare(one.name, other.name));
}

/** Letters without their marks: who cannot type å, ä and ö finds the town too. */
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** Those whose name, other names or address begin a word with this text; all when it is empty. */
export function matching<Office extends OfficeChoice>(
  offices: readonly Office[],
  text: string,
): Office[] {
  const wanted = plain(text);
  const begins = (words: string) => ` ${plain(words)}`.includes(` ${wanted}`);
  return offices.filter(
    ({ name, aliases, address }) =>
      !wanted || [name, address, ...aliases].some((words) => words && begins(words)),
  );
}

/** The nearest first, as the crow flies. */
export const nearestFirst = (offices: readonly OfficeChoice[], place: Position): OfficeChoice[] =>
  [...offices].sort((one, other) => distance(one, place) - distance(other, place));

const EARTH = 6371;

/** Kilometres between two places, along a great circle (haversine). */
export function distance(one: Position, other: Position): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const across =
    half(one.lat, other.lat) +
    Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * half(one.lon, other.lon);
  return 2 * EARTH * Math.asin(Math.sqrt(across));
}

/** The office other than this one that has a free time first. */
export const soonestElsewhere = (
  offices: readonly OfficeChoice[],
  officeId: string,
  count = 2,
): OfficeChoice[] =>
  offices
    .filter(({ id, nextAvailable }) => id !== officeId && nextAvailable)
    .sort((one, other) => Date.parse(one.nextAvailable) - Date.parse(other.nextAvailable))
    .slice(0, count);
