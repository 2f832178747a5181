import { msg } from '@lit/localize';
import type { ComposerDeps } from './composer-deps.js';
import type { Features } from './features.js';
import { edit } from './state.js';

/** Listeners of the form. */
export interface FormActions {
  readonly submit: (event: Event) => void;
  readonly keydown: () => void;
  readonly drag: (event: DragEvent) => void;
  readonly paste: (event: ClipboardEvent) => void;
  /** Loads what a person who writes will need. */
  readonly load: () => void;
  readonly editSubject: (event: Event) => void;
  readonly editText: (event: Event) => void;
  readonly change: () => void;
  readonly blur: () => void;
  /** The page's own label came or went. */
  readonly labelChange: () => void;
}

/** The text is checked when the person has typed nothing for so long, in milliseconds. */
const TYPING_PAUSE_MS = 1000;

export function createFormActions(
  { host, store, context, form }: ComposerDeps,
  { languageGate, sending, session }: Features,
): FormActions {
  let pause: ReturnType<typeof setTimeout> | undefined;
  host.addController({ hostDisconnected: () => clearTimeout(pause) });

  // What could not be loaded is loaded with the next key, or when the message is sent.
  const load = (): void => void sending.load().catch(() => undefined);

  const onEdited = (): void => {
    load();
    sending.value?.stopRetrying();
    session.value?.onEdited();
  };

  /** What was found in the text is announced. */
  const check = async (trigger: 'typing' | 'leave'): Promise<void> => {
    try {
      await (await languageGate.load()).checkAndAnnounce(trigger);
    } catch {
      // The text is checked when the message is sent.
    }
  };

  const refuseFile = (): void => {
    context.announce(msg('You cannot send files here. Your text is still here.'), {
      visible: true,
    });
    void languageGate.load().then(
      (gate) => gate.refuseFile(),
      () => undefined,
    );
  };

  return {
    submit: (event) => {
      event.preventDefault();
      void host.send();
    },
    keydown: () => session.value?.onKeydown(),
    // A dropped file would replace the page.
    drag: (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      if (event.type === 'drop') refuseFile();
    },
    paste: (event) => {
      const { clipboardData } = event;
      if (!clipboardData?.files.length || clipboardData.types.includes('text/plain')) return;
      event.preventDefault();
      refuseFile();
    },
    load,
    editSubject: (event) => {
      const subject = (event.target as HTMLInputElement).value;
      store.update((state) => edit(state, { subject }));
      onEdited();
    },
    editText: (event) => {
      const text = (event.target as HTMLTextAreaElement).value;
      store.update((state) => edit(state, { text }));
      form.update();
      onEdited();
      clearTimeout(pause);
      pause = setTimeout(() => void check('typing'), TYPING_PAUSE_MS);
    },
    // A textarea's `change` does not leave the shadow root by itself.
    change: () => {
      const event = new Event('change', { bubbles: true });
      context.emit(event);
    },
    blur: () => void (store.state.text && check('leave')),
    labelChange: () => host.requestUpdate(),
  };
}
