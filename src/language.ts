/**
 * The language gate on its own, for an agency's server as well: `lucka/language.js`.
 *
 * It needs no page, loads nothing and sends nothing.
 */
export { detectLanguage } from './elements/message-composer/language-gate/detector/detect.js';
export type {
  DetectedLanguage,
  LanguageDetector,
  LanguageResult,
} from './elements/message-composer/language-detector.js';
