import { LuckaMessageComposer } from './elements/message-composer/message-composer.js';
import { define } from './parts/define.js';

define('lucka-message-composer', LuckaMessageComposer);

export { LuckaMessageComposer };
