import { msg } from '@lit/localize';
import type { Decision } from '../decision-record.js';
import type { TermsState } from '../state.js';
import type { ChoiceObstacle } from './selectors.js';

export const retryLabel = (decision: Decision): string =>
  decision === 'accepted' ? msg('Accept – try again') : msg('Decline – try again');

/** Why nothing can be chosen at this moment, in words; '' when it can. */
export function obstacleText(obstacle: ChoiceObstacle): string {
  switch (obstacle) {
    case 'loading':
      return msg('The text is being loaded.');
    case 'not-loaded':
      return msg('Wait for the text to load. Then you can choose.');
    case 'offline':
      return msg(
        'You are offline. You can read the terms, but you must be connected to the internet to accept or decline them.',
      );
    case 'busy':
      return msg('The service is busy. Wait a few minutes, then choose again.');
    case '':
      return '';
  }
}

/** What to say to a person who wants to close a dialog that asks for a choice. */
export const whatToDo = ({ pendingDecision }: TermsState): string =>
  pendingDecision
    ? msg('Your choice is being saved.')
    : msg('Choose Accept or Decline to continue. You have not chosen yet.');
