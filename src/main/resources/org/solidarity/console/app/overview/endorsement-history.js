import { LitElement, html } from 'lit';
import '../charts/line-chart.js';
import { ask } from '../graphql/client.js';
import { date, number, today } from '../i18n/format.js';
import { t } from '../i18n/words.js';
import { table } from '../design/parts.js';

const POINTS = 12;

/** Twelve days from the first one until today, at the same distance. */
const daysSince = since => {
  const end = Date.parse(today());
  const start = Math.min(Date.parse(since), end - 30 * 86_400_000);
  return Array.from({ length: POINTS }, (_, i) =>
    new Date(start + (end - start) * i / (POINTS - 1)).toISOString().slice(0, 10));
};

/** How many endorsed on past days: as a line, and as a table with the same numbers. */
class EndorsementHistory extends LitElement {
  static properties = { campaign: {}, since: {}, reports: { state: true } };

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('campaign') || changed.has('since')) {
      this.#ask();
    }
  }

  async #ask() {
    const days = daysSince(this.since ?? today());
    const variables = Object.fromEntries(days.map((day, i) => [`day${i + 1}`, day]));
    const { node } = await ask('overview/history', { campaign: this.campaign, ...variables });
    this.reports = days.map((_, i) => node[`day${i + 1}`]);
  }

  render() {
    if (!this.reports) {
      return html`<div class="chart-place"></div>`;
    }
    return html`
      <line-chart .name=${t('overview.history')} .labels=${this.reports.map(({ asOf }) => date(asOf))}
        .series=${[{ name: t('overview.bodies'), values: this.reports.map(({ bodies }) => bodies) }]}></line-chart>
      <details><summary>${t('charts.table')}</summary>
        ${table(t('overview.history'), [
          { label: t('overview.day'), cell: ({ asOf }) => date(asOf) },
          { label: t('overview.bodies'), numeric: true, cell: ({ bodies }) => number(bodies) },
          { label: t('overview.members'), numeric: true,
            cell: ({ membersRepresented: { members, bodiesWithoutCount } }) =>
              (bodiesWithoutCount > 0 && members ? '≥ ' : '') + number(members) }
        ], this.reports)}
      </details>`;
  }
}

customElements.define('endorsement-history', EndorsementHistory);
