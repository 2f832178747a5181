import { LuckaBookingPicker } from './elements/booking-picker/booking-picker.js';
import { defineOnce } from './shared/define-once.js';

defineOnce('lucka-booking-picker', LuckaBookingPicker);

export { LuckaBookingPicker };
