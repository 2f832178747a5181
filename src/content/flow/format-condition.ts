import type { Condition } from './condition.js';

/** A condition in the syntax of the flow language. */
export function formatCondition(condition: Condition): string {
  switch (condition[0]) {
    case 'and':
    case 'or':
      return `${bracketed(condition[1], condition[0])} ${condition[0]} ${bracketed(condition[2], condition[0])}`;
    case 'not':
      return `not ${bracketed(condition[1], 'not')}`;
    case 'fact':
      return condition[1];
    case 'answered':
      return `${condition[1]} answered`;
    case 'isnt':
      return `${condition[1]} is not ${condition[2].join(', ')}`;
    case 'is':
      return `${condition[1]} is ${condition[2].length > 1 ? 'any of ' : ''}${condition[2].join(', ')}`;
    case 'hasany':
      return `${condition[1]} has any of ${condition[2].join(', ')}`;
    case 'has':
      return `${condition[1]} has ${condition[2].length > 1 ? 'all of ' : ''}${condition[2].join(', ')}`;
  }
}

const bracketed = (condition: Condition, around: 'and' | 'or' | 'not'): string => {
  const needs =
    condition[0] === 'or' ? around !== 'or' : condition[0] === 'and' && around === 'not';
  return needs ? `(${formatCondition(condition)})` : formatCondition(condition);
};
