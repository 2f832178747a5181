/** What a page waits for and listens to, in a time that a test moves: a week takes seconds. */
export class FakeTime {
  #now: number;
  #last = 0;
  readonly #timers = new Map<number, { at: number; run: () => void }>();
  readonly #restore: (() => void)[] = [];
  #isHidden = false;
  /** Listeners on the document and the window, less those removed. */
  listeners = 0;

  constructor(start: string) {
    this.#now = Date.parse(start);
    this.#replace(Date, 'now', () => this.#now);
    this.#replace(window, 'setTimeout', (run: () => void, wait = 0) => {
      this.#timers.set(++this.#last, { at: this.#now + wait, run });
      return this.#last;
    });
    this.#replace(window, 'clearTimeout', (id: number) => void this.#timers.delete(id));
    const hidden = { configurable: true, get: () => this.#isHidden };
    Object.defineProperty(document, 'hidden', hidden);
    this.#restore.push(() => Reflect.deleteProperty(document, 'hidden'));
    for (const target of [document, window]) this.#count(target);
  }

  /** Timers that wait. */
  get waiting(): number {
    return this.#timers.size;
  }
  get now(): number {
    return this.#now;
  }

  /** Lets time pass; whatever is due runs in its order, with all that follows from it at once. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      const due = [...this.#timers].sort(([, one], [, other]) => one.at - other.at)[0];
      if (!due || due[1].at > end) break;
      this.#timers.delete(due[0]);
      this.#now = Math.max(this.#now, due[1].at);
      due[1].run();
      await settle();
    }
    this.#now = end;
    await settle();
  }

  /** Another tab is in front, or this one again. */
  async see(isSeen: boolean): Promise<void> {
    this.#isHidden = !isSeen;
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
  }

  restore(): void {
    for (const each of this.#restore) each();
  }

  #replace<Target extends object>(target: Target, name: keyof Target, fake: unknown): void {
    const real = target[name];
    target[name] = fake as Target[keyof Target];
    this.#restore.push(() => (target[name] = real));
  }

  #count(target: EventTarget): void {
    const { addEventListener, removeEventListener } = target;
    target.addEventListener = (...all: Parameters<typeof addEventListener>) => {
      this.listeners++;
      addEventListener.apply(target, all);
    };
    target.removeEventListener = (...all: Parameters<typeof removeEventListener>) => {
      this.listeners--;
      removeEventListener.apply(target, all);
    };
    this.#restore.push(() => {
      for (const name of ['addEventListener', 'removeEventListener'])
        Reflect.deleteProperty(target, name);
    });
  }
}

const { port1, port2 } = new MessageChannel();

/** Whatever follows without waiting has happened: promises, and the loading of parts that were loaded before. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((done) => {
      port1.onmessage = done;
      port2.postMessage('');
    });
  }
}
