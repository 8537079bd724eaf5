/** What happened, for a moment on the screen and for a screen reader. */

import { LitElement, html } from 'lit';

const STAYS = 6000;

class AnnouncerView extends LitElement {
  static properties = { text: { state: true } };

  createRenderRoot() {
    return this;
  }

  say(text) {
    clearTimeout(this.timer);
    this.text = text;
    this.timer = setTimeout(() => { this.text = ''; }, STAYS);
  }

  render() {
    return html`<div class="toast" role="status" ?data-shown=${this.text}>${this.text}</div>`;
  }
}

customElements.define('crm-announcer', AnnouncerView);

/** Says that something is done. */
export const announce = text => document.querySelector('crm-announcer').say(text);
