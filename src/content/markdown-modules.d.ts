// Markdown files as modules, made by tools/content-plugin.js.
declare module '*.md' {
  const document: import('./document.js').ContentDocument;
  export default document;
}
declare module '*.md?text' {
  const document: import('./document.js').ContentDocument;
  export default document;
}
declare module '*.md?terms' {
  const document: import('./document.js').ContentDocument;
  export default document;
}
declare module '*.md?form' {
  const document: import('./document.js').ContentDocument;
  export default document;
}
declare module '*.md?feedback' {
  const document: import('./document.js').ContentDocument;
  export default document;
}
declare module '*.md?raw' {
  const source: string;
  export default source;
}
declare module '*.md?digest' {
  const digest: string;
  export default digest;
}
declare module '*.md?flow' {
  const flow: import('./flow/flow.js').Flow;
  export default flow;
}
