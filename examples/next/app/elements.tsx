'use client';

import { useRef, useState } from 'react';
import 'lucka/document-wizard.js';
import 'lucka/message-composer.js';
import type {} from 'lucka/types/react.d.ts';
import { useElementEvent } from './use-element-event';

/** The tags and their fallback are in the exported file; the elements are drawn in the browser. */
export function Elements() {
  const wizard = useRef<HTMLElementTagNameMap['lucka-document-wizard']>(null);
  const composer = useRef<HTMLElementTagNameMap['lucka-message-composer']>(null);
  const [question, setQuestion] = useState<string>();
  const [length, setLength] = useState<number>();
  useElementEvent(wizard, 'lucka-wizard-step', ({ questionId }) => setQuestion(questionId));
  useElementEvent(composer, 'lucka-message-send', (event) => {
    // The page sends the message itself: here it only counts.
    event.preventDefault();
    setLength(event.message.body.length);
  });
  return (
    <>
      <h2>Prove your identity</h2>
      <lucka-document-wizard ref={wizard} heading-level={3}>
        <p>
          <a href="/identity.html">Read about identity documents</a>
        </p>
      </lucka-document-wizard>
      {question && <p>Asked: {question}</p>}
      <h2>Ask about your case</h2>
      <lucka-message-composer ref={composer} heading-level={3}>
        <p>Write to us: Agency, Box 1, 123 45 Town</p>
      </lucka-message-composer>
      {length !== undefined && <p>{length} characters.</p>}
    </>
  );
}
