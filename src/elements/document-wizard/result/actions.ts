import { msg } from '@lit/localize';
import type { ElementContext } from '../../../shared/element-context.js';
import type { Store } from '../../../shared/store.js';
import { isComplete, tickItem, withFlow, type State } from '../state.js';
import { toText } from './exports.js';

/** What a person can do with the result. */
export interface ResultActions {
  tick(itemId: string, isDone: boolean): void;
  copy(): void;
  print(): void;
  edit(questionId: string): void;
  restart(): void;
}

export interface ResultDeps {
  readonly store: Store<State>;
  readonly context: ElementContext;
  readonly navigation: Pick<ResultActions, 'edit' | 'restart'>;
  /** Saves the progress after a tick. */
  readonly save: () => void;
  /** Language of the interface. */
  readonly lang: () => string;
}

export function createActions(
  { store, context, navigation, save, lang }: ResultDeps,
  print: () => Promise<void>,
): ResultActions {
  const copy = async (): Promise<void> => {
    const { state } = store;
    if (!state.flow || !isComplete(state)) return;
    try {
      await navigator.clipboard.writeText(toText(state, lang(), new Date()));
      context.announce(msg('The text has been copied.'), { visible: true });
    } catch {
      // Not allowed in this frame, or a page on plain http.
      const text = msg('Your browser does not allow copying. Print or save instead.');
      context.announce(text, { visible: true });
    }
  };
  return {
    tick: (itemId, isDone) => {
      store.update(withFlow((state) => tickItem(state, itemId, isDone)));
      save();
    },
    copy: () => void copy(),
    print: () => void print(),
    edit: (questionId) => navigation.edit(questionId),
    restart: () => navigation.restart(),
  };
}
