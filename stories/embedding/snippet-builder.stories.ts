import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import manifest from '../../custom-elements.json';
import '../../src/index.js';
import type { Choices } from '../snippet-builder/snippet.js';
import { defineSnippetBuilder } from '../snippet-builder/snippet-builder.js';

defineSnippetBuilder();

/** Written by Storybook's build, from the browser build. */
declare const LUCKA_INTEGRITY: NonNullable<Choices['integrity']>;

const meta: Meta = { title: 'Embedding/Snippet builder', tags: ['!autodocs'] };
export default meta;

/** Choose an element, its attributes, language and theme, and copy the markup for your kind of page. */
export const SnippetBuilder: StoryObj = {
  render: () =>
    html`<story-snippet-builder
      .manifest=${manifest}
      .integrity=${LUCKA_INTEGRITY}
    ></story-snippet-builder>`,
};
