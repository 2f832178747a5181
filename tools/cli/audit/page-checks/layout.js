// Runs in the audited page, as one expression; not a module.
/** WCAG 1.4.10, 1.4.4, 1.4.12: what is lost when the window is narrow, the text large or its spacing wide. */
(() => {
  const { all, isSeen, describe, parentOf, roots } = window.luckaAudit;

  /** WCAG 1.4.10 leaves out what needs two dimensions to be understood. */
  const NEEDS_TWO_DIMENSIONS =
    'table, [role="table"], [role="grid"], pre, code, img, picture, svg, canvas, video, iframe, object, embed, math, [role="img"], [role="toolbar"]';
  const needsTwoDimensions = (element) => {
    for (let node = element; node; node = parentOf(node))
      if (node instanceof Element && node.matches(NEEDS_TWO_DIMENSIONS)) return true;
    return false;
  };
  const isScrolledBy = (element) => {
    for (let node = parentOf(element); node; node = parentOf(node)) {
      if (!(node instanceof Element) || node === document.scrollingElement) continue;
      if (node === document.body) continue;
      const { overflowX } = getComputedStyle(node);
      if (['auto', 'scroll'].includes(overflowX) && node.scrollWidth > node.clientWidth)
        return true;
      // What a box hides on purpose does not make the page wider; `cuts` looks at its text.
      if (['hidden', 'clip'].includes(overflowX)) return true;
    }
    return false;
  };
  const textNodesOf = (element) =>
    [...element.childNodes].filter(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim(),
    );

  /**
   * Content beyond the right edge of the window, to which one has to scroll sideways.
   * @returns {{ element: Element, isExempt: boolean }[]} the innermost three
   */
  const overflows = () => {
    const { scrollWidth, clientWidth } = document.scrollingElement;
    if (scrollWidth <= clientWidth + 1) return [];
    const outside = all().filter(
      (element) =>
        isSeen(element) &&
        element.getBoundingClientRect().right + scrollX > clientWidth + 1 &&
        !isScrolledBy(element),
    );
    const innermost = outside.filter(
      (element) => !outside.some((other) => other !== element && element.contains(other)),
    );
    return (innermost.length ? innermost : [document.body])
      .slice(0, 3)
      .map((element) => ({ element, isExempt: needsTwoDimensions(element) }));
  };

  const isShortened = (box) => {
    const { textOverflow, webkitLineClamp } = getComputedStyle(box);
    return textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
  };

  /** Text that a box hides: more than a quarter of a line's height, or more than 3 px of its width. @returns {Map<Element, boolean>} whether it is shortened on purpose */
  const cuts = () => {
    const cut = new Map();
    for (const element of all()) {
      if (!isSeen(element)) continue;
      for (const node of textNodesOf(element)) {
        const range = document.createRange();
        range.selectNodeContents(node);
        const rects = [...range.getClientRects()].filter(({ width, height }) => width && height);
        for (let box = element; box; box = parentOf(box)) {
          if (!(box instanceof Element) || box === document.body) continue;
          const { overflowX, overflowY, position, clipPath } = getComputedStyle(box);
          if ([overflowX, overflowY].some((value) => ['auto', 'scroll'].includes(value))) break;
          const hidesX = ['hidden', 'clip'].includes(overflowX);
          const hidesY = ['hidden', 'clip'].includes(overflowY);
          const edge = box.getBoundingClientRect();
          // Hidden from the eye on purpose, for screen readers.
          if (edge.width <= 1 || edge.height <= 1 || clipPath !== 'none') break;
          // Wholly outside is a state of its own (a slide, a closed part), not text that is cut.
          const isInside = rects.some(
            ({ left, right, top, bottom }) =>
              right > edge.left && left < edge.right && bottom > edge.top && top < edge.bottom,
          );
          if (!isInside) break;
          const isHidden = rects.some(({ left, right, top, bottom, height }) => {
            const beyondX = Math.max(right - edge.right, edge.left - left);
            const beyondY = Math.max(bottom - edge.bottom, edge.top - top);
            return (hidesX && beyondX > 3) || (hidesY && beyondY > height / 4);
          });
          if (isHidden) cut.set(element, isShortened(box));
          if (isHidden || position === 'fixed') break;
        }
      }
    }
    return cut;
  };

  const settled = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
  const told = (element, message, more = {}) => ({ message, target: describe(element), ...more });

  let before = new Map();
  /** What is cut in the page as it is; the checks that change it report only what they add. */
  const rememberCuts = () => (before = cuts());
  const newCuts = (message) =>
    [...cuts().keys()]
      .filter((element) => !before.has(element))
      .slice(0, 5)
      .map((element) => told(element, message));

  window.luckaAudit.checks.reflow = () => {
    rememberCuts();
    return [
      ...overflows().map(({ element, isExempt }) =>
        told(
          element,
          'reaches out of a window 320 px wide: one has to scroll sideways to read it',
          {
            ...(isExempt && { kind: 'undecided' }),
          },
        ),
      ),
      ...[...before].slice(0, 5).map(([element, isOnPurpose]) =>
        told(element, 'cuts off its text in a window 320 px wide', {
          ...(isOnPurpose && { kind: 'undecided' }),
        }),
      ),
    ];
  };

  let undo = () => {};
  /** Puts the page back after a check that changed it and whose picture has been taken. */
  window.luckaAudit.restore = async () => {
    undo();
    undo = () => {};
    await settled();
  };

  /** All text twice as large as it was, whatever unit its size is in. */
  window.luckaAudit.checks.textSize = async () => {
    rememberCuts();
    const scrolled = overflows().length;
    const root = document.documentElement;
    const sizeOf = (element) => parseFloat(getComputedStyle(element).fontSize);
    const elements = all().filter((element) => element.style);
    const sizes = elements.map(sizeOf);
    const changed = [];
    const enlarge = (element, size) => {
      changed.push([
        element,
        element.style.getPropertyValue('font-size'),
        element.style.getPropertyPriority('font-size'),
      ]);
      element.style.setProperty('font-size', `${size * 2}px`, 'important');
    };
    enlarge(root, sizeOf(root));
    elements.forEach((element, index) => {
      if (element !== root && Math.abs(sizeOf(element) - sizes[index] * 2) > sizes[index] * 0.02)
        enlarge(element, sizes[index]);
    });
    undo = () => {
      for (const [element, value, priority] of changed) {
        if (value) element.style.setProperty('font-size', value, priority);
        else element.style.removeProperty('font-size');
        if (!element.getAttribute('style')) element.removeAttribute('style');
      }
    };
    await settled();
    const sideways = scrolled ? [] : overflows();
    return [
      ...newCuts('cuts off its text when text is twice as large'),
      ...sideways
        .filter(({ isExempt }) => !isExempt)
        .map(({ element }) =>
          told(element, 'makes the page scroll sideways when text is twice as large', {
            kind: 'advice',
          }),
        ),
    ];
  };

  window.luckaAudit.checks.textSpacing = async () => {
    rememberCuts();
    const scrolled = overflows().length;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }`);
    const changed = roots();
    for (const root of changed) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    undo = () => {
      for (const root of changed)
        root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
    };
    await settled();
    const sideways = scrolled ? [] : overflows();
    return [
      ...newCuts('cuts off its text when lines, words and letters stand further apart'),
      ...sideways.map(({ element }) =>
        told(element, 'makes the page scroll sideways when letters stand further apart', {
          kind: 'advice',
        }),
      ),
    ];
  };
})();
