import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { TokenSheet } from './token-sheet.js';

if (!customElements.get('story-token-sheet'))
  customElements.define('story-token-sheet', TokenSheet);

const meta: Meta = { title: 'Foundations', tags: ['!autodocs'] };
export default meta;

/** Each pair of colours with its measured contrast, in the theme and the colour scheme of the toolbar. */
export const Colours: StoryObj = {
  render: () => html`<story-token-sheet show="colours"></story-token-sheet>`,
};

export const Type: StoryObj = {
  render: () => html`<story-token-sheet show="type"></story-token-sheet>`,
};

export const Space: StoryObj = {
  render: () => html`<story-token-sheet show="space"></story-token-sheet>`,
};

export const FocusAndMotion: StoryObj = {
  render: () => html`<story-token-sheet show="focus"></story-token-sheet>`,
};

export const Icons: StoryObj = {
  render: () => html`<story-token-sheet show="icons"></story-token-sheet>`,
};

/** Change the accent, see the resulting contrasts, and copy the CSS. */
export const ThemePlayground: StoryObj = {
  render: () => html`<story-token-sheet show="theme"></story-token-sheet>`,
};
