import type { HTMLAttributes } from 'svelte/elements';
import type { LuckaTags } from './tags.d.ts';

// Svelte 5: `import type {} from 'lucka/types/svelte.d.ts'` in one file of the project.

type Tag<Name extends keyof LuckaTags> = Omit<
  HTMLAttributes<LuckaTags[Name]['element']>,
  keyof LuckaTags[Name]['attributes'] | keyof LuckaTags[Name]['properties']
> &
  Omit<LuckaTags[Name]['properties'], keyof LuckaTags[Name]['attributes']> &
  LuckaTags[Name]['attributes'] & {
    [Event in LuckaTags[Name]['events'] as `on${Event}`]?:
      ((event: HTMLElementEventMap[Event]) => void) | undefined;
  };

type Tags = { [Name in keyof LuckaTags]: Tag<Name> };

declare module 'svelte/elements' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merging needs an interface
  interface SvelteHTMLElements extends Tags {}
}
