/** The page's anti-forgery token: the element's own, else that of `<meta name="csrf-token" content="…">`; read at each use. */
export const csrfTokenOf = (own: string): string =>
  own || document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content || '';
