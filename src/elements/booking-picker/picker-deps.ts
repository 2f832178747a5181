import type { LitElement } from 'lit';
import type { BookingService } from '../../services/bookings.js';
import type { ElementContext } from '../../shared/element-context.js';
import type { Store } from '../../shared/store.js';
import type { Navigation } from './navigation.js';
import type { RenderEnv } from './render-env.js';
import type { BookingState } from './state.js';

/** The element, with what its page sets. */
export interface PickerHost extends LitElement {
  readonly service: BookingService | undefined;
  readonly endpoint: string;
  readonly csrfToken: string;
  readonly from: string;
  readonly to: string;
  readonly daysPerPage: number;
  readonly noHold: boolean;
}

/** What every feature needs of the element. */
export interface PickerDeps {
  readonly host: PickerHost;
  readonly store: Store<BookingState>;
  readonly context: ElementContext;
  readonly navigation: Navigation;
  readonly env: () => RenderEnv;
}
