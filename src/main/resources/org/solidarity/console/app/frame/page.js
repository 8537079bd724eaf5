import { LitElement, html } from 'lit';
import { Problem } from '../graphql/problem.js';
import { t, wordsChanged } from '../i18n/words.js';
import { button } from '../design/button.js';

/**
 * A page: asks for what its address names and shows the answer. It shows that it waits only after a second, keeps the
 * old answer on the screen until the new one is there, and says in words why there is none.
 */
export class Page extends LitElement {
  static properties = {
    route: { attribute: false },
    answer: { state: true },
    problem: { state: true },
    waiting: { state: true }
  };

  #asked = 0;

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    wordsChanged.addEventListener('change', this.#reword);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    wordsChanged.removeEventListener('change', this.#reword);
  }

  #reword = () => this.requestUpdate();

  willUpdate(changed) {
    if (changed.has('route')) {
      this.reload();
    }
  }

  /** Asks anew; of several questions only the last one's answer is shown. */
  async reload() {
    const asked = ++this.#asked;
    this.waiting = true;
    try {
      const answer = await this.ask(this.route);
      if (asked === this.#asked) {
        this.answer = answer;
        this.problem = null;
      }
    } catch (failure) {
      if (!(failure instanceof Problem)) {
        throw failure;
      }
      if (asked === this.#asked) {
        this.problem = failure;
      }
    } finally {
      this.waiting = asked !== this.#asked;
    }
  }

  /**
   * What the page shows, from the API.
   *
   * @param {{parameters: object, query: object}} route
   */
  async ask() {
    return {};
  }

  /** The name of the page, which is its heading and the window's title. */
  get heading() {
    return t(`${this.route.section}.title`);
  }

  updated() {
    const name = this.querySelector('h1')?.textContent.trim() || this.heading;
    document.title = `${name} – Solidarity CRM`;
  }

  render() {
    if (this.problem) {
      return html`<h1 tabindex="-1">${this.heading}</h1>
        <div class="notice" role="alert"><p>${this.problem.words}</p>
          ${button({ label: t('action.again'), onClick: () => this.reload() })}</div>`;
    }
    return html`
      ${this.waiting ? html`<div class="progress" role="progressbar" aria-label=${t('frame.loading')}></div>` : ''}
      ${this.answer ? this.show(this.answer)
        : html`<h1 tabindex="-1">${this.heading}</h1>`}`;
  }

  /** The answer as markup; its first heading is an h1 that can have the focus. */
  show() {
    return html``;
  }
}
