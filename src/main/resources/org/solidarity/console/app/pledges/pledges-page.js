import { html } from 'lit';
import { badge, empty, figure, pager, section, table } from '../design/parts.js';
import { button } from '../design/button.js';
import { ask } from '../graphql/client.js';
import { date, month, number, quantity, region } from '../i18n/format.js';
import { choices, t, word } from '../i18n/words.js';
import { Page } from '../frame/page.js';
import { go, pageOf, withQuery } from '../frame/router.js';
import { may } from '../frame/session.js';
import '../charts/bar-chart.js';
import { recordDelivery, recordPledge } from './forms.js';

const SUMS = ['pledged', 'delivered', 'cancelled', 'writtenOff', 'outstanding', 'overdue'];

const STATUS = { FULFILLED: 'good', OVERDUE: 'bad', PARTIAL: 'open', CLOSED_SHORT: 'late' };

/** How sums are grouped: what a group is called, and the address that a click on it leads to. */
const GROUPINGS = {
  type: { name: ({ type }) => word('PledgeType', type), address: ({ type }) => withQuery({ type, by: 'body' }) },
  month: { name: of => month(of.month), address: of => withQuery({ month: of.month, by: 'body' }) },
  region: { name: of => of.region ? region(of.region) : t('place.unknown'),
    address: of => of.region ? withQuery({ region: of.region, by: 'body' }) : withQuery({}) },
  body: { name: ({ body }) => body?.displayName ?? t('pledges.members'),
    address: ({ body }) => body ? `/console/bodies/${body.id}` : withQuery({}) }
};

const measureOf = ({ unit, currency }) => currency ?? unit;

/** Pledges of a campaign: sums in one unit at a time, which are never added across units, and the pledges themselves. */
class PledgesPage extends Page {
  ask({ parameters, query }) {
    const { by = 'type', type, month: of, region: code } = query;
    return ask('pledges/totals', {
      campaign: parameters.campaign,
      groupBy: [by.toUpperCase()],
      filter: { ...type && { type: { eq: type } }, ...of && { month: { eq: of } }, ...code && { region: { eq: code } } },
      pledges: { ...type && { type: { eq: type } }, ...code && { bodyRegion: { eq: code } } },
      ...pageOf(query)
    });
  }

