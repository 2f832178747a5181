/**
 * What a notice needs that is near, under way, closing or news, and what an action needs: loaded once there is one. A
 * notice is `soon` for a day, so this is there before it begins, also on a page that goes offline meanwhile.
 */
export { Acts } from './acts.js';
export { tellInvalid } from './invalid.js';
export { styles } from './later.styles.js';
export { iconOf, lineOf, renderShowAll, tagOf } from './later-view.js';
export { tell } from './telling.js';
