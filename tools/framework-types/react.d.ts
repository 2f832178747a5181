import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { LuckaTags } from './tags.d.ts';

// React 19: `import type {} from 'lucka/types/react.d.ts'` in one file of the project.

type Tag<Name extends keyof LuckaTags> = Omit<
  DetailedHTMLProps<HTMLAttributes<LuckaTags[Name]['element']>, LuckaTags[Name]['element']>,
  keyof LuckaTags[Name]['attributes'] | keyof LuckaTags[Name]['properties']
> &
  Omit<LuckaTags[Name]['properties'], keyof LuckaTags[Name]['attributes']> &
  LuckaTags[Name]['attributes'] & {
    [Event in LuckaTags[Name]['events'] as `on${Event}`]?:
      ((event: HTMLElementEventMap[Event]) => void) | undefined;
  };

type Tags = { [Name in keyof LuckaTags]: Tag<Name> };

declare module 'react' {
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merging needs an interface
    interface IntrinsicElements extends Tags {}
  }
}
