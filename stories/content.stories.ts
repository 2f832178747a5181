import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import officesEn from '../content/booking/offices.en.md';
import officesSv from '../content/booking/offices.sv.md';
import visitEn from '../content/booking/visit.en.md';
import visitSv from '../content/booking/visit.sv.md';
import documentsEn from '../content/flows/documents.en.md';
import documentsSv from '../content/flows/documents.sv.md';
import composerEn from '../content/messages/composer.en.md';
import composerSv from '../content/messages/composer.sv.md';
import dialogEn from '../content/terms/dialog.en.md';
import dialogSv from '../content/terms/dialog.sv.md';
import termsEn from '../content/terms/my-page.en.md';
import termsSv from '../content/terms/my-page.sv.md';
import type { ContentDocument } from '../src/content/document.js';
import { renderSourcedText } from './sourced-text.js';
import './sourced-text.css';

/** Each document as people read it, next to the source sentences of its statements. */
const meta: Meta = { title: 'Content', tags: ['!autodocs'] };
export default meta;

const story = (en: ContentDocument, sv: ContentDocument): StoryObj => ({
  render: (_args, { globals }): TemplateResult => {
    const lang = globals['locale'] === 'sv' ? 'sv' : 'en';
    return html`<div lang=${lang} dir="ltr">
      ${renderSourcedText(lang === 'sv' ? sv : en, lang)}
    </div>`;
  },
});

export const TermsOfUse: StoryObj = story(termsEn, termsSv);
export const BesideTheTerms: StoryObj = story(dialogEn, dialogSv);
export const MessageTexts: StoryObj = story(composerEn, composerSv);
export const IdentityDocuments: StoryObj = story(documentsEn, documentsSv);
export const TheVisit: StoryObj = story(visitEn, visitSv);
export const Offices: StoryObj = story(officesEn, officesSv);
