// Made by tools/generate-attributes.js.
/** The attributes that each element documents, separated by spaces. */
export const elementAttributes: Readonly<Record<string, string>> = {
  'lucka-booking-picker':
    'csrf-token days-per-page disabled endpoint from heading-level letter-gate mode name no-hold office required src to',
  'lucka-document-wizard':
    'book-href flow-id heading-level history name persist required show-sources src',
  'lucka-maintenance-banner':
    'affected-service format heading-level lead-days max more-href poll service src storage time-zone',
  'lucka-message-composer':
    'case-id csrf-token disabled draft encryption endpoint heading-level jwks-src key-thumbprint language-policy languages maxlength minlength name no-subject readonly required service-status session-expires-at shared-computer subject subject-maxlength value',
  'lucka-terms-dialog':
    'accepted-version csrf-token endpoint heading-level manual mode name open required return-focus src storage terms-id',
};
