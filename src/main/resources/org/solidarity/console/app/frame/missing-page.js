import { html } from 'lit';
import { t } from '../i18n/words.js';
import { Page } from './page.js';

/** What an address shows that names nothing. */
class MissingPage extends Page {
  get heading() {
    return t('missing.title');
  }

  show() {
    return html`<h1 tabindex="-1">${this.heading}</h1>
      <p>${t('missing.text')}</p>
      <p><a href="/console">${t('missing.home')}</a></p>`;
  }
}

customElements.define('missing-page', MissingPage);
