import { msg } from '@lit/localize';
import type { ElementContext } from '../../../shared/element-context.js';

/** What the person asked for needs code that could not be loaded. */
export const announceFailure = (context: Pick<ElementContext, 'announce'>): void =>
  context.announce(msg('Something went wrong. Check your internet connection.'), { visible: true });
