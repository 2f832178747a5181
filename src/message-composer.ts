import { LuckaMessageComposer } from './elements/message-composer/message-composer.js';
import { defineOnce } from './shared/define-once.js';

defineOnce('lucka-message-composer', LuckaMessageComposer);

export { LuckaMessageComposer };
