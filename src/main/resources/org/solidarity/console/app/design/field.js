import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { t } from '../i18n/words.js';
import './body-picker.js';

/**
 * What a form asks for.
 *
 * @typedef {object} Field
 * @property {string} name the way into the input of the mutation, with dots: event.happenedOn
 * @property {string} label
 * @property {'text'|'password'|'date'|'number'|'decimal'|'textarea'|'select'|'check'|'body'|'datetime-local'|'url'} [type]
 * @property {boolean} [required]
 * @property {string} [value]
 * @property {string} [hint]
 * @property {{value: string, label: string}[]} [options] of a select
 * @property {number} [most] characters
 */

const control = (field, id, described, faulty) => {
  const common = { required: field.required ?? false, described, invalid: faulty ? 'true' : 'false' };
  switch (field.type) {
    case 'select':
      return html`<select id=${id} name=${field.name} aria-invalid=${common.invalid} aria-required=${common.required}
        aria-describedby=${ifDefined(described)}>
        ${field.required && field.value ? '' : html`<option value="">${field.required ? t('form.choose') : '–'}</option>`}
        ${field.options.map(({ value, label }) =>
          html`<option value=${value} ?selected=${value === field.value}>${label}</option>`)}</select>`;
    case 'textarea':
      return html`<textarea id=${id} name=${field.name} rows="3" maxlength=${ifDefined(field.most)} .value=${field.value ?? ''}
        aria-invalid=${common.invalid} aria-required=${common.required} aria-describedby=${ifDefined(described)}></textarea>`;
    case 'check':
      return html`<input type="checkbox" id=${id} name=${field.name} ?checked=${field.value}
        aria-describedby=${ifDefined(described)}>`;
    case 'body':
      return html`<body-picker .inputId=${id} .name=${field.name} .chosen=${field.value} .invalid=${faulty}
        .described=${described}></body-picker>`;
    default:
      return html`<input id=${id} name=${field.name} type=${['number', 'decimal'].includes(field.type) ? 'text'
        : field.type ?? 'text'} inputmode=${ifDefined({ number: 'numeric', decimal: 'decimal' }[field.type])}
        maxlength=${ifDefined(field.most)} .value=${field.value ?? ''} autocomplete="off"
        aria-invalid=${common.invalid} aria-required=${common.required} aria-describedby=${ifDefined(described)}>`;
  }
};

/**
 * A field with its label, and what is wrong with it below.
 *
 * @param {Field} field
 * @param {?string} fault
 */
export const fieldView = (field, fault) => {
  const id = `field-${field.name.replaceAll('.', '-')}`;
  const described = fault ? `${id}-fault` : field.hint ? `${id}-hint` : undefined;
  return html`<div class="field ${field.type === 'check' ? 'check' : ''}">
    <label for=${id}>${field.label}${field.required ? '' : field.type === 'check' ? '' : html` <small>${t('form.optional')}</small>`}</label>
    ${control(field, id, described, Boolean(fault))}
    ${fault ? html`<p class="fault" id="${id}-fault">${fault}</p>`
      : field.hint ? html`<small class="hint" id="${id}-hint">${field.hint}</small>` : ''}
  </div>`;
};

const read = (form, { name, type }) => {
  const element = form.elements.namedItem(name);
  switch (type) {
    case 'check':
      return element.checked;
    case 'number':
      return element.value.trim() === '' ? null : Number(element.value);
    case 'datetime-local':
      return element.value ? new Date(element.value).toISOString() : null;
    default:
      return element.value.trim() || null;
  }
};

/**
 * What was filled in, as the mutation takes it.
 *
 * @param {HTMLFormElement} form
 * @param {Field[]} fields
 */
export const valuesOf = (form, fields) => {
  const values = {};
  for (const field of fields) {
    const way = field.name.split('.');
    const last = way.pop();
    const level = way.reduce((into, part) => (into[part] ??= {}), values);
    level[last] = read(form, field);
  }
  return values;
};
