import { PATIENCE } from './request.js';
import { ServiceError } from './service-error.js';

/**
 * A page's own service, no longer waited for than our own: a call that nobody answers within 20 seconds rejects with
 * `timeout`.
 */
export function patient<Service extends object>(service: Service): Service {
  return new Proxy(service, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...parameters: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(member, target, parameters);
        return answer instanceof Promise ? inTime(String(name), answer) : answer;
      };
    },
  });
}

function inTime(name: string, answer: Promise<unknown>): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new ServiceError(name, 'timeout')), PATIENCE);
  });
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}
