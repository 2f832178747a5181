import { Component, CUSTOM_ELEMENTS_SCHEMA, ElementRef, viewChild } from '@angular/core';
import 'lucka';
import type { LuckaMessageSendEvent, LuckaTermsAcceptedEvent, LuckaTermsDialog } from 'lucka';

@Component({
  selector: 'my-page',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <button type="button" (click)="terms().nativeElement.show()">Terms</button>
    <lucka-terms-dialog
      #dialog
      endpoint="/api"
      manual
      [headingLevel]="3"
      (lucka-terms-accepted)="accepted($event)"
    >
      <a href="/terms">Terms of use</a>
    </lucka-terms-dialog>
    <lucka-message-composer
      endpoint="/api"
      case-id="12-345678"
      (lucka-message-send)="send($event)"
    />
    <lucka-document-wizard book-href="#booking" [facts]="facts" />
    <lucka-booking-picker endpoint="/api" letter-gate="reference" />
    <lucka-maintenance-banner src="/api/notices" [leadDays]="14" />
  `,
})
export class MyPage {
  readonly terms = viewChild.required<ElementRef<LuckaTermsDialog>>('dialog');
  readonly facts = { document: 'passport' };

  accepted({ record }: LuckaTermsAcceptedEvent) {
    console.log(record.version);
  }

  send({ message }: LuckaMessageSendEvent) {
    console.log(message.body.length);
  }
}
