import type { HTMLAttributes, ReservedProps } from 'vue';
import type { LuckaTags } from './tags.d.ts';

// Vue 3: `import type {} from 'lucka/types/vue.d.ts'` in one file of the project.

/** `heading-level` as templates are checked: `headingLevel`. */
type Camel<Name> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name extends string
    ? Name
    : never;

type CamelKeys<Props> = { [Name in keyof Props as Camel<Name>]?: Props[Name] };

type Tag<Name extends keyof LuckaTags> = new () => {
  $props: ReservedProps &
    Omit<
      HTMLAttributes,
      keyof LuckaTags[Name]['attributes'] | keyof LuckaTags[Name]['properties']
    > &
    Omit<LuckaTags[Name]['properties'], Camel<keyof LuckaTags[Name]['attributes']>> &
    CamelKeys<LuckaTags[Name]['attributes']> & {
      [Event in LuckaTags[Name]['events'] as `on${Capitalize<Camel<Event>>}`]?:
        ((event: HTMLElementEventMap[Event]) => void) | undefined;
    };
};

type Tags = { [Name in keyof LuckaTags]: Tag<Name> };

declare module 'vue' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merging needs an interface
  interface GlobalComponents extends Tags {}
}
