/** Loaded when a person chooses: a dialog that stays closed needs none of it. */
export const importPageFocus = () => import('./focus-page.js');
