import {
  plainText,
  sectionsOf,
  type Block,
  type ContentDocument,
} from '../../../content/document.js';
import type { OfficeWithTimes } from '../../../services/bookings.js';
import { officeName } from '../office-name.js';
import type { Position } from './postal-areas.js';

/** An office where a visit can be booked, as the content has it. Its position is NaN when nobody has given it. */
export interface Office extends Position {
  readonly id: string;
  readonly name: string;
  /** Other names that people look for it by. */
  readonly aliases: readonly string[];
}

/** One line of the list: the office, and what the service knows of it. */
export interface OfficeChoice extends Office {
  readonly address: string;
  /** Start of the first free time; '' without one. */
  readonly nextAvailable: string;
}

/** Reads the offices of the content: a section each, with `name`, `aliases` and `position`. */
export function parseOffices(document: ContentDocument): Office[] {
  return sectionsOf(document.blocks).flatMap(({ id, title, blocks }) => {
    if (!id) return [];
    const values = valuesIn(blocks);
    const [lat = NaN, lon = NaN] = (values.get('position') || ',').split(',').map(parseFloat);
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

/**
 * The offices in the order of the page's language. The service decides which there are; the content adds other names and positions.
 *
 * @param served undefined as long as the service has not told: the offices of the content
 */
export function mergeOffices(
  offices: readonly Office[],
  served: readonly OfficeWithTimes[] | undefined,
  lang: string,
): OfficeChoice[] {
  const { compare } = new Intl.Collator(lang);
  const merged =
    served?.map((office) =>
      withContent(
        office,
        offices.find(({ id }) => id === office.id),
        lang,
      ),
    ) ?? offices.map((office) => ({ ...office, address: '', nextAvailable: '' }));
  return merged.sort((one, other) => compare(one.name, other.name));
}

function withContent(
  office: OfficeWithTimes,
  known: Office | undefined,
  lang: string,
): OfficeChoice {
  const { id, address, nextAvailable, lat, lon } = office;
  return {
    id,
    name: known?.name || officeName(office, lang),
    aliases: known?.aliases ?? [],
    address: address ?? '',
    nextAvailable: nextAvailable ?? '',
    lat: lat ?? known?.lat ?? NaN,
    lon: lon ?? known?.lon ?? NaN,
  };
}

/** Letters without their marks: for people who cannot type å, ä and ö. */
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** Those whose name, other names or address begin a word with this text; all when it is empty. */
export function filterOffices<Choice extends OfficeChoice>(
  offices: readonly Choice[],
  text: string,
): Choice[] {
  const wanted = plain(text);
  const begins = (words: string) => ` ${plain(words)}`.includes(` ${wanted}`);
  return offices.filter(
    ({ name, aliases, address }) =>
      !wanted || [name, address, ...aliases].some((words) => words && begins(words)),
  );
}

/** The nearest first, in a straight line; last those whose position nobody has given. */
export const sortByDistance = (
  offices: readonly OfficeChoice[],
  place: Position,
): OfficeChoice[] => {
  const far = (office: Position) =>
    distance(office, place) || (office.lat === place.lat ? 0 : Infinity);
  return [...offices].sort((one, other) => far(one) - far(other) || 0);
};

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

/** The other offices that have an available time first. */
export const earliestAlternatives = (
  offices: readonly OfficeChoice[],
  officeId: string,
  count = 2,
): OfficeChoice[] =>
  offices
    .filter(({ id, nextAvailable }) => id !== officeId && nextAvailable)
    .sort((one, other) => Date.parse(one.nextAvailable) - Date.parse(other.nextAvailable))
    .slice(0, count);
