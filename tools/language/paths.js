// Determines a file's language from its path in its package.

/** @param {string} code */
export function languageOf(code) {
  const [base = ''] = code.toLowerCase().split(/[_.@-]/);
  if (/shaw|quot/i.test(code) || !/^[a-z]{2,3}$/.test(base)) return '';
  return base === 'no' ? 'nb' : base;
}

/** Patterns of paths that contain the language. */
const PATHS = [
  /\/(?:locale|i18n|locale-langpack)\/([\w@.-]+)\/LC_MESSAGES\//,
  /\/(?:help|HTML|html)\/(C|[a-z]{2,3}(?:[_-][A-Z]{2})?(?:@\w+)?)\//,
  /\/(?:l10n|po)\/([\w@]+)\.po$/,
  /dialogs_([a-z]{2})\.lua$/,
  /-amd64\/([a-z]{2}(?:_[A-Z]{2})?)\//,
  /\.([a-z]{2}(?:[_-]\w\w)?)\.html$/,
  /-doc-(?:legacy-)?([a-z]{2})(?:-\w\w)?\//,
  /\/fortunes\/([a-z]{2})\//,
];

/**
 * @param {string} file
 * @param {string} name of the package
 * @returns {string} undefined if the path does not contain it
 */
export function languageOfFile(file, name) {
  for (const pattern of PATHS) {
    const code = pattern.exec(file)?.[1] ?? '';
    const language = code === 'C' ? 'en' : languageOf(code);
    if (language) return language;
  }
  if (name === 'fortunes-br') return 'pt';
  if (name === 'fortunes') return 'en';
  return languageOf(/^(?:fortunes|cfi)-([a-z]{2})/.exec(name)?.[1] ?? '');
}
