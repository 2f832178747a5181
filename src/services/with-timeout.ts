import { REQUEST_TIMEOUT_MS } from './request.js';
import { ServiceError } from './service-error.js';

/**
 * Adds our time limit to the page's own service: a call without a response after 20 seconds rejects with `timeout`.
 */
export function withTimeout<Service extends object>(service: Service): Service {
  return new Proxy(service, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...parameters: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(member, target, parameters);
        return answer instanceof Promise ? rejectLate(String(name), answer) : answer;
      };
    },
  });
}

function rejectLate(name: string, answer: Promise<unknown>): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new ServiceError(name, 'timeout')), REQUEST_TIMEOUT_MS);
  });
  return Promise.race([answer, timeout]).finally(() => clearTimeout(timer));
}
