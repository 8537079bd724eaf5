import { LitElement, html } from 'lit';
import { faultWords, Problem } from '../graphql/problem.js';
import { t } from '../i18n/words.js';
import { announce } from '../frame/announcer.js';
import { fieldView, valuesOf } from './field.js';
import { icon } from './icon.js';

/**
 * A form before the page: what it asks for, and what is wrong with it at the field that it concerns.
 */
class FormDialog extends LitElement {
  static properties = { spec: { attribute: false }, faults: { state: true }, problem: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.faults = new Map();
  }

  createRenderRoot() {
    return this;
  }

  async firstUpdated() {
    const dialog = this.querySelector('dialog');
    dialog.showModal();
    dialog.addEventListener('close', () => this.remove());
    await Promise.all([...this.querySelectorAll('body-picker')].map(picker => picker.updateComplete));
    this.querySelector('.fields input:not([type=hidden]), .fields select, .fields textarea')?.focus();
  }

  render() {
    const { title, fields, submitLabel, before } = this.spec;
    const known = new Set(fields.map(({ name }) => name));
    const others = [...this.faults].filter(([name]) => !known.has(name)).map(([, words]) => words);
    return html`<dialog aria-labelledby="form-title">
      <form novalidate @submit=${this.#submit}>
        <div class="head"><h2 id="form-title">${title}</h2>
          <button type="button" class="quiet" @click=${this.close}>${icon('close')}<span class="hidden"
            >${t('action.cancel')}</span></button></div>
        <div class="fields">
          ${before ?? ''}
          ${this.problem || others.length ? html`<div class="notice" role="alert">${this.problem?.words ?? ''}
            ${others.map(words => html`<p>${words}</p>`)}</div>` : ''}
          ${fields.map(field => fieldView(field, this.faults.get(field.name)))}
        </div>
        <div class="buttons">
          <button type="button" @click=${this.close}>${t('action.cancel')}</button>
          <button type="submit" class="primary" ?disabled=${this.busy}>${submitLabel ?? t('action.save')}</button>
        </div>
      </form></dialog>`;
  }

  close = () => this.querySelector('dialog').close();

  #submit = async event => {
    event.preventDefault();
    const { fields, send, done, said } = this.spec;
    const values = valuesOf(event.target, fields);
    const at = name => name.split('.').reduce((level, part) => level?.[part], values);
    this.faults = new Map(fields.filter(({ required, name }) => required && at(name) === null)
      .map(({ name }) => [name, t('fault.REQUIRED')]));
    if (this.faults.size === 0) {
      await this.#send(values, send, done, said);
    }
    await this.updateComplete;
    this.querySelector('[aria-invalid=true]')?.focus();
  };

  async #send(values, send, done, said) {
    this.busy = true;
    try {
      const payload = await send(values);
      this.faults = new Map(payload.errors.map(fault => [fault.path.slice(1).join('.'), faultWords(fault)]));
      if (this.faults.size === 0) {
        this.close();
        announce(said ?? t('action.saved'));
        done?.(payload);
      }
    } catch (failure) {
      if (!(failure instanceof Problem)) {
        throw failure;
      }
      this.problem = failure;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('form-dialog', FormDialog);

/**
 * Opens a form.
 *
 * @param {object} spec
 * @param {string} spec.title
 * @param {import('./field.js').Field[]} spec.fields
 * @param {function(object): Promise<{errors: object[]}>} spec.send sends what was filled in; gives the mutation's payload
 * @param {function} [spec.done] is called where it went well
 * @param {string} [spec.said] what is said then
 */
export const openForm = spec => {
  const dialog = document.createElement('form-dialog');
  dialog.spec = spec;
  document.body.append(dialog);
};
