import { language, t } from '../i18n/words.js';

/** Why there is no answer: the code of the API, or OFFLINE. */
export class Problem extends Error {
  constructor(code, message, extensions = {}) {
    super(message);
    this.code = code;
    this.extensions = extensions;
  }

  /** For its reader. */
  get words() {
    const seconds = this.extensions.retryAfter ?? 1;
    return t(`problem.${this.code}`, { seconds, id: this.extensions.id ?? '' });
  }
}

/**
 * A fault of an input, for its reader. The API tells it in English; in other languages its kind is told.
 *
 * @param {{code: string, message: string}} fault
 */
export const faultWords = ({ code, message }) => language() === 'en' ? message : t(`fault.${code}`);
