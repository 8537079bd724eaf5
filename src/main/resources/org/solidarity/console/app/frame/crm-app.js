import { LitElement, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import { Problem } from '../graphql/problem.js';
import { t, wordsChanged } from '../i18n/words.js';
import { announce } from './announcer.js';
import './navigation.js';
import { addressChanged, go, here, startRouter } from './router.js';
import { home, startSession, workOn } from './session.js';
import { startTheme } from './theme.js';

/** The frame of all pages: the way to them, and the one that the address names. */
class CrmApp extends LitElement {
  static properties = { route: { state: true }, ready: { state: true }, problem: { state: true } };

  createRenderRoot() {
    return this;
  }

  async connectedCallback() {
    super.connectedCallback();
    this.replaceChildren();
    startTheme();
    startRouter();
    addressChanged.addEventListener('change', () => this.#follow());
    wordsChanged.addEventListener('change', () => this.requestUpdate());
    addEventListener('unhandledrejection', event => {
      if (event.reason instanceof Problem) {
        event.preventDefault();
        announce(event.reason.words);
      }
    });
    try {
      await startSession();
      this.ready = true;
      await this.#follow();
    } catch (failure) {
      if (!(failure instanceof Problem)) {
        throw failure;
      }
      this.problem = failure;
    }
  }

  async #follow() {
    if (location.pathname.replace(/\/$/, '') === '/console') {
      go(home(), { replace: true });
      return;
    }
    const before = this.route;
    const next = here();
    workOn(next.parameters.campaign);
    await next.load();
    this.route = next;
    if (before && (before.tag !== next.tag || before.parameters.id !== next.parameters.id)) {
      scrollTo(0, 0);
      await this.updateComplete;
      await this.querySelector('main > *')?.updateComplete;
      this.querySelector('h1')?.focus();
    }
  }

  render() {
    if (this.problem) {
      return html`<main id="main"><h1>${t('frame.name')}</h1><p role="alert">${this.problem.words}</p></main>`;
    }
    if (!this.ready || !this.route) {
      return html`<div class="progress" role="progressbar" aria-label=${t('frame.loading')}></div>`;
    }
    const tag = unsafeStatic(this.route.tag);
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>${t('frame.skip')}</a>
      <crm-navigation .route=${this.route}></crm-navigation>
      <main id="main" tabindex="-1">
        ${keyed(JSON.stringify([this.route.tag, this.route.parameters]),
          staticHtml`<${tag} .route=${this.route}></${tag}>`)}
      </main>
      <crm-announcer></crm-announcer>`;
  }

  #skip(event) {
    event.preventDefault();
    document.querySelector('main h1, main')?.focus();
  }
}

customElements.define('crm-app', CrmApp);
