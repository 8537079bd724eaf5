import { LitElement, html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { ask } from '../graphql/client.js';
import { place } from '../i18n/format.js';
import { t, word } from '../i18n/words.js';

const WAIT = 150;

/** A field for a body, which is looked for as it is typed; by keyboard: arrows, Enter, Escape. */
class BodyPicker extends LitElement {
  static properties = {
    inputId: { attribute: false }, name: { attribute: false }, chosen: { attribute: false },
    invalid: { attribute: false }, described: { attribute: false },
    found: { state: true }, at: { state: true }, text: { state: true }
  };

  constructor() {
    super();
    this.found = [];
    this.at = -1;
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const open = this.found.length > 0;
    return html`
      <input type="hidden" name=${this.name} .value=${this.chosen?.id ?? ''}>
      <input id=${this.inputId} type="text" role="combobox" autocomplete="off" aria-autocomplete="list"
        aria-expanded=${open ? 'true' : 'false'} aria-controls="${this.inputId}-list" placeholder=${t('form.searchBody')}
        aria-activedescendant=${ifDefined(open && this.at >= 0 ? `${this.inputId}-${this.at}` : undefined)}
        aria-invalid=${this.invalid ? 'true' : 'false'} aria-describedby=${ifDefined(this.described)}
        .value=${this.text ?? this.chosen?.displayName ?? ''} @input=${this.#typed} @keydown=${this.#key}
        @blur=${() => { this.found = []; }}>
      <ul id="${this.inputId}-list" role="listbox" aria-label=${t('form.searchBody')} ?hidden=${!open}>
        ${this.found.map((body, i) => html`<li id="${this.inputId}-${i}" role="option"
          aria-selected=${i === this.at ? 'true' : 'false'} @mousedown=${event => this.#take(event, body)}>
          ${body.displayName}<small>${word('BodyKind', body.kind)} ${place(body)}</small></li>`)}
      </ul>`;
  }

  #typed = event => {
    clearTimeout(this.timer);
    const search = event.target.value.trim();
    this.chosen = null;
    this.text = event.target.value;
    this.typed = search;
    this.timer = setTimeout(async () => {
      const { bodies } = search ? await ask('design/pick-body', { search }) : { bodies: { nodes: [] } };
      if (search === this.typed) {
        this.found = bodies.nodes;
        this.at = bodies.nodes.length ? 0 : -1;
      }
    }, WAIT);
  };

  #key = event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.found.length) {
      event.preventDefault();
      this.at = (this.at + step + this.found.length) % this.found.length;
    } else if (event.key === 'Enter' && this.found.length) {
      this.#take(event, this.found[this.at]);
    } else if (event.key === 'Escape' && this.found.length) {
      event.preventDefault();
      event.stopPropagation();
      this.found = [];
    }
  };

  #take(event, body) {
    event.preventDefault();
    this.typed = null;
    this.text = body.displayName;
    this.chosen = body;
    this.found = [];
    this.dispatchEvent(new CustomEvent('chosen', { detail: body, bubbles: true }));
  }
}

customElements.define('body-picker', BodyPicker);
