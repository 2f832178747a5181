import { ownFinding } from '../rules.js';
import { describeNodes } from './in-page.js';

/** Roles of which each must have a name (WCAG 4.1.2). */
const NAMED = new Set(
  'button link textbox searchbox combobox checkbox radio switch slider spinbutton listbox option tab menuitem DisclosureTriangle'.split(
    ' ',
  ),
);

/**
 * Names as the browser's own accessibility tree has them.
 *
 * @param {import('playwright-core').Page} page
 * @returns {Promise<import('../findings.js').Finding[]>}
 */
export async function checkNames(page) {
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const nameless = nodes.filter(
      ({ ignored, role, name, backendDOMNodeId }) =>
        !ignored && backendDOMNodeId && NAMED.has(role?.value) && !name?.value?.trim(),
    );
    const findings = [];
    for (const { role, backendDOMNodeId } of nameless) {
      const [target] = await describeNodes(session, [backendDOMNodeId ?? 0]);
      // A choice that says nothing yet is a usual first option.
      const isEmptyOption = role?.value === 'option';
      if (target && !isEmptyOption)
        findings.push(
          ownFinding('name', { message: `is a ${role?.value} without a name`, target }),
        );
    }
    return findings;
  } finally {
    await session.detach();
  }
}
