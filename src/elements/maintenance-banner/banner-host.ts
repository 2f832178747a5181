import type { ReactiveControllerHost } from 'lit';
import type { BannerSettings } from './settings.js';

/** The element, as what shows the notices sees it. */
export type BannerHost = HTMLElement &
  BannerSettings &
  ReactiveControllerHost & {
    readonly internals: ElementInternals;
    readonly renderRoot: ShadowRoot;
  };
