import { html } from 'lit';

/**
 * A button.
 *
 * @param {{label: string, onClick: function, primary?: boolean, small?: boolean, disabled?: boolean, describes?: string}} of
 *     `describes` names what it acts on where several have the same label
 */
export const button = ({ label, onClick, primary = false, small = false, disabled = false, describes = '' }) =>
  html`<button type="button" class="${primary ? 'primary' : ''} ${small ? 'small' : ''}" ?disabled=${disabled}
    @click=${onClick}>${label}${describes ? html`<span class="hidden"> ${describes}</span>` : ''}</button>`;
