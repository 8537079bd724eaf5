import { html } from 'lit';
import { badge, empty, table } from '../design/parts.js';
import { button } from '../design/button.js';
import { announce } from '../frame/announcer.js';
import { Page } from '../frame/page.js';
import { may } from '../frame/session.js';
import { ask } from '../graphql/client.js';
import { faultWords } from '../graphql/problem.js';
import { t } from '../i18n/words.js';
import { COLUMNS, readRows } from './rows.js';

/** Pledges out of a spreadsheet: pasted, looked at row by row, and recorded, each once. */
class PastePage extends Page {
  static properties = { rows: { state: true } };

  get heading() {
    return t('paste.title');
  }

  show() {
    if (!may('RECORD_PLEDGES')) {
      return html`<h1 tabindex="-1">${this.heading}</h1>${empty(t('problem.FORBIDDEN'))}`;
    }
    const ready = (this.rows ?? []).filter(({ faults, recorded }) => faults.length === 0 && !recorded);
    return html`
      <h1 tabindex="-1">${this.heading}</h1>
      <div class="card">
        <div class="field"><label for="pasted">${t('paste.label')}</label>
          <textarea id="pasted" rows="8" aria-describedby="pasted-hint"></textarea>
          <small class="hint" id="pasted-hint">${COLUMNS.map(column => t(`paste.${column}`)).join(' · ')}</small></div>
        <div class="row">${button({ label: t('paste.look'), primary: !this.rows, onClick: () => this.#look() })}
          ${ready.length ? button({ label: t('paste.record', { count: ready.length }), primary: true,
            onClick: () => this.#record(ready) }) : ''}</div>
      </div>
      ${this.rows ? html`<div class="card">${table(t('paste.preview'), [
        ...COLUMNS.map((column, i) => ({ label: t(`paste.${column}`), cell: ({ cells }) => cells[i] ?? '' })),
        { label: t('paste.problem'), cell: ({ faults, recorded }) => recorded ? badge(t('paste.recorded'), 'good')
          : faults.length ? html`<span class="fault">${faults.join(' ')}</span>` : badge(t('paste.ready'), 'open') }
      ], this.rows)}</div>` : ''}`;
  }

  async #look() {
    this.rows = await readRows(this.querySelector('#pasted').value);
    const faulty = this.rows.filter(({ faults }) => faults.length).length;
    announce(t('paste.looked', { count: this.rows.length, faulty }));
  }

  async #record(rows) {
    for (const row of rows) {
      const { recordPledge: { errors } } = await ask('pledges/record',
        { input: { campaignId: this.route.parameters.campaign, ...row.input } }, 'RecordPledge');
      row.faults = errors.map(faultWords);
      row.recorded = errors.length === 0;
      this.rows = [...this.rows];
    }
    announce(t('paste.done', { count: this.rows.filter(({ recorded }) => recorded).length }));
  }
}

customElements.define('paste-page', PastePage);