  show({ node: campaign }) {
    if (!campaign?.id) {
      return html`<h1 tabindex="-1">${t('pledges.title')}</h1>${empty(t('missing.campaign'))}`;
    }
    const add = may('RECORD_PLEDGES')
      ? html`<div class="row">${button({ label: t('pledges.record'), primary: true,
        onClick: () => recordPledge(campaign, () => this.reload()) })}
        <a class="button" href="/console/campaigns/${campaign.id}/pledges/paste">${t('paste.title')}</a></div>` : '';
    const measures = [...new Set(campaign.measures.map(({ amounts }) => measureOf(amounts)))];
    const measure = measures.includes(this.route.query.measure) ? this.route.query.measure 
      : measures.find(one => one === campaign.currency) ?? measures[0];
    const inMeasure = ({ amounts }) => measureOf(amounts) === measure;
    return html`
      <div class="title"><h1 tabindex="-1">${t('pledges.title')}</h1>${add}</div>
      ${measures.length === 0 ? empty(t('pledges.empty')) : html`
        ${this.#choices(measures, measure)}
        ${this.#sums(campaign.all.find(inMeasure))}
        ${this.#groups(campaign.groups.filter(inMeasure), campaign.all.find(inMeasure))}
        ${this.route.query.month ? '' : this.#list(campaign.pledges)}`}`;
  }

  #choices(measures, measure) {
    const { by = 'type', type = '', month: of, region: code } = this.route.query;
    return html`<div class="filters">
      <nav class="tabs" aria-label=${t('pledges.unit')}>${measures.map(one => html`<a href=${withQuery({ measure: one })}
        aria-current=${one === measure ? 'page' : 'false'}>${one.length === 3 ? one : word('PledgeUnit', one)}</a>`)}</nav>
      <nav class="tabs" aria-label=${t('pledges.groupBy')}>${Object.keys(GROUPINGS).map(one => html`<a
        href=${withQuery({ by: one })} aria-current=${one === by ? 'page' : 'false'}>${t(`grouping.${one}`)}</a>`)}</nav>
      <label>${t('pledges.type')}<select @change=${event => go(withQuery({ type: event.target.value }))}>
        <option value="">${t('bodies.any')}</option>${choices('PledgeType').map(choice =>
          html`<option value=${choice.value} ?selected=${choice.value === type}>${choice.label}</option>`)}</select></label>
      ${of ? badge(month(of), 'open') : ''} ${code ? badge(region(code), 'open') : ''}
      ${type || of || code ? html`<a href=${withQuery({ type: null, month: null, region: null, by: null })}>${t('action.clear')}</a>` : ''}
    </div>`;
  }

  #sums(all) {
    return all ? html`<dl class="figures">${['pledged', 'delivered', 'outstanding', 'overdue'].map(name => figure({
      value: quantity(all.amounts[name], all.amounts.unit, all.amounts.currency), label: t(`pledges.${name}`),
      beside: name === 'pledged' ? t('pledges.count', { count: all.pledges, number: number(all.pledges) }) : '',
      alarming: name === 'overdue' && Number(all.amounts.overdue) > 0 }))}</dl>` : empty(t('pledges.nothingFits'));
  }

  #groups(groups, all) {
    const { by = 'type' } = this.route.query;
    const { name, address } = GROUPINGS[by];
    const parts = ['delivered', 'outstanding', 'cancelled', 'writtenOff'];
    return groups.length === 0 ? '' : section(t(`grouping.by.${by}`), html`
      <bar-chart .labels=${groups.map(name)} .series=${parts.map(part =>
        ({ name: t(`pledges.${part}`), values: groups.map(({ amounts }) => Number(amounts[part])) }))}
        @pick=${({ detail }) => go(address(groups[detail.dataIndex]))}></bar-chart>
      ${table(t(`grouping.by.${by}`), [
        { label: t(`grouping.${by}`), cell: group => group === all ? html`<strong>${t('pledges.all')}</strong>`
          : html`<a href=${address(group)}>${name(group)}</a>` },
        { label: t('pledges.title'), numeric: true, cell: ({ pledges }) => number(pledges) },
        ...SUMS.map(sum => ({ label: t(`pledges.${sum}`), numeric: true,
          cell: ({ amounts }) => quantity(amounts[sum], amounts.unit, amounts.currency) }))
      ], [...groups, all])}`);
  }

  #list({ nodes, totalCount, pageInfo }) {
    return section(t('pledges.each', { number: number(totalCount) }), html`${table(t('pledges.each', { number: '' }), [
      { label: t('bodies.one'), cell: ({ body, purpose, type }) => html`<span>${body
        ? html`<a href="/console/bodies/${body.id}">${body.displayName}</a>` : '–'}
        <small class="under">${purpose ?? word('PledgeType', type)}</small></span>` },
      { label: t('pledges.status'), cell: ({ status, state }) => status ? badge(word('PledgeStatus', status), STATUS[status])
        : badge(word('PledgeState', state), 'late') },
      { label: t('pledges.due'), short: true, cell: ({ due }) => date(due) },
      ...['pledged', 'delivered', 'outstanding'].map(sum => ({ label: t(`pledges.${sum}`), numeric: true,
        cell: ({ amounts }) => amounts ? quantity(amounts[sum], amounts.unit, amounts.currency) : '–' })),
      ...may('RECORD_PLEDGES') ? [{ label: t('pledges.delivery'), short: true, cell: pledge => pledge.state === 'IN_FORCE'
        && Number(pledge.amounts?.outstanding) > 0 && pledge.type !== 'TURNOUT'
        ? button({ label: t('pledges.deliver'), small: true, describes: pledge.body?.displayName,
          onClick: () => recordDelivery(pledge, () => this.reload()) }) : '–' }] : []
    ], nodes)}
    ${pager({ pageInfo, words: t('bodies.pages'), previous: t('action.previous'), next: t('action.next'), at: withQuery })}`);
  }
}

customElements.define('pledges-page', PledgesPage);
