import { html } from 'lit';
import { badge, empty, pager, table } from '../design/parts.js';
import { ask } from '../graphql/client.js';
import { date, place, today } from '../i18n/format.js';
import { choices, t, word } from '../i18n/words.js';
import { Page } from '../frame/page.js';
import { go, pageOf, withQuery } from '../frame/router.js';
import { calendar, monthAfter } from './calendar.js';

export const STATUS = { CONFIRMED: 'good', TENTATIVE: 'late', CANCELLED: 'bad' };

const at = day => `${day}T00:00:00Z`;

/** What a campaign does, and when: as a list, or as a calendar. */
class ActionsPage extends Page {
  ask({ parameters, query }) {
    const { view, past, kind, month = today().slice(0, 7) } = query;
    const inCalendar = view === 'calendar';
    const startsAt = inCalendar ? { gte: at(`${month}-01`), lt: at(`${monthAfter(month, 1)}-01`) }
      : past ? { lt: at(today()) } : { gte: at(today()) };
    return ask('actions/list', {
      campaign: parameters.campaign,
      filter: { startsAt, ...kind && { kind: { eq: kind } } },
      orderBy: { field: 'STARTS_AT', direction: past && !inCalendar ? 'DESC' : 'ASC' },
      ...inCalendar ? { first: 100 } : pageOf(query)
    });
  }

  show({ node }) {
    const { view, past, month = today().slice(0, 7) } = this.route.query;
    const inCalendar = view === 'calendar';
    const tab = (words, changes, current) => html`<a href=${withQuery({ after: null, before: null, ...changes })}
      aria-current=${current ? 'page' : 'false'}>${words}</a>`;
    return html`
      <div class="title"><h1 tabindex="-1">${t('actions.title')}</h1>
        <nav class="tabs" aria-label=${t('pipeline.view')}>
          ${tab(t('actions.coming'), { view: null, past: null }, !inCalendar && !past)}
          ${tab(t('actions.past'), { view: null, past: 'true' }, !inCalendar && past)}
          ${tab(t('actions.calendar'), { view: 'calendar', past: null }, inCalendar)}
        </nav></div>
      <form class="filters" @submit=${event => event.preventDefault()}>
        <label>${t('actions.kind')}<select @change=${event => go(withQuery({ kind: event.target.value }))}>
          <option value="">${t('bodies.any')}</option>${choices('ActionKind').map(({ value, label }) => html`
            <option value=${value} ?selected=${value === this.route.query.kind}>${label}</option>`)}</select></label>
      </form>
      ${!node?.id ? empty(t('missing.campaign')) : inCalendar ? calendar(month, node.actions.nodes)
        : this.#list(node.actions)}`;
  }

  #list({ nodes, pageInfo }) {
    return nodes.length === 0 ? empty(t('actions.empty')) : html`<div class="card">${table(t('actions.title'), [
      { label: t('actions.what'), cell: ({ id, title, kind }) => html`<span><a href="/console/actions/${id}">${title}</a>
        <small class="under">${word('ActionKind', kind)}</small></span>` },
      { label: t('actions.when'), short: true, cell: ({ schedule }) => html`<span>${date(schedule.startDate)}
        ${schedule.startTime ? html`<small class="under">${schedule.startTime} ${schedule.timeZone}</small>` : ''}</span>` },
      { label: t('actions.where'), cell: ({ place: of }) => of.name ?? (place(of) || '–') },
      { label: t('actions.host'), cell: ({ host }) => host ? html`<a href="/console/bodies/${host.id}">${host.displayName}</a>` : '–' },
      { label: t('bodies.status'), cell: ({ status }) => badge(word('ActionStatus', status), STATUS[status]) }
    ], nodes)}</div>
    ${pager({ pageInfo, words: t('bodies.pages'), previous: t('action.previous'), next: t('action.next'), at: withQuery })}`;
  }
}

customElements.define('actions-page', ActionsPage);
