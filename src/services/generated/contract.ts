// Made from openapi.yaml by `npm run generate`. Do not edit.

export interface paths {
    "/terms/{termsId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The document's `id`.
                 * @example my-page
                 */
                termsId: components["parameters"]["TermsId"];
            };
            cookie?: never;
        };
        /**
         * The terms that apply now, and whether this person has accepted them
         * @description Readable without a session, since people may read before they log in; `accepted` is then null.
         */
        get: operations["getTerms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/terms/{termsId}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The document's `id`.
                 * @example my-page
                 */
                termsId: components["parameters"]["TermsId"];
                /**
                 * @description Any version ever published, the upcoming one among them.
                 * @example 2024-05-01
                 */
                version: components["schemas"]["Version"];
            };
            cookie?: never;
        };
        /**
         * One version of the text, for the comparison and for "the version I accepted"
         * @description A version never changes: even a spelling correction is a new version with `material: false`. Otherwise a stored digest would prove nothing. Retired terms stay readable here, because people keep the right to see what they accepted.
         */
        get: operations["getTermsVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/terms/{termsId}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The document's `id`.
                 * @example my-page
                 */
                termsId: components["parameters"]["TermsId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that the person accepts or declines
         * @description The server adds who and when. The current version and the upcoming one may be decided on; an older one is refused, so that nobody accepts a text that no longer applies. Decisions are added, never changed or deleted: they are evidence. This is acceptance of terms, not consent under the GDPR; do not store it as one.
         */
        post: operations["decideTerms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message about a case
         * @description JSON, or the same JSON encrypted in the page as a compact JWE. A server that wants only encrypted messages answers JSON with 415. Encryption protects from proxies, logs and storage on the way, not from a page server that has been taken over; do not call it end-to-end.
         */
        post: operations["sendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The agency's public keys (a JWK Set)
         * @description Needed only for encrypted messages. The first key is the one to use. Keep a replaced key's private half for a week at least, for pages that are open; after that its use is `unknown-key`, and the element fetches this set once more.
         */
        get: operations["getMessageKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All offices with their next free time
         * @description In no promised order; the element sorts by the page's language.
         */
        get: operations["listOffices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offices/{officeId}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Free times at one office
         * @description What can be held; past, held and booked times are left out. At most 62 days at a time. Many ask at once when letters have been sent, so a server may tell the same for two seconds, and sends `Age` then. Whoever holds a time is told whether it is still free: a list decides nothing.
         */
        get: operations["listSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/letter-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask whether a letter's reference may be used to book
         * @description A POST, so that the reference stays out of addresses and logs. Changes nothing, but takes a key like every write. Wrong, unknown, withdrawn and used up are one answer, or the reference could be guessed step by step. A letter whose booking is still ahead is not used up: it is valid and `alreadyBooked`, also after its last day to book. Only the session that made the booking is told which one it is.
         */
        post: operations["checkLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep a time for a while
         * @description So that a person can check what they chose without losing it. One hold a person. The authority is the letter's reference, the booking's reference (to change that booking) or the session; with none of them the answer is 401.
         */
        post: operations["createHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holds/{holdId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Unguessable (122 random bits or more), for who knows it may extend, release and book it.
                 * @example 3f0c8d52-5d0b-4c39-8a35-0c7a2b9f6e11
                 */
                holdId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Give the time back
         * @description Also 204 when the hold is gone. A hold that became a booking is left alone: releasing never cancels. After the 204 no booking can come of this hold any more, however late a lost request arrives.
         */
        delete: operations["releaseHold"];
        options?: never;
        head?: never;
        /**
         * Keep the time longer
         * @description Starts the full time anew from now. A replayed key uses up no second extension. Unknown, released, booked and run out are one answer, 410, so that a server may forget holds.
         */
        patch: operations["extendHold"];
        trace?: never;
    };
    "/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of a booking whose answer was lost
         * @description The booking made by the `POST /bookings` with this key, as it is now. 404 means that none has been made. It is final once the hold has run out or been released (`DELETE /holds/{holdId}`); before that, sending the POST again with the same key is the better question. A change or cancellation is asked for by its reference: compare `sequence`.
         */
        get: operations["findBooking"];
        put?: never;
        /**
         * Book the visit
         * @description From a hold, or straight from a slot where the page uses no holds. Hold to booking is one transaction; two bookings of one slot must be impossible in the database, not only in the program.
         */
        post: operations["createBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bookings/{reference}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description As given at booking, typed or copied. Without a session it is all that is asked: so it is unguessable, and wrong ones are rate-limited. With a session, someone else's booking is not found.
                 * @example K7QM-4XTD-9RVC
                 */
                reference: components["parameters"]["BookingReference"];
            };
            cookie?: never;
        };
        /**
         * One booking
         * @description Cancelled and past bookings are found too, so that people learn what happened instead of "not found".
         */
        get: operations["getBooking"];
        put?: never;
        post?: never;
        /**
         * Cancel the visit
         * @description Cancelling again is 200 with the same booking, `sequence` unchanged. The letter can be used for a new booking.
         */
        delete: operations["cancelBooking"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bookings/{reference}/slot": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description As given at booking, typed or copied. Without a session it is all that is asked: so it is unguessable, and wrong ones are rate-limited. With a session, someone else's booking is not found.
                 * @example K7QM-4XTD-9RVC
                 */
                reference: components["parameters"]["BookingReference"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Move the visit to another time, all or nothing
         * @description The new time is taken and the old one given up in one transaction. With any error the old booking stands untouched, and the page may say so. The hold must be the same person's, or it counts as gone.
         */
        put: operations["changeBookingSlot"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The notice feed
         * @description Public, the same for everyone, may be a static file; `Access-Control-Allow-Origin: *` is safe. Elements fetch it without credentials and read 404 and 410 as "no notices". Notices whose `publishedAt` is ahead are left out; ended ones stay for a day. The ETag covers `notices` alone (it is weak), so that a newer `generatedAt` does not defeat 304.
         */
        get: operations["listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notices/{noticeId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Chosen by the editor; it is also the UID of the calendar entry, so it never changes.
                 * @example 2026-12-05-upgrade
                 */
                noticeId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /**
         * One notice as it is stored
         * @description For editors' tools, also before `publishedAt`, to see what will be shown and which `revision` comes next.
         */
        get: operations["getNotice"];
        /**
         * Publish a notice or replace it
         * @description For editors' tools. No Idempotency-Key: `revision` does its work. It starts at 1 and must be higher than the stored one; sending the very same notice again is 200 and changes nothing.
         */
        put: operations["putNotice"];
        post?: never;
        /**
         * Take back a notice published by mistake
         * @description Also 204 when it is gone. An interruption that is over is not deleted; it gets `endedAt` and a new revision.
         */
        delete: operations["deleteNotice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description Opaque. Never made of anything personal.
         * @example goteborg
         */
        Id: string;
        /**
         * @description An idempotency key without its quotes.
         * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
         */
        Key: string;
        /**
         * Format: date-time
         * @description RFC 3339 with an offset, preferably the Swedish one of that moment: easier to read in a log.
         * @example 2027-03-25T09:00:00+01:00
         */
        Instant: string;
        /**
         * Format: date
         * @description A day in Europe/Stockholm.
         * @example 2027-03-25
         */
        Day: string;
        /** @enum {string} */
        Language: "sv" | "en";
        /**
         * @description Opaque: compare for equality only. A date reads well.
         * @example 2026-10-01
         */
        Version: string;
        /**
         * @description `sha256-` and the standard base64 (44 characters, with `=`) of the SHA-256 of the UTF-8 bytes of the string `markdown`,
         *     exactly as JSON decoding gives it: front matter included, nothing trimmed, normalised or added. The server sends it
         *     without byte order mark, with LF line ends and without lone surrogates. In a page:
         *     `crypto.subtle.digest('SHA-256', new TextEncoder().encode(terms.markdown))`.
         * @example sha256-TAc5NqC3J7B+h+3NJVlfIs7Jh0Cfj63RDjamAcEBWXU=
         */
        Digest: string;
        /** @description Both languages, always, so that a page can change language without a request. */
        LocalText: {
            sv: string;
            en: string;
        };
        /** @description The fields beside `markdown` repeat its front matter; where they differ, the element treats the text as unverified. */
        TermsText: {
            id: components["schemas"]["Id"];
            version: components["schemas"]["Version"];
            lang: components["schemas"]["Language"];
            effective: components["schemas"]["Day"];
            /** @description False for editorial changes, about which nobody is asked again. */
            material: boolean;
            digest: components["schemas"]["Digest"];
            /** @description The whole file, front matter included, so that the digest also binds title, dates and controller. */
            markdown: string;
            /** @description The author's note on what changed; plain text. Null for a first version. */
            changeSummary: string | null;
        };
        /** @description The text that applies, and where this person stands. */
        Terms: components["schemas"]["TermsText"] & {
            /** @description The newest version this person's latest decision accepts, in whichever language. Null without one or without a session. */
            accepted: null | components["schemas"]["TermsAcceptance"];
            /** @description True when no version since the last material one is accepted; accepting the upcoming version counts for the present one. The server says so because the client cannot: an editorial version may follow a material one that this person never saw. */
            decisionNeeded: boolean;
            /** @description The next version, already published, that may be accepted early. */
            upcoming: null | components["schemas"]["TermsUpcoming"];
        };
        TermsAcceptance: {
            version: components["schemas"]["Version"];
            lang: components["schemas"]["Language"];
            at: components["schemas"]["Instant"];
        };
        TermsUpcoming: {
            version: components["schemas"]["Version"];
            effective: components["schemas"]["Day"];
        };
        /** @enum {string} */
        Decision: "accepted" | "declined";
        TermsDecisionRequest: {
            version: components["schemas"]["Version"];
            lang: components["schemas"]["Language"];
            digest: components["schemas"]["Digest"];
            decision: components["schemas"]["Decision"];
        };
        /** @description The element's record with the server's who and when. No lawful basis, and never "consent". */
        TermsReceipt: {
            receiptId: components["schemas"]["Id"];
            /** @description Optional. A pseudonym the agency can resolve; never a personal identity number. */
            principalId?: components["schemas"]["Id"];
            documentId: components["schemas"]["Id"];
            version: components["schemas"]["Version"];
            digest: components["schemas"]["Digest"];
            lang: components["schemas"]["Language"];
            decision: components["schemas"]["Decision"];
            decidedAt: components["schemas"]["Instant"];
            /** @constant */
            method: "web dialog";
            controller: components["schemas"]["Controller"];
            /** @constant */
            jurisdiction: "SE";
        };
        /** @description As in the front matter of the text. */
        Controller: {
            name: string;
            orgNumber: string;
            address?: string;
            phone?: string;
            /** Format: uri */
            web?: string;
            /** Format: email */
            dpo?: string;
        };
        Message: {
            /** @description Left out when the page knows no case. */
            caseId?: string;
            /** @description One line. Left out with `no-subject`. Counted like `body`. */
            subject?: string;
            /** @description Counted in code points after NFC, a line break as one: make CR LF and CR to LF, then NFC, then count. (JSON Schema's maxLength counts code points too.) A server that allows more says so with the element's `maxlength`. Over it: `too-long`. */
            body: string;
            language: components["schemas"]["MessageLanguage"];
            /** @description The person was told about the language and insists. */
            languageConfirmed: boolean;
            /** @description The visitor's clock; for support only, `receivedAt` counts. */
            createdAt: components["schemas"]["Instant"];
        };
        /**
         * @description What the page made of it, without sending any text. `unknown` always passes.
         * @enum {string}
         */
        MessageLanguage: "sv" | "en" | "other" | "unknown";
        /** @description A `Message` as compact JWE: alg ECDH-ES, enc A256GCM, `kid` from the key set, `cty` json; five parts, the second empty. A retry sends the same bytes, so encrypt once. */
        EncryptedMessage: string;
        MessageReceipt: {
            id: components["schemas"]["Id"];
            receivedAt: components["schemas"]["Instant"];
        };
        KeySet: {
            keys: components["schemas"]["PublicKey"][];
        };
        /** @description Public members only. */
        PublicKey: {
            /** @constant */
            kty: "EC";
            /** @constant */
            crv: "P-256";
            x: string;
            y: string;
            /** @constant */
            use: "enc";
            /** @constant */
            alg: "ECDH-ES";
            /** @description The key's RFC 7638 SHA-256 thumbprint, which the page may pin (`key-thumbprint`). */
            kid: string;
        };
        OfficeList: {
            offices: components["schemas"]["OfficeWithTimes"][];
        };
        Office: {
            id: components["schemas"]["Id"];
            name: components["schemas"]["LocalText"];
            /** @description One line, the same in both languages. */
            address: string | null;
            /** @constant */
            timeZone: "Europe/Stockholm";
            /** @description WGS 84. Distances are computed in the page, so that no one learns where people are. */
            lat: number | null;
            lon: number | null;
        };
        OfficeWithTimes: components["schemas"]["Office"] & {
            nextAvailable: components["schemas"]["NextAvailable"];
        };
        /** @description Start of the office's first free time from now on, whatever the days asked for. Null when none is published. */
        NextAvailable: null | components["schemas"]["Instant"];
        Slot: {
            /** @description Names one place at one time: where three people can come at once, there are three slots. */
            id: components["schemas"]["Id"];
            startsAt: components["schemas"]["Instant"];
            endsAt: components["schemas"]["Instant"];
        };
        SlotList: {
            officeId: components["schemas"]["Id"];
            /** @constant */
            timeZone: "Europe/Stockholm";
            /** @description The last day for which times are out; later ones may still come. */
            publishedUntil: components["schemas"]["Day"];
            nextAvailable: components["schemas"]["NextAvailable"];
            /** @description Days with free times and days closed for a reason. Others may be left out. */
            days: components["schemas"]["OfficeDay"][];
        };
        OfficeDay: {
            date: components["schemas"]["Day"];
            closed: null | {
                reason: components["schemas"]["LocalText"];
            };
            slots: components["schemas"]["Slot"][];
        };
        /**
         * @description As typed. The server ignores case, spaces, hyphens and dashes, invisible characters and full width: `ABC 123` is `abc-123`. Arabic-Indic and Persian digits count as digits.
         * @example ABC-123
         */
        LetterReference: string;
        LetterCheckRequest: {
            letterReference: components["schemas"]["LetterReference"];
        };
        LetterCheck: {
            /** @description Last day on which this letter can be used to book; the visit may be later. Null for no limit. */
            bookBy: null | components["schemas"]["Day"];
            /** @description A booking is ahead; it can be changed, not doubled. */
            alreadyBooked: boolean;
            /** @description The booking that is ahead, for the session that made it and nobody else: who reloads the page sees it again. Left out for everyone else, also for who has the letter, and by servers that do not tell it. */
            booking?: components["schemas"]["Booking"];
        };
        /**
         * @description At least 50 bits from a cryptographically secure source; twelve characters of base 32 (60 bits) read well.
         * @example K7QM-4XTD-9RVC
         */
        Reference: string;
        /**
         * @description A `Reference` as typed or copied. Case, spaces, hyphens and dashes, invisible characters and full width do not matter; where references have no I, L and O, these are 1 and 0.
         * @example k7qm 4xtd 9rvc
         */
        TypedReference: string;
        HoldRequest: {
            slotId: components["schemas"]["Id"];
            letterReference?: components["schemas"]["LetterReference"];
            /** @description Instead of the letter, to change that booking; the page in `manage` knows no letter. Unknown: `letter-invalid`. */
            bookingReference?: components["schemas"]["TypedReference"];
        };
        HoldExtension: {
            /**
             * @description Says what is meant; a PATCH without a body is refused by some proxies.
             * @constant
             */
            extend: true;
        };
        Hold: {
            holdId: components["schemas"]["Id"];
            slot: components["schemas"]["Slot"];
            /** @description To be compared with the answer's `Date`. Over two minutes away when new. */
            expiresAt: components["schemas"]["Instant"];
            /** @description Ten at least when new (WCAG 2.2.1). */
            extensionsLeft: number;
        };
        /** @description A held time, or a free one where the page uses no holds. */
        SlotChoice: {
            holdId: components["schemas"]["Id"];
        } | {
            slotId: components["schemas"]["Id"];
        };
        BookingRequest: components["schemas"]["SlotChoice"] & {
            /** @description May be left out when the hold or the session says who it is. If given, it must be the hold's. */
            letterReference?: components["schemas"]["LetterReference"];
        };
        Booking: {
            reference: components["schemas"]["Reference"];
            /** @enum {string} */
            status: "booked" | "cancelled" | "past";
            office: components["schemas"]["Office"];
            slot: components["schemas"]["Slot"];
            /** @description 0 when booked, one more for each change and for the cancellation: SEQUENCE of the calendar file. */
            sequence: number;
            /** @description Last moment to change or cancel. Null for until the visit starts. */
            changeUntil: null | components["schemas"]["Instant"];
        };
        NoticeFeed: {
            /** @description When the feed was put together, for "last checked". Not a clock: a stored or static feed has an old one; for the clock use `Date`. */
            generatedAt: components["schemas"]["Instant"];
            notices: components["schemas"]["Notice"][];
        };
        /** @description Optional fields may be null or left out. */
        Notice: {
            id: components["schemas"]["Id"];
            /** @description Higher with every change that people should see again. */
            revision: number;
            /** @enum {string} */
            kind: "planned" | "disruption" | "closure" | "terms" | "account";
            /** @enum {string} */
            reason: "development" | "maintenance" | "security" | "operational";
            title: components["schemas"]["LocalText"];
            /** @description Markdown. */
            body: components["schemas"]["LocalText"];
            /** @description Shown from here on; the 30 days of a closure count from here. */
            publishedAt: components["schemas"]["Instant"];
            startsAt?: components["schemas"]["MaybeInstant"];
            /** @description Planned end. */
            endsAt?: components["schemas"]["MaybeInstant"];
            /** @description The work is done and being checked since then (phase `verifying`). */
            verifyingAt?: components["schemas"]["MaybeInstant"];
            /** @description Actual end. */
            endedAt?: components["schemas"]["MaybeInstant"];
            /** @description Closures only: 30 Swedish calendar days after `publishedAt` at the same wall-clock time, or later. */
            closesAt?: components["schemas"]["MaybeInstant"];
            /** @enum {string} */
            scope: "whole" | "part";
            /** @description Services by the names pages give in the element's `service`. */
            affected: components["schemas"]["Id"][];
            unaffected?: components["schemas"]["Id"][] | null;
            /** @enum {string} */
            impact: "unavailable" | "read-only" | "slow";
            whatToDo?: null | {
                sv: string[];
                en: string[];
            };
            /** Format: uri-reference */
            moreHref?: string | null;
            /** @description Missing means true. Closures and interruptions under way never are for good, whatever this says. */
            dismissible?: boolean | null;
        } & (unknown & unknown & unknown);
        MaybeInstant: null | components["schemas"]["Instant"];
        /** @description RFC 9457. Without `type` it is `about:blank`, and `title` is the status phrase. */
        Problem: {
            /**
             * Format: uri-reference
             * @description The server's own page about this problem; never read by the elements.
             */
            type?: string;
            title: string;
            status: number;
            code: components["schemas"]["Code"];
            /** @description For developers and logs; no personal data, nothing the person typed. */
            detail?: string;
            /**
             * Format: uri-reference
             * @description Names this occurrence for support.
             */
            instance?: string;
        };
        /**
         * @description All codes there are.
         * @enum {string}
         */
        Code: "already-booked" | "cancelled" | "case-invalid" | "closed" | "csrf" | "digest-mismatch" | "hold-exists" | "hold-expired" | "idempotency-key" | "idempotency-mismatch" | "in-progress" | "internal" | "language-not-supported" | "letter-expired" | "letter-invalid" | "login-required" | "malformed" | "no-extensions" | "not-found" | "range" | "rate-limited" | "retired" | "slot-taken" | "stale-revision" | "stale-version" | "token-invalid" | "too-large" | "too-late" | "too-long" | "unavailable" | "undecryptable" | "unknown-key" | "unsupported-media-type" | "validation";
        MalformedProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 400;
            /** @constant */
            code?: "malformed";
        };
        RangeProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 400;
            /** @constant */
            code?: "range";
        };
        IdempotencyKeyProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 400;
            /** @constant */
            code?: "idempotency-key";
        };
        LoginRequiredProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 401;
            /** @constant */
            code?: "login-required";
            /**
             * Format: uri-reference
             * @description Where to log in: on the page's own origin, or https. Elements ignore any other.
             */
            loginHref?: string;
        };
        TokenInvalidProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 401;
            /** @constant */
            code?: "token-invalid";
        };
        CsrfProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 403;
            /** @constant */
            code?: "csrf";
        };
        NotFoundProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 404;
            /** @constant */
            code?: "not-found";
        };
        InProgressProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            code?: "in-progress";
        };
        NoExtensionsProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            code?: "no-extensions";
        };
        TooLateProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            code?: "too-late";
        };
        CancelledProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            code?: "cancelled";
        };
        RetiredProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 410;
            /** @constant */
            code?: "retired";
        };
        LetterExpiredProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 410;
            /** @constant */
            code?: "letter-expired";
        };
        TooLargeProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 413;
            /** @constant */
            code?: "too-large";
        };
        UnsupportedMediaTypeProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 415;
            /** @constant */
            code?: "unsupported-media-type";
        };
        IdempotencyMismatchProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            code?: "idempotency-mismatch";
        };
        DigestMismatchProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            code?: "digest-mismatch";
        };
        LanguageNotSupportedProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            code?: "language-not-supported";
        };
        CaseInvalidProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            code?: "case-invalid";
        };
        UnknownKeyProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            code?: "unknown-key";
        };
        UndecryptableProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            code?: "undecryptable";
        };
        LetterInvalidProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            code?: "letter-invalid";
        };
        RateLimitedProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 429;
            /** @constant */
            code?: "rate-limited";
        };
        InternalProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 500;
            /** @constant */
            code?: "internal";
        };
        UnavailableProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 503;
            /** @constant */
            code?: "unavailable";
        };
        StaleVersionProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            code?: "stale-version";
            currentVersion: components["schemas"]["Version"];
        };
        HoldExistsProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            code?: "hold-exists";
            hold: components["schemas"]["Hold"];
        };
        SlotTakenProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            code?: "slot-taken";
            /** @description Free times at the same office, the nearest first; three where there are three. */
            alternatives: components["schemas"]["Slot"][];
        };
        AlreadyBookedProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            code?: "already-booked";
            /** @description Left out by servers that do not give it to whoever has the letter. */
            reference?: components["schemas"]["Reference"];
        };
        StaleRevisionProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 409;
            /** @constant */
            code?: "stale-revision";
            currentRevision: number;
        };
        HoldExpiredProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 410;
            /** @constant */
            code?: "hold-expired";
            /** @description Whether that time can still be held; false when unknown. */
            slotFree: boolean;
        };
        ClosedProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 503;
            /** @constant */
            code?: "closed";
            /** @description The notice in the feed that tells why. */
            noticeId?: components["schemas"]["Id"];
        };
        ValidationProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            code?: "validation";
            errors: components["schemas"]["FieldError"][];
        };
        TooLongProblem: components["schemas"]["Problem"] & {
            /** @constant */
            status?: 422;
            /** @constant */
            code?: "too-long";
            /** @enum {string} */
            pointer: "#/subject" | "#/body";
            /** @description As the server counts. */
            length: number;
            limit: number;
        };
        FieldError: {
            /** @description JSON Pointer in fragment form, as in RFC 9457. */
            pointer: string;
            /** @description A word for programs. */
            rule?: string;
            detail: string;
        };
    };
    responses: {
        /** @description Same as before; no body. */
        NotModified: {
            headers: {
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description `malformed`: the query or body cannot be read. */
        Malformed: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Bad Request",
                 *       "status": 400,
                 *       "code": "malformed",
                 *       "detail": "lang must be sv or en."
                 *     }
                 */
                "application/problem+json": components["schemas"]["MalformedProblem"];
            };
        };
        /** @description `range`: `from` or `to` is missing or no day, they are the wrong way round, or more than 62 days apart. */
        RangeRefused: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Bad Request",
                 *       "status": 400,
                 *       "code": "range",
                 *       "detail": "At most 62 days."
                 *     }
                 */
                "application/problem+json": components["schemas"]["RangeProblem"];
            };
        };
        /** @description `malformed`: not JSON. `idempotency-key`: missing or not in double quotes. */
        WriteMalformed: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Bad Request",
                 *       "status": 400,
                 *       "code": "idempotency-key",
                 *       "detail": "The key must stand in double quotes."
                 *     }
                 */
                "application/problem+json": components["schemas"]["MalformedProblem"] | components["schemas"]["IdempotencyKeyProblem"];
            };
        };
        /** @description `login-required`: no session, or it has ended. The element keeps everything the person entered and, where there is a `loginHref`, offers it as a link in a new tab. */
        LoginRequired: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Unauthorized",
                 *       "status": 401,
                 *       "code": "login-required",
                 *       "loginHref": "/login"
                 *     }
                 */
                "application/problem+json": components["schemas"]["LoginRequiredProblem"];
            };
        };
        /** @description `token-invalid`: the bearer token is missing or wrong. */
        TokenRefused: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Unauthorized",
                 *       "status": 401,
                 *       "code": "token-invalid"
                 *     }
                 */
                "application/problem+json": components["schemas"]["TokenInvalidProblem"];
            };
        };
        /** @description `csrf`: a session without a valid `X-CSRF-Token`. */
        CsrfRefused: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Forbidden",
                 *       "status": 403,
                 *       "code": "csrf"
                 *     }
                 */
                "application/problem+json": components["schemas"]["CsrfProblem"];
            };
        };
        /** @description `not-found`: no such thing, or it is someone else's. */
        NotFound: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Not Found",
                 *       "status": 404,
                 *       "code": "not-found"
                 *     }
                 */
                "application/problem+json": components["schemas"]["NotFoundProblem"];
            };
        };
        /** @description `in-progress`: the first request with this key is still at work. */
        InProgress: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Conflict",
                 *       "status": 409,
                 *       "code": "in-progress"
                 *     }
                 */
                "application/problem+json": components["schemas"]["InProgressProblem"];
            };
        };
        /** @description `stale-version`: a newer text applies; load it, show what changed, ask again. `in-progress` (with Retry-After). */
        TermsConflict: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                "Retry-After": components["headers"]["RetryAfterInProgress"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Conflict",
                 *       "status": 409,
                 *       "code": "stale-version",
                 *       "currentVersion": "2026-10-01"
                 *     }
                 */
                "application/problem+json": components["schemas"]["StaleVersionProblem"] | components["schemas"]["InProgressProblem"];
            };
        };
        /** @description `slot-taken`: someone was faster, or the time has passed. `hold-exists`: this person holds a time already; go on with it or release it. `in-progress` (with Retry-After). */
        HoldConflict: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                "Retry-After": components["headers"]["RetryAfterInProgress"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SlotTakenProblem"] | components["schemas"]["HoldExistsProblem"] | components["schemas"]["InProgressProblem"];
            };
        };
        /** @description `no-extensions`: all are used; the hold itself stands until `expiresAt`. `in-progress` (with Retry-After). */
        NoExtensions: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                "Retry-After": components["headers"]["RetryAfterInProgress"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Conflict",
                 *       "status": 409,
                 *       "code": "no-extensions"
                 *     }
                 */
                "application/problem+json": components["schemas"]["NoExtensionsProblem"] | components["schemas"]["InProgressProblem"];
            };
        };
        /** @description `slot-taken`: only possible without a hold. `already-booked`: this letter or person has a booking ahead. `in-progress` (with Retry-After). */
        BookingConflict: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                "Retry-After": components["headers"]["RetryAfterInProgress"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SlotTakenProblem"] | components["schemas"]["AlreadyBookedProblem"] | components["schemas"]["InProgressProblem"];
            };
        };
        /** @description The old booking stands. `slot-taken`: only without a hold. `too-late`: past `changeUntil` or past the visit. `cancelled`: there is nothing to move. `in-progress` (with Retry-After). */
        ChangeConflict: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                "Retry-After": components["headers"]["RetryAfterInProgress"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["SlotTakenProblem"] | components["schemas"]["TooLateProblem"] | components["schemas"]["CancelledProblem"] | components["schemas"]["InProgressProblem"];
            };
        };
        /** @description `too-late`: past `changeUntil` or past the visit. `in-progress` (with Retry-After). */
        CancelConflict: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                "Retry-After": components["headers"]["RetryAfterInProgress"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Conflict",
                 *       "status": 409,
                 *       "code": "too-late"
                 *     }
                 */
                "application/problem+json": components["schemas"]["TooLateProblem"] | components["schemas"]["InProgressProblem"];
            };
        };
        /** @description `stale-revision`: the stored notice is as new or newer. */
        RevisionConflict: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Conflict",
                 *       "status": 409,
                 *       "code": "stale-revision",
                 *       "currentRevision": 3
                 *     }
                 */
                "application/problem+json": components["schemas"]["StaleRevisionProblem"];
            };
        };
        /** @description `retired`: these terms apply no more and nothing replaces them; nothing is to be accepted. */
        TermsRetired: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Gone",
                 *       "status": 410,
                 *       "code": "retired"
                 *     }
                 */
                "application/problem+json": components["schemas"]["RetiredProblem"];
            };
        };
        /** @description `letter-expired`: the letter's last day to book is past, and no booking is ahead. */
        LetterExpired: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Gone",
                 *       "status": 410,
                 *       "code": "letter-expired"
                 *     }
                 */
                "application/problem+json": components["schemas"]["LetterExpiredProblem"];
            };
        };
        /** @description `hold-expired`: run out, released or unknown. */
        HoldExpired: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Gone",
                 *       "status": 410,
                 *       "code": "hold-expired",
                 *       "slotFree": true
                 *     }
                 */
                "application/problem+json": components["schemas"]["HoldExpiredProblem"];
            };
        };
        /** @description `hold-expired`: run out, released or unknown. `letter-expired`: the letter's last day to book is past, and no booking is ahead. */
        BookingGone: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Gone",
                 *       "status": 410,
                 *       "code": "hold-expired",
                 *       "slotFree": false
                 *     }
                 */
                "application/problem+json": components["schemas"]["HoldExpiredProblem"] | components["schemas"]["LetterExpiredProblem"];
            };
        };
        /** @description `too-large`: more bytes than the server takes (64 KiB or more must pass). */
        TooLarge: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Content Too Large",
                 *       "status": 413,
                 *       "code": "too-large"
                 *     }
                 */
                "application/problem+json": components["schemas"]["TooLargeProblem"];
            };
        };
        /** @description `unsupported-media-type`: the body's type is not one that this operation takes here. */
        UnsupportedMediaType: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Unsupported Media Type",
                 *       "status": 415,
                 *       "code": "unsupported-media-type"
                 *     }
                 */
                "application/problem+json": components["schemas"]["UnsupportedMediaTypeProblem"];
            };
        };
        /** @description `idempotency-mismatch`: this key came with another request before. */
        IdempotencyMismatch: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Unprocessable Content",
                 *       "status": 422,
                 *       "code": "idempotency-mismatch"
                 *     }
                 */
                "application/problem+json": components["schemas"]["IdempotencyMismatchProblem"];
            };
        };
        /** @description `validation`: a field is missing or wrong. `idempotency-mismatch`: this key came with another request before. */
        WriteRefused: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Unprocessable Content",
                 *       "status": 422,
                 *       "code": "validation",
                 *       "errors": [
                 *         {
                 *           "pointer": "#/holdId",
                 *           "rule": "required",
                 *           "detail": "Give holdId or slotId."
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["ValidationProblem"] | components["schemas"]["IdempotencyMismatchProblem"];
            };
        };
        /** @description `digest-mismatch`: the text read is not the text stored; load it again. `validation`, `idempotency-mismatch`. */
        TermsRefused: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Unprocessable Content",
                 *       "status": 422,
                 *       "code": "digest-mismatch"
                 *     }
                 */
                "application/problem+json": components["schemas"]["DigestMismatchProblem"] | components["schemas"]["ValidationProblem"] | components["schemas"]["IdempotencyMismatchProblem"];
            };
        };
        /**
         * @description `too-long`: over the limit, never cut. `language-not-supported`: neither Swedish nor English, and not insisted on.
         *     `case-invalid`: no such case, or not this person's. `unknown-key`: fetch the keys once more. `undecryptable`: not a
         *     JWE that this key opens. `validation`, `idempotency-mismatch`.
         */
        MessageRefused: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["TooLongProblem"] | components["schemas"]["LanguageNotSupportedProblem"] | components["schemas"]["CaseInvalidProblem"] | components["schemas"]["UnknownKeyProblem"] | components["schemas"]["UndecryptableProblem"] | components["schemas"]["ValidationProblem"] | components["schemas"]["IdempotencyMismatchProblem"];
            };
        };
        /** @description `letter-invalid`: wrong, unknown, withdrawn, used up or not the one behind the hold; on purpose one answer. `validation`, `idempotency-mismatch`. */
        LetterRefused: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Unprocessable Content",
                 *       "status": 422,
                 *       "code": "letter-invalid"
                 *     }
                 */
                "application/problem+json": components["schemas"]["LetterInvalidProblem"] | components["schemas"]["ValidationProblem"] | components["schemas"]["IdempotencyMismatchProblem"];
            };
        };
        /** @description `validation`, where `rule` is the banner's own word: `closure-30-days`, `end-before-start`, `missing-language`, `no-offset`, `required`… */
        NoticeRefused: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Unprocessable Content",
                 *       "status": 422,
                 *       "code": "validation",
                 *       "errors": [
                 *         {
                 *           "pointer": "#/closesAt",
                 *           "rule": "closure-30-days",
                 *           "detail": "30 Swedish calendar days after publishedAt, at the same wall-clock time, at the earliest."
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["ValidationProblem"];
            };
        };
        /** @description `rate-limited`: too many requests. */
        RateLimited: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Too Many Requests",
                 *       "status": 429,
                 *       "code": "rate-limited"
                 *     }
                 */
                "application/problem+json": components["schemas"]["RateLimitedProblem"];
            };
        };
        /** @description `internal`: our fault. Nothing was stored. */
        Internal: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Internal Server Error",
                 *       "status": 500,
                 *       "code": "internal",
                 *       "instance": "urn:uuid:1b4e28ba-2fa1-11d2-883f-0016d3cca427"
                 *     }
                 */
                "application/problem+json": components["schemas"]["InternalProblem"];
            };
        };
        /** @description `closed`: closed on purpose; the notice says why. `unavailable`: overloaded for the moment. */
        Closed: {
            headers: {
                "Cache-Control": components["headers"]["CacheNone"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "title": "Service Unavailable",
                 *       "status": 503,
                 *       "code": "closed",
                 *       "noticeId": "2026-12-05-upgrade"
                 *     }
                 */
                "application/problem+json": components["schemas"]["ClosedProblem"] | components["schemas"]["UnavailableProblem"];
            };
        };
    };
    parameters: {
        /**
         * @description The document's `id`.
         * @example my-page
         */
        TermsId: components["schemas"]["Id"];
        /**
         * @description Required, so that an address always means one text.
         * @example en
         */
        Lang: components["schemas"]["Language"];
        /**
         * @description Sent by the browser's cache.
         * @example W/"5d1f0c"
         */
        IfNoneMatch: string;
        /**
         * @description As given at booking, typed or copied. Without a session it is all that is asked: so it is unguessable, and wrong ones are rate-limited. With a session, someone else's booking is not found.
         * @example K7QM-4XTD-9RVC
         */
        BookingReference: components["schemas"]["TypedReference"];
        /**
         * @description A structured-field string, that is, in double quotes. A fresh UUID for each thing the person wants, the same for every retry.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Changes when the content does; weak or strong, compared weakly.
         * @example W/"5d1f0c"
         */
        ETag: string;
        /**
         * @description Changes when the content does; weak or strong, compared weakly.
         * @example W/"5d1f0c"
         */
        OptionalETag: string;
        /**
         * @description Never stored.
         * @example no-store
         */
        CacheNone: string;
        /**
         * @description Never stored, or stored and checked each time; then with an `ETag`.
         * @example no-cache
         */
        CacheChecked: string;
        /**
         * @description Stored and checked each time.
         * @example no-cache
         */
        CacheRevalidate: string;
        /**
         * @description As it names what this person accepted: only in their own browser, checked each time.
         * @example private, no-cache
         */
        CachePrivate: string;
        /**
         * @description A minute or more in shared caches takes the load off; elements check anyway.
         * @example public, max-age=60
         */
        CacheShort: string;
        /**
         * @description A version never changes.
         * @example public, max-age=31536000, immutable
         */
        CacheForever: string;
        /**
         * @description Address of what was made.
         * @example /api/bookings/K7QM-4XTD-9RVC
         */
        Location: string;
        /**
         * @description Whole seconds. Clients also understand a date from a proxy.
         * @example 90
         */
        RetryAfter: number;
        /**
         * @description Only with `in-progress`. Whole seconds.
         * @example 1
         */
        RetryAfterInProgress: number;
        /**
         * @description Present on a repeated answer only.
         * @example true
         */
        IdempotencyReplayed: "true";
        /**
         * @description Asked for by RFC 9110. Not `Basic`, which opens the browser's own dialog.
         * @example Session
         */
        WwwAuthenticate: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getTerms: {
        parameters: {
            query: {
                /**
                 * @description Required, so that an address always means one text.
                 * @example en
                 */
                lang: components["parameters"]["Lang"];
            };
            header?: {
                /**
                 * @description Sent by the browser's cache.
                 * @example W/"5d1f0c"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The document's `id`.
                 * @example my-page
                 */
                termsId: components["parameters"]["TermsId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text that applies today. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CachePrivate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Terms"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            404: components["responses"]["NotFound"];
            410: components["responses"]["TermsRetired"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Closed"];
        };
    };
    getTermsVersion: {
        parameters: {
            query: {
                /**
                 * @description Required, so that an address always means one text.
                 * @example en
                 */
                lang: components["parameters"]["Lang"];
            };
            header?: {
                /**
                 * @description Sent by the browser's cache.
                 * @example W/"5d1f0c"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description The document's `id`.
                 * @example my-page
                 */
                termsId: components["parameters"]["TermsId"];
                /**
                 * @description Any version ever published, the upcoming one among them.
                 * @example 2024-05-01
                 */
                version: components["schemas"]["Version"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text of that version. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheForever"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermsText"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Malformed"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Closed"];
        };
    };
    decideTerms: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A structured-field string, that is, in double quotes. A fresh UUID for each thing the person wants, the same for every retry.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The document's `id`.
                 * @example my-page
                 */
                termsId: components["parameters"]["TermsId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TermsDecisionRequest"];
            };
        };
        responses: {
            /** @description Stored. The receipt is the person's copy. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheNone"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermsReceipt"];
                };
            };
            400: components["responses"]["WriteMalformed"];
            401: components["responses"]["LoginRequired"];
            403: components["responses"]["CsrfRefused"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["TermsConflict"];
            410: components["responses"]["TermsRetired"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["TermsRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Closed"];
        };
    };
    sendMessage: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A structured-field string, that is, in double quotes. A fresh UUID for each thing the person wants, the same for every retry.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Message"];
                "application/jose": components["schemas"]["EncryptedMessage"];
            };
        };
        responses: {
            /** @description Stored with the case. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheNone"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageReceipt"];
                };
            };
            /** @description Stored safely and queued; it will reach the case later. For the person it is sent. */
            202: {
                headers: {
                    "Cache-Control": components["headers"]["CacheNone"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageReceipt"];
                };
            };
            400: components["responses"]["WriteMalformed"];
            401: components["responses"]["LoginRequired"];
            403: components["responses"]["CsrfRefused"];
            409: components["responses"]["InProgress"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["MessageRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Closed"];
        };
    };
    getMessageKeys: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent by the browser's cache.
                 * @example W/"5d1f0c"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One key or more, the preferred first. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheShort"];
                    [name: string]: unknown;
                };
                content: {
                    "application/jwk-set+json": components["schemas"]["KeySet"];
                };
            };
            304: components["responses"]["NotModified"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Closed"];
        };
    };
    listOffices: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent by the browser's cache.
                 * @example W/"5d1f0c"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every office that takes visits, also those without free times. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheRevalidate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeList"];
                };
            };
            304: components["responses"]["NotModified"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Closed"];
        };
    };
    listSlots: {
        parameters: {
            query: {
                /**
                 * @description First day.
                 * @example 2027-03-25
                 */
                from: components["schemas"]["Day"];
                /**
                 * @description Last day, itself included; `from` plus 61 days at most.
                 * @example 2027-04-03
                 */
                to: components["schemas"]["Day"];
            };
            header?: {
                /**
                 * @description Sent by the browser's cache.
                 * @example W/"5d1f0c"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description An office's `id`.
                 * @example goteborg
                 */
                officeId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Days in order, times in order. */
            200: {
                headers: {
                    ETag: components["headers"]["OptionalETag"];
                    "Cache-Control": components["headers"]["CacheChecked"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotList"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["RangeRefused"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Closed"];
        };
    };
    checkLetter: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A structured-field string, that is, in double quotes. A fresh UUID for each thing the person wants, the same for every retry.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LetterCheckRequest"];
            };
        };
        responses: {
            /** @description The letter may be used. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheNone"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterCheck"];
                };
            };
            400: components["responses"]["WriteMalformed"];
            401: components["responses"]["LoginRequired"];
            403: components["responses"]["CsrfRefused"];
            409: components["responses"]["InProgress"];
            410: components["responses"]["LetterExpired"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["LetterRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Closed"];
        };
    };
    createHold: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A structured-field string, that is, in double quotes. A fresh UUID for each thing the person wants, the same for every retry.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldRequest"];
            };
        };
        responses: {
            /** @description Held until `expiresAt`. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Cache-Control": components["headers"]["CacheNone"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            400: components["responses"]["WriteMalformed"];
            401: components["responses"]["LoginRequired"];
            403: components["responses"]["CsrfRefused"];
            409: components["responses"]["HoldConflict"];
            410: components["responses"]["LetterExpired"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["LetterRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Closed"];
        };
    };
    releaseHold: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A structured-field string, that is, in double quotes. A fresh UUID for each thing the person wants, the same for every retry.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description Unguessable (122 random bits or more), for who knows it may extend, release and book it.
                 * @example 3f0c8d52-5d0b-4c39-8a35-0c7a2b9f6e11
                 */
                holdId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not held any more. */
            204: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["WriteMalformed"];
            401: components["responses"]["LoginRequired"];
            403: components["responses"]["CsrfRefused"];
            409: components["responses"]["InProgress"];
            422: components["responses"]["IdempotencyMismatch"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Closed"];
        };
    };
    extendHold: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A structured-field string, that is, in double quotes. A fresh UUID for each thing the person wants, the same for every retry.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description Unguessable (122 random bits or more), for who knows it may extend, release and book it.
                 * @example 3f0c8d52-5d0b-4c39-8a35-0c7a2b9f6e11
                 */
                holdId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldExtension"];
            };
        };
        responses: {
            /** @description The hold with its new end. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheNone"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            400: components["responses"]["WriteMalformed"];
            401: components["responses"]["LoginRequired"];
            403: components["responses"]["CsrfRefused"];
            409: components["responses"]["NoExtensions"];
            410: components["responses"]["HoldExpired"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["WriteRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Closed"];
        };
    };
    findBooking: {
        parameters: {
            query: {
                /**
                 * @description The key of the write, here without quotes. Random, so it says nothing about the person.
                 * @example 8e03978e-40d5-43dd-bc93-6894a57f9324
                 */
                idempotencyKey: components["schemas"]["Key"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It was booked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheNone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["LoginRequired"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["InProgress"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Closed"];
        };
    };
    createBooking: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A structured-field string, that is, in double quotes. A fresh UUID for each thing the person wants, the same for every retry.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookingRequest"];
            };
        };
        responses: {
            /** @description Booked. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Cache-Control": components["headers"]["CacheNone"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            400: components["responses"]["WriteMalformed"];
            401: components["responses"]["LoginRequired"];
            403: components["responses"]["CsrfRefused"];
            409: components["responses"]["BookingConflict"];
            410: components["responses"]["BookingGone"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["LetterRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Closed"];
        };
    };
    getBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description As given at booking, typed or copied. Without a session it is all that is asked: so it is unguessable, and wrong ones are rate-limited. With a session, someone else's booking is not found.
                 * @example K7QM-4XTD-9RVC
                 */
                reference: components["parameters"]["BookingReference"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The booking as it is now. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheNone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            401: components["responses"]["LoginRequired"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Closed"];
        };
    };
    cancelBooking: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A structured-field string, that is, in double quotes. A fresh UUID for each thing the person wants, the same for every retry.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description As given at booking, typed or copied. Without a session it is all that is asked: so it is unguessable, and wrong ones are rate-limited. With a session, someone else's booking is not found.
                 * @example K7QM-4XTD-9RVC
                 */
                reference: components["parameters"]["BookingReference"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cancelled; `sequence` is one higher, for the calendar file. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheNone"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            400: components["responses"]["WriteMalformed"];
            401: components["responses"]["LoginRequired"];
            403: components["responses"]["CsrfRefused"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["CancelConflict"];
            422: components["responses"]["IdempotencyMismatch"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Closed"];
        };
    };
    changeBookingSlot: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A structured-field string, that is, in double quotes. A fresh UUID for each thing the person wants, the same for every retry.
                 * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description As given at booking, typed or copied. Without a session it is all that is asked: so it is unguessable, and wrong ones are rate-limited. With a session, someone else's booking is not found.
                 * @example K7QM-4XTD-9RVC
                 */
                reference: components["parameters"]["BookingReference"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SlotChoice"];
            };
        };
        responses: {
            /** @description Moved; same reference, `sequence` one higher. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheNone"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Booking"];
                };
            };
            400: components["responses"]["WriteMalformed"];
            401: components["responses"]["LoginRequired"];
            403: components["responses"]["CsrfRefused"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["ChangeConflict"];
            410: components["responses"]["HoldExpired"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["WriteRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Closed"];
        };
    };
    listNotices: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent by the browser's cache.
                 * @example W/"5d1f0c"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All current notices; an empty list is the usual case. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["CacheShort"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeFeed"];
                };
            };
            304: components["responses"]["NotModified"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Closed"];
        };
    };
    getNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Chosen by the editor; it is also the UID of the calendar entry, so it never changes.
                 * @example 2026-12-05-upgrade
                 */
                noticeId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The notice, published or not. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheNone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            401: components["responses"]["TokenRefused"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Closed"];
        };
    };
    putNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Chosen by the editor; it is also the UID of the calendar entry, so it never changes.
                 * @example 2026-12-05-upgrade
                 */
                noticeId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Notice"];
            };
        };
        responses: {
            /** @description Replaced, or already so. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheNone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            /** @description Published. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheNone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            400: components["responses"]["Malformed"];
            401: components["responses"]["TokenRefused"];
            409: components["responses"]["RevisionConflict"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NoticeRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Closed"];
        };
    };
    deleteNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Chosen by the editor; it is also the UID of the calendar entry, so it never changes.
                 * @example 2026-12-05-upgrade
                 */
                noticeId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not in the feed any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["TokenRefused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["Internal"];
            503: components["responses"]["Closed"];
        };
    };
}
