import { html, render } from 'lit';
import { t } from '../i18n/words.js';

/**
 * Asks which of several ways to go.
 *
 * @param {{title: string, before: string, options: {label: string, take: function}[]}} spec
 */
export const openChoice = ({ title, before, options }) => {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'choice-title');
  const take = option => {
    dialog.close();
    option.take();
  };
  render(html`<div class="head"><h2 id="choice-title">${title}</h2></div>
    <div class="fields"><p>${before}</p>
      <div class="choices">${options.map(option =>
        html`<button type="button" @click=${() => take(option)}>${option.label}</button>`)}</div></div>
    <div class="buttons"><button type="button" @click=${() => dialog.close()}>${t('action.cancel')}</button></div>`, dialog);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
};
