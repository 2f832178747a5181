// Runs in the audited page, as one expression; not a module.
/** What the checks ask of a page: its elements through open shadow roots, what can be seen, and how to name a place. */
(() => {
  const all = (root = document) =>
    [...root.querySelectorAll('*')].flatMap((element) =>
      element.shadowRoot ? [element, ...all(element.shadowRoot)] : [element],
    );
  const hostOf = (element) => {
    for (let node = element; node; node = node.parentNode ?? node.host) {
      const root = node.getRootNode();
      if (node.localName?.startsWith('lucka-')) return node;
      if (root instanceof ShadowRoot && !node.parentElement) node = root.host;
      if (node.localName?.startsWith('lucka-')) return node;
    }
    return undefined;
  };
  /** Only what is inside our elements: the page around them is not ours to judge. */
  const ours = () => all().filter((element) => hostOf(element));
  const isSeen = (element) => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    const { width, height } = element.getBoundingClientRect();
    // One pixel is for screen readers.
    return width > 1 && height > 1;
  };
  const isTabbable = (element) =>
    element.matches(
      'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])',
    ) &&
    element.tabIndex >= 0 &&
    !element.matches(':disabled') &&
    !element.closest('[inert]') &&
    element.checkVisibility({ visibilityProperty: true });
  const modal = () => all().find((element) => element.matches('dialog:modal'));
  const within = (element, ancestor) => {
    for (let node = element; node; node = node.parentNode ?? node.host) {
      if (node === ancestor) return true;
      if (node.assignedSlot && within(node.assignedSlot, ancestor)) return true;
    }
    return false;
  };
  /** Of the radio buttons of a group, one is a Tab stop: the chosen one, else the first. */
  const tabStops = () => {
    const open = modal();
    const stops = ours()
      .filter(isTabbable)
      .filter((element) => !open || within(element, open));
    return stops.filter((element) => {
      if (element.type !== 'radio') return true;
      const group = stops.filter(
        (other) =>
          other.type === 'radio' &&
          other.name === element.name &&
          other.getRootNode() === element.getRootNode(),
      );
      return element === (group.find(({ checked }) => checked) ?? group[0]);
    });
  };
  const place = (element) => {
    const host = hostOf(element);
    const id = element.id && `#${element.id}`;
    const part = element.getAttribute('part');
    const words = (element.getAttribute('aria-label') ?? element.textContent ?? '')
      .replace(/\s+/g, ' ')
      .trim();
    return `${host?.localName ?? ''} ${element.localName}${id}${part ? `[part=${part}]` : ''}${words ? ` "${words.slice(0, 40)}"` : ''}`.trim();
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
  /** Text or edges outside the window, and a page that scrolls sideways. */
  const overflows = () => {
    const { scrollWidth, clientWidth } = document.scrollingElement;
    const outside = ours()
      .filter(isSeen)
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        const isScrolled = (() => {
          for (let node = element.parentNode; node; node = node.parentNode ?? node.host) {
            if (
              node instanceof Element &&
              ['auto', 'scroll'].includes(getComputedStyle(node).overflowX)
            )
              return node.scrollWidth > node.clientWidth && node.tabIndex >= 0;
          }
          return false;
        })();
        return (right > clientWidth + 1 || left < -1) && !isScrolled;
      });
    return [
      ...(scrollWidth > clientWidth + 1
        ? [`the page scrolls sideways: ${scrollWidth} in ${clientWidth} px`]
        : []),
      ...outside.slice(0, 3).map((element) => `outside the window: ${place(element)}`),
    ];
  };
  /** Boxes that cut off their own text. */
  const cuts = () =>
    ours()
      .filter(isSeen)
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const cutsX = ['hidden', 'clip'].includes(overflowX);
        const cutsY = ['hidden', 'clip'].includes(overflowY);
        return (
          element.textContent.trim() &&
          ((cutsX && element.scrollWidth > element.clientWidth + 1) ||
            (cutsY && element.scrollHeight > element.clientHeight + 1))
        );
      })
      .slice(0, 3)
      .map((element) => `cuts off its text: ${place(element)}`);
  window.luckaAudit = {
    all,
    ours,
    isSeen,
    tabStops,
    place,
    focused,
    roots,
    overflows,
    cuts,
    modal,
    hostOf,
  };
})();
