import type { Meta, StoryObj } from '@storybook/web-components-vite';
import en from '../content/flows/documents.en.md?flow';
import sv from '../content/flows/documents.sv.md?flow';
import { flowGraph } from './flow-graph.js';
import './flow.css';

const meta: Meta = { title: 'Content/Document flow' };
export default meta;

/** The built-in flow in the page's language, parsed by the same code as in the element. */
export const Graph: StoryObj = {
  render: (_args, { globals }) => flowGraph(globals['locale'] === 'sv' ? sv : en),
};
