/** A message as somebody might write it to a migration agency. All of them are made up. */
export interface Message {
  /** What makes it worth having; for other languages, the language's code. */
  readonly kind: string;
  readonly text: string;
}

/** Pairs a kind with each of its texts. */
export function messages(groups: Readonly<Record<string, readonly string[]>>): Message[] {
  return Object.entries(groups).flatMap(([kind, texts]) => texts.map((text) => ({ kind, text })));
}

/** Every second message was looked at while the gate was tuned. */
export function tunedOn(list: readonly Message[]): Message[] {
  return list.filter((_, place) => place % 2 === 0);
}

/** The others never were: they tell how the gate does on text that it has not met. */
export function heldBack(list: readonly Message[]): Message[] {
  return list.filter((_, place) => place % 2 === 1);
}
