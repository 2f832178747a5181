import 'lucka';
import type {} from 'lucka/types/react.d.ts';
import type { LuckaTermsDialog } from 'lucka';
import { useRef } from 'react';

export function MyPage() {
  const terms = useRef<LuckaTermsDialog>(null);
  return (
    <main>
      <button onClick={() => terms.current?.show()}>Terms</button>
      <lucka-terms-dialog
        ref={terms}
        className="wide"
        endpoint="/api"
        heading-level={3}
        manual
        onlucka-terms-accepted={({ record }) => console.log(record.version)}
      >
        <a href="/terms">Terms of use</a>
      </lucka-terms-dialog>
      <lucka-message-composer
        id="composer"
        endpoint="/api"
        case-id="12-345678"
        maxlength="2000"
        language-policy="confirm"
        onlucka-message-send={({ message }) => console.log(message.body.length)}
      />
      <lucka-document-wizard
        book-href="#booking"
        facts={{ document: 'passport' }}
        onlucka-wizard-result={({ outcomeIds }) => console.log(outcomeIds)}
      />
      <lucka-booking-picker
        endpoint="/api"
        letter-gate="reference"
        onlucka-booking-booked={({ reference }) => console.log(reference)}
      />
      <lucka-maintenance-banner
        src="/api/notices"
        lead-days="14"
        onlucka-notice-dismiss={({ id }) => console.log(id)}
      />
    </main>
  );
}
