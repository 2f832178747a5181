import type { Meta, StoryObj } from '@storybook/web-components-vite';
import umbrella from '../test/content/flow/fixtures/umbrella.en.md?raw';
import permit from '../test/content/flow/fixtures/building-permit.en.md?raw';
import allowance from '../test/content/flow/fixtures/housing-allowance.en.md?raw';
import vehicleEn from '../demo/fordon/content/flows/vehicle.en.md?raw';
import vehicleSv from '../demo/fordon/content/flows/vehicle.sv.md?raw';
import { flowEditor, type Example } from './write-flow.js';
import './flow.css';

const meta: Meta = { title: 'Content/Write a flow', tags: ['!autodocs'] };
export default meta;

const EXAMPLES: readonly Example[] = [
  { name: 'Do I need an umbrella?', text: umbrella },
  { name: 'A building permit', text: permit },
  { name: 'A housing allowance', text: allowance },
  { name: 'A vehicle', text: vehicleEn },
  { name: 'Ett fordon (Swedish)', text: vehicleSv },
];

/** Write or paste a flow: the mistakes with their lines, the wizard and the graph follow the text. */
export const WriteAFlow: StoryObj = {
  name: 'Write a flow',
  render: () => flowEditor(EXAMPLES),
};

/** A flow with mistakes: each is at its line, and says what to write instead. */
export const WithMistakes: StoryObj = {
  render: () =>
    flowEditor([
      {
        name: 'With mistakes',
        text: umbrella
          .replace('- [The sun', '– [The sun')
          .replace('{#q-goal}', '{#q-Goal}')
          .replace('goal is out and', 'goal = out och')
          .replace('(#q-goal)', '(#q-gaol)'),
      },
      ...EXAMPLES,
    ]),
};
