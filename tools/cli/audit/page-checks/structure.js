// Runs in the audited page, as one expression; not a module.
/** What the markup says, and no engine reports: names, roles, errors, live regions, ids, direction, motion. */
(() => {
  const { all, isSeen, isRendered, isInert, isTabbable, describe } = window.luckaAudit;
  const { within, parentOf, wordsOf, refsOf, roots, focused } = window.luckaAudit;
  const { checks } = window.luckaAudit;
  const found = (element, message, more = {}) => ({ message, target: describe(element), ...more });
  const closest = (element, selector) => {
    for (let node = element; node; node = node.parentNode ?? node.host)
      if (node instanceof Element && node.matches(selector)) return node;
    return undefined;
  };
  const FIELD =
    'input:not([type="hidden"], [type="submit"], [type="button"], [type="reset"], [type="image"]), textarea, select';

  /** WCAG 3.3.2: a placeholder goes when somebody types. */
  checks.placeholderName = () =>
    all()
      .filter(
        (element) =>
          element.matches('input, textarea') &&
          element.placeholder?.trim() &&
          isSeen(element) &&
          ![...(element.labels ?? [])].some(wordsOf) &&
          !element.getAttribute('aria-label')?.trim() &&
          !refsOf(element, 'aria-labelledby').some(wordsOf) &&
          !element.title.trim(),
      )
      .map((element) =>
        found(element, `has no label, only the placeholder "${element.placeholder}"`),
      );

  const ALONE = ['button', 'link', 'checkbox', 'switch', 'textbox', 'searchbox'];
  ALONE.push('combobox', 'slider', 'spinbutton');
  const MANAGED = ['tab', 'option', 'radio', 'treeitem', 'menuitem', 'menuitemcheckbox'];
  MANAGED.push('menuitemradio');
  const COMPOSITE =
    '[role="tablist"], [role="listbox"], [role="radiogroup"], [role="tree"], [role="menu"], [role="menubar"], [role="grid"], [role="treegrid"], [role="toolbar"], [role="combobox"], [aria-activedescendant]';
  /** WCAG 2.1.1: what says that it is a control can be focused, itself or through the widget that it is part of. */
  checks.roleFocus = () =>
    all()
      .filter((element) => {
        const role = element.getAttribute('role')?.trim().split(/\s+/)[0] ?? '';
        if (!ALONE.includes(role) && !MANAGED.includes(role)) return false;
        if (!isSeen(element) || isInert(element) || isTabbable(element)) return false;
        if (element.getAttribute('aria-disabled') === 'true' || element.matches(':disabled'))
          return false;
        if (closest(element, '[aria-hidden="true"]')) return false;
        // Focusable by script: part of a widget that moves the focus itself, or beside another way.
        if (element.hasAttribute('tabindex') || element.tabIndex >= 0) return false;
        if (element.shadowRoot?.delegatesFocus) return false;
        if (closest(element.parentNode ?? element, COMPOSITE)) return false;
        return !all().some(
          (inner) => inner !== element && within(inner, element) && isTabbable(inner),
        );
      })
      .map((element) =>
        found(element, `has the role ${element.getAttribute('role')}, but no key reaches it`),
      );

  /** WCAG 3.3.1: what is wrong is said in text. */
  checks.errorMessage = () => {
    const alerts = all().some(
      (element) => element.matches('[role="alert"], [aria-live="assertive"]') && wordsOf(element),
    );
    return all()
      .filter(
        (element) =>
          element.getAttribute('aria-invalid') === 'true' &&
          element.matches(`${FIELD}, [role], fieldset`) &&
          isSeen(element),
      )
      .filter((element) => {
        const group = closest(
          element.parentNode ?? element,
          'fieldset, [role="group"], [role="radiogroup"]',
        );
        const texts = [element, ...(group ? [group] : [])].flatMap((each) => [
          ...refsOf(each, 'aria-errormessage'),
          ...refsOf(each, 'aria-describedby'),
        ]);
        const isLinked =
          element.id &&
          all().some((each) => each.matches('a[href]') && each.hash === `#${element.id}`);
        const isInLabel = [...(element.labels ?? [])].some((label) =>
          label.querySelector('[class*="error"], [role="alert"], [aria-live]'),
        );
        return !texts.some((text) => isRendered(text) && wordsOf(text)) && !isLinked && !isInLabel;
      })
      .map((element) =>
        found(element, 'is marked as invalid, and no text is connected that says why', {
          // A message further away may be there to see: a person has to look.
          ...(alerts && { kind: 'undecided' }),
        }),
      );
  };

  const LIVE =
    '[role="status"], [role="alert"], [role="log"], [aria-live="polite"], [aria-live="assertive"], output';
  checks.liveRegions = () => {
    const regions = all().filter((element) => element.matches(LIVE));
    const described = all().flatMap((element) =>
      refsOf(element, 'aria-describedby').map((text) => [text, element]),
    );
    return [
      ...described
        .filter(([text]) => regions.some((region) => within(text, region)))
        .map(([text]) =>
          found(text, 'is a live region and a description: screen readers say it twice', {
            rule: 'live-description',
          }),
        ),
      ...regions
        .filter((region) => regions.some((outer) => outer !== region && within(region, outer)))
        .map((region) =>
          found(region, 'is a live region inside another: screen readers may say it twice', {
            rule: 'live-nested',
          }),
        ),
    ];
  };

  /** The same id twice in one root. Where a label or an ARIA attribute refers to it, it reaches the first only. */
  checks.repeatedIds = () =>
    roots().flatMap((root) => {
      const ids = new Map();
      for (const element of root.querySelectorAll('[id]'))
        ids.set(element.id, [...(ids.get(element.id) ?? []), element]);
      return [...ids]
        .filter(([id, elements]) => id && elements.length > 1)
        .filter(([, elements]) => elements.some((element) => all().includes(element)))
        .map(([id, elements]) => {
          const name = CSS.escape(id);
          const isUsed = root.querySelector(
            `[for="${name}"], ${['labelledby', 'describedby', 'controls', 'owns', 'errormessage', 'details', 'activedescendant'].map((attribute) => `[aria-${attribute}~="${name}"]`).join(', ')}`,
          );
          return found(
            elements[1],
            isUsed
              ? `has the id "${id}" that another element has, and a label or an ARIA attribute refers to it`
              : `has the id "${id}" that another element has`,
            { ...(!isUsed && { kind: 'advice', criteria: [] }) },
          );
        });
    });

  const RTL_LETTERS = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/gu;
  const blocks = () =>
    all().filter(
      (element) =>
        element.matches(
          'p, li, dd, dt, td, th, h1, h2, h3, h4, h5, h6, label, legend, button, a, summary, figcaption, blockquote, div, span',
        ) &&
        isSeen(element) &&
        [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim(),
        ),
    );
  const ownText = (element) =>
    [...element.childNodes]
      .filter(
        (node) =>
          node.nodeType === Node.TEXT_NODE ||
          ['strong', 'em', 'b', 'i', 'span', 'br', 'small'].includes(node.localName),
      )
      .filter((node) => !(node instanceof Element && node.hasAttribute('lang')))
      .map((node) => node.textContent)
      .join('')
      .replace(/\s+/g, ' ')
      .trim();

  /** WCAG 1.3.2: Arabic, Hebrew and their like run from right to left, and end where the line ends. */
  checks.direction = () =>
    blocks()
      .filter((element) => !['a', 'span', 'b'].includes(element.localName))
      .flatMap((element) => {
        const text = ownText(element);
        const letters = text.match(/\p{L}/gu)?.length ?? 0;
        const rtl = text.match(RTL_LETTERS)?.length ?? 0;
        if (letters < 3) return [];
        const { direction, textAlign } = getComputedStyle(element);
        const isRtl = rtl > letters / 2;
        if (isRtl && direction === 'ltr')
          return [found(element, 'is text that runs from right to left, set from left to right')];
        if (isRtl && direction === 'rtl' && textAlign === 'left')
          return [
            found(element, 'runs from right to left, but begins at the left edge', {
              kind: 'advice',
            }),
          ];
        return [];
      });

  const langOf = (element) => {
    for (let node = element; node; node = node.parentNode ?? node.host)
      if (node instanceof Element && node.hasAttribute('lang')) return node.getAttribute('lang');
    return '';
  };
  /** Sentences with the language that they are marked with, for a judgement outside the page. */
  window.luckaAudit.sentences = () => {
    const seen = new Set();
    return blocks()
      .map((element) => ({ element, text: ownText(element), lang: langOf(element) }))
      .filter(({ element, text, lang }) => {
        const key = `${lang} ${text}`;
        const isNew = !seen.has(key);
        seen.add(key);
        return (
          isNew &&
          lang &&
          text.split(' ').length >= 6 &&
          !closest(element, 'code, pre, kbd, samp, [translate="no"]')
        );
      })
      .slice(0, 400)
      .map(({ element, text, lang }) => ({ text, lang, target: describe(element) }));
  };

  /** WCAG 2.2.2 and 2.3.3: what moves by itself although less motion was asked for. */
  checks.motion = () => {
    const PAUSE = /pause|stop|pausa|stoppa/i;
    const hasPause = all().some(
      (element) => element.matches('button, [role="button"]') && PAUSE.test(wordsOf(element)),
    );
    const moving = roots()
      .flatMap((root) => root.getAnimations())
      .filter(({ effect, playState }) => {
        const target = effect?.target;
        if (playState !== 'running' || !target || !isSeen(target) || !all().includes(target))
          return false;
        if (closest(target, '[aria-busy="true"], [role="progressbar"], progress')) return false;
        return true;
      });
    const unique = new Map(moving.map((animation) => [animation.effect.target, animation]));
    return [...unique].flatMap(([element, { effect }]) => {
      const { duration, endTime } = effect.getComputedTiming();
      if (endTime > 5000)
        return [
          found(
            element,
            'moves by itself for more than five seconds, also when less motion is asked for',
            {
              ...(hasPause && { kind: 'undecided' }),
            },
          ),
        ];
      return duration > 250
        ? [
            found(element, 'moves although less motion is asked for', {
              rule: 'motion-preference',
            }),
          ]
        : [];
    });
  };

  const nameOf = (dialog) =>
    dialog.getAttribute('aria-label')?.trim() ||
    refsOf(dialog, 'aria-labelledby').map(wordsOf).join(' ').trim() ||
    dialog.title;
  const dialogsNow = () =>
    all().filter(
      (element) =>
        element.matches('dialog[open], [role="dialog"], [role="alertdialog"]') && isSeen(element),
    );
  window.luckaAudit.dialogsNow = dialogsNow;
  /** An open dialog has a name; one that is modal has the focus. */
  checks.dialogs = () =>
    dialogsNow().flatMap((dialog) => {
      const isModal = dialog.matches(':modal');
      const saysModal = dialog.getAttribute('aria-modal') === 'true';
      return [
        ...(nameOf(dialog)
          ? []
          : [found(dialog, 'is a dialog without a name', { rule: 'dialog-name' })]),
        ...(isModal || saysModal
          ? within(focused(), dialog)
            ? []
            : [
                found(dialog, 'is a modal dialog, and the focus is not in it', {
                  rule: 'dialog-focus',
                }),
              ]
          : [
              found(
                dialog,
                'is a dialog that is not modal: a person may go past it without noticing',
                {
                  rule: 'dialog-modal',
                },
              ),
            ]),
      ];
    });

  /** What cannot be looked at now: it is behind an open modal dialog. @returns {number} elements that Tab would reach */
  window.luckaAudit.behindModal = () => {
    const open = window.luckaAudit.modal();
    return open
      ? all().filter((element) => isTabbable(element) && !within(element, open)).length
      : 0;
  };

  const isTransparent = (color) => /^rgba\(.*, 0\)$|^transparent$/.test(color);
  const backdropOf = (element) => {
    for (let node = parentOf(element); node; node = parentOf(node)) {
      if (!(node instanceof Element)) continue;
      const { backgroundColor } = getComputedStyle(node);
      if (!isTransparent(backgroundColor)) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const hasBorder = ({ borderTopStyle, borderBottomStyle, borderTopWidth, borderBottomWidth }) =>
    (borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0) ||
    (borderBottomStyle !== 'none' && parseFloat(borderBottomWidth) > 0);
  let edged = [];
  /** In ordinary colours: controls whose edge is only a background or a shadow. */
  window.luckaAudit.rememberEdges = () => {
    edged = all().filter((element) => {
      if (!element.matches('button, input, select, textarea, [role="button"], a[href]'))
        return false;
      if (
        element.matches(
          '[type="checkbox"], [type="radio"], [type="range"], [type="hidden"], [type="image"]',
        )
      )
        return false;
      if (!isSeen(element)) return false;
      const style = getComputedStyle(element);
      const isFilled =
        !isTransparent(style.backgroundColor) && style.backgroundColor !== backdropOf(element);
      return (isFilled || style.boxShadow !== 'none') && !hasBorder(style);
    });
  };
  /** In forced colours: those that have no edge left. */
  checks.forcedEdges = () =>
    edged
      .filter((element) => {
        const style = getComputedStyle(element);
        return (
          isSeen(element) &&
          style.forcedColorAdjust !== 'none' &&
          !hasBorder(style) &&
          style.outlineStyle === 'none' &&
          (isTransparent(style.backgroundColor) || style.backgroundColor === backdropOf(element))
        );
      })
      .map((element) => found(element, 'loses its edge in forced colours'));
})();
