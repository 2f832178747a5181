import { useState } from 'react';
import 'lucka/document-wizard.js';
import 'lucka/message-composer.js';
import type {} from 'lucka/types/react.d.ts';

export function Page() {
  const [outcomes, setOutcomes] = useState<readonly string[]>();
  const [length, setLength] = useState<number>();
  return (
    <main>
      <h1>My page</h1>
      <h2>Prove your identity</h2>
      <lucka-document-wizard
        heading-level={3}
        onlucka-wizard-result={({ outcomeIds }) => setOutcomes(outcomeIds)}
      >
        <p>
          <a href="/identity.html">Read about identity documents</a>
        </p>
      </lucka-document-wizard>
      {outcomes && <p id="outcomes">{outcomes.length} rules may apply.</p>}
      <h2>Ask about your case</h2>
      <lucka-message-composer
        heading-level={3}
        onlucka-message-send={(event) => {
          // The page sends the message itself: here it only counts.
          event.preventDefault();
          setLength(event.message.body.length);
        }}
      >
        <p>Write to us: Agency, Box 1, 123 45 Town</p>
      </lucka-message-composer>
      {length !== undefined && <p id="length">{length} characters.</p>}
    </main>
  );
}
