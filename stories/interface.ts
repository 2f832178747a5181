/** The parts of custom-elements.json that are shown, as the analyzer writes them. */
export interface Manifest {
  readonly modules: readonly { readonly declarations: readonly Declaration[] }[];
}
interface Item {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text?: string };
}
interface Member extends Item {
  readonly kind: string;
  readonly attribute?: string;
  readonly default?: string;
  readonly readonly?: boolean;
  readonly parameters?: readonly Item[];
  readonly return?: { readonly type?: { readonly text?: string } };
}
interface Declaration {
  readonly name: string;
  readonly description?: string;
  readonly tagName?: string;
  readonly members?: readonly Member[];
  readonly events?: readonly Item[];
  readonly slots?: readonly Item[];
  readonly cssParts?: readonly Item[];
  readonly cssProperties?: readonly Item[];
}

/** A row of Storybook's interface table; `type` decides which control a property has. */
export interface Row {
  readonly name: string;
  readonly description: string;
  readonly type?: { readonly name: string; readonly value?: readonly string[] };
  readonly control?: false;
  readonly options?: readonly string[];
  readonly table: {
    readonly category: string;
    readonly type?: { readonly summary: string };
    readonly defaultValue?: { readonly summary: string };
  };
}

const declarationOf = (manifest: Manifest, tag: string): Declaration | undefined =>
  manifest.modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === tag);

/** The events of an element, with what the manifest says of each. */
export const eventsOf = (manifest: Manifest, tag: string): readonly Item[] =>
  declarationOf(manifest, tag)?.events ?? [];

/** The words of a union such as `'book' | 'select'`; undefined for any other type. */
function wordsIn(type: string): readonly string[] | undefined {
  const words = type.split('|').map((part) => /^'([^']*)'$/.exec(part.trim())?.[1]);
  return words.every((word) => word !== undefined) ? words : undefined;
}

/** Which control changes a property; none if its value cannot be typed. */
function controlOf(type: string): Pick<Row, 'type' | 'options' | 'control'> {
  const words = wordsIn(type);
  if (words) return { type: { name: 'enum', value: words }, options: words };
  return ['string', 'number', 'boolean'].includes(type)
    ? { type: { name: type } }
    : { control: false };
}

/** A property with its attribute, which are two ways to set the same. */
function propertyRow(member: Member): Row {
  const { name, attribute, description = '', type, readonly: isReadonly } = member;
  const text = type?.text ?? '';
  const defaultValue = member.default;
  return {
    name: attribute && attribute !== name ? `${attribute} (property ${name})` : name,
    description: attribute ? description : `${description} Property only.`,
    ...(isReadonly ? { control: false as const } : controlOf(text)),
    table: {
      category: 'attributes and properties',
      ...(text && { type: { summary: text } }),
      ...(defaultValue !== undefined && { defaultValue: { summary: defaultValue } }),
    },
  };
}

function methodRow({ name, description = '', parameters = [], return: result }: Member): Row {
  const given = parameters.map((each) => `${each.name}: ${each.type?.text ?? 'unknown'}`);
  return {
    name: `${name}()`,
    description,
    control: false,
    table: {
      category: 'methods',
      type: { summary: `(${given.join(', ')}) => ${result?.type?.text || 'void'}` },
    },
  };
}

const itemRow = (category: string, { name, description = '', type }: Item): Row => ({
  name: name || '(default)',
  description,
  control: false,
  table: { category, ...(type?.text && { type: { summary: type.text } }) },
});

/**
 * The rows of the interface table of an element: only public members, because the manifest has no others. Those of properties have the
 * key that a story's `args` have.
 */
export function interfaceRows(manifest: Manifest, tag: string): Record<string, Row> {
  const declaration = declarationOf(manifest, tag);
  const {
    members = [],
    events = [],
    slots = [],
    cssParts = [],
    cssProperties = [],
  } = declaration ?? {};
  const items = (category: string, all: readonly Item[]): [string, Row][] =>
    all.map((item) => [`${category}: ${item.name}`, itemRow(category, item)]);
  return Object.fromEntries([
    ...members.filter(({ kind }) => kind === 'field').map((each) => [each.name, propertyRow(each)]),
    ...members
      .filter(({ kind }) => kind === 'method')
      .map((each) => [`method: ${each.name}`, methodRow(each)]),
    ...items('events', events),
    ...items('slots', slots),
    ...items('parts', cssParts),
    ...items('custom properties', cssProperties),
  ]);
}
