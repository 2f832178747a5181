import type { LuckaTermsAcceptedEvent } from 'lucka';

export const accepted = ({ nothing }: LuckaTermsAcceptedEvent) => nothing;
