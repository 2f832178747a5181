import { LuckaBookingPicker } from './elements/booking-picker/booking-picker.js';
import { define } from './parts/define.js';

define('lucka-booking-picker', LuckaBookingPicker);

export { LuckaBookingPicker };
