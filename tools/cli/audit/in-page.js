// Runs in the audited page, as one expression; not a module.
/**
 * What the checks ask of a page: its elements through open shadow roots, what can be seen, what Tab reaches, and the place of an
 * element for a person to find it by. `window.luckaAuditScope` (a CSS selector) limits all of it to one part of the page.
 */
(() => {
  const collect = (root) =>
    [...root.querySelectorAll('*')].flatMap((element) =>
      element.shadowRoot ? [element, ...collect(element.shadowRoot)] : [element],
    );
  const scopeRoot = () =>
    (window.luckaAuditScope && document.querySelector(window.luckaAuditScope)) || document;
  const all = () => collect(scopeRoot());
  const parentOf = (node) => node.assignedSlot ?? node.parentNode ?? node.host;
  const within = (element, ancestor) => {
    for (let node = element; node; node = node.parentNode ?? node.host) {
      if (node === ancestor) return true;
      if (node.assignedSlot && within(node.assignedSlot, ancestor)) return true;
    }
    return false;
  };
  const isRendered = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const isSeen = (element) => {
    if (!isRendered(element)) return false;
    const { width, height } = element.getBoundingClientRect();
    // One pixel is for screen readers.
    return width > 1 && height > 1;
  };
  const isInert = (element) => {
    for (let node = element; node; node = parentOf(node)) if (node.inert) return true;
    return false;
  };
  const FOCUSABLE =
    'a[href], area[href], button, input:not([type="hidden"]), select, textarea, summary, audio[controls], video[controls], [contenteditable=""], [contenteditable="true"], [tabindex]:not([tabindex="-1"])';
  const isTabbable = (element) =>
    element.matches(FOCUSABLE) &&
    element.tabIndex >= 0 &&
    !element.matches(':disabled') &&
    !(element.localName === 'summary' && element.parentElement?.localName !== 'details') &&
    !isInert(element) &&
    element.checkVisibility({ visibilityProperty: true }) &&
    // A host that hands its focus on is no stop itself.
    !element.shadowRoot?.delegatesFocus;
  const modal = () => collect(document).find((element) => element.matches('dialog:modal'));
  /** Of the radio buttons of a group, one is a Tab stop: the chosen one, else the first. */
  const tabStops = () => {
    const open = modal();
    const stops = all()
      .filter(isTabbable)
      .filter((element) => !open || within(element, open));
    return stops.filter((element) => {
      if (element.type !== 'radio' || !element.name) return true;
      const group = stops.filter(
        (other) =>
          other.type === 'radio' &&
          other.name === element.name &&
          other.form === element.form &&
          other.getRootNode() === element.getRootNode(),
      );
      return element === (group.find(({ checked }) => checked) ?? group[0]);
    });
  };
  const focused = () => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active;
  };
  const roots = () => [
    document,
    ...all().flatMap((element) => (element.shadowRoot ? [element.shadowRoot] : [])),
  ];
  const wordsOf = (element) =>
    (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();
  /** A selector within one root: by an id that is nobody's else and not made up, else by the way from the nearest such id. */
  const selectorIn = (element, root) => {
    const steps = [];
    for (let node = element; node && node !== root; node = node.parentElement) {
      const { id, localName } = node;
      if (
        id &&
        !/\d{4}|:/.test(id) &&
        root.querySelectorAll(`[id="${CSS.escape(id)}"]`).length === 1
      ) {
        steps.unshift(`#${CSS.escape(id)}`);
        break;
      }
      if (localName === 'html' || localName === 'body') {
        steps.unshift(localName);
        break;
      }
      const alike = [...(node.parentNode?.children ?? [])].filter(
        (other) => other.localName === localName,
      );
      steps.unshift(
        CSS.escape(localName) +
          (alike.length > 1 ? `:nth-of-type(${alike.indexOf(node) + 1})` : ''),
      );
    }
    return steps.join(' > ');
  };
  /** One selector for each shadow root on the way, from the document inwards. */
  const pathOf = (element) => {
    const path = [];
    for (let node = element; node;) {
      const root = node.getRootNode();
      path.unshift(selectorIn(node, root));
      node = root instanceof ShadowRoot ? root.host : undefined;
    }
    return path;
  };
  /** Where an element is: its path, its start tag, its words, its box on the page in px. */
  const describe = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const html = element.cloneNode(false).outerHTML;
    return {
      path: pathOf(element),
      html: html.length > 300 ? `${html.slice(0, 299)}…` : html,
      words: wordsOf(element).slice(0, 80),
      box: { x: x + scrollX, y: y + scrollY, width, height },
    };
  };
  /** The element at a path within this document; undefined when it is gone. */
  const find = (path) =>
    path.reduce(
      (element, selector, at) =>
        (at ? element?.shadowRoot : document)?.querySelector(selector) ?? undefined,
      undefined,
    );
  const refsOf = (element, attribute) =>
    (element.getAttribute(attribute) ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .map((id) => element.getRootNode().getElementById?.(id))
      .filter(Boolean);
  window.luckaAudit = {
    ...{ all, isRendered, isSeen, isInert, isTabbable, tabStops, describe, focused, roots, modal },
    ...{ within, parentOf, wordsOf, refsOf, find, checks: {} },
  };
})();
