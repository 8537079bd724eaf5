import { html } from 'lit';
import { empty, pager, table, badge } from '../design/parts.js';
import { ask } from '../graphql/client.js';
import { date, number, place } from '../i18n/format.js';
import { choices, t, word } from '../i18n/words.js';
import { Page } from '../frame/page.js';
import { go, pageOf, withQuery } from '../frame/router.js';

const WAIT = 200;

const FIRST_PAGE = { after: null, before: null };

/** All bodies, searched as one types and narrowed by what they are. */
class BodiesPage extends Page {
  ask({ query }) {
    const { search, kind, country, region, status } = query;
    const filter = {
      ...kind && { kind: { eq: kind } },
      ...country && { country: { eq: country.toUpperCase() } },
      ...region && { region: { eq: region.toUpperCase() } },
      ...status && { status: { eq: status } }
    };
    return ask('bodies/list', { search, filter, orderBy: search ? null : { field: 'NAME' }, ...pageOf(query) });
  }

  show({ bodies: { nodes, totalCount, pageInfo } }) {
    return html`
      <h1 tabindex="-1">${t('bodies.title')}</h1>
      ${this.#filters()}
      <p class="aside" role="status">${t('bodies.found', { count: totalCount, number: number(totalCount) })}</p>
      ${nodes.length === 0 ? empty(t('bodies.empty')) : html`<div class="card">${table(t('bodies.title'), [
        { label: t('bodies.name'), cell: ({ id, displayName, parents, status }) => html`
          <span><a href="/console/bodies/${id}">${displayName}</a>
          ${status === 'ACTIVE' ? '' : badge(word('BodyStatus', status), 'late')}
          ${parents.length ? html`<small class="under">${parents.map(parent => parent.displayName).join(' · ')}</small>` : ''}</span>` },
        { label: t('bodies.kind'), cell: ({ kind }) => word('BodyKind', kind) },
        { label: t('bodies.place'), cell: body => place(body) || '–' },
        { label: t('bodies.members'), numeric: true, cell: ({ memberCount }) => number(memberCount?.count) },
        { label: t('bodies.nextMeeting'), short: true, cell: ({ nextMeeting }) => date(nextMeeting?.date) }
      ], nodes)}</div>`}
      ${pager({ pageInfo, words: t('bodies.pages'), previous: t('action.previous'), next: t('action.next'), at: withQuery })}`;
  }

  #filters() {
    const { search = '', kind = '', country = '', region = '', status = '' } = this.route.query;
    const text = (name, value, words) => html`<label>${words}
      <input value=${value} maxlength="6" autocomplete="off" @change=${event => this.#narrow(name, event.target.value)}></label>`;
    const select = (name, value, type, words) => html`<label>${words}
      <select @change=${event => this.#narrow(name, event.target.value)}><option value="">${t('bodies.any')}</option>
        ${choices(type).map(choice => html`<option value=${choice.value} ?selected=${choice.value === value}
          >${choice.label}</option>`)}</select></label>`;
    return html`<form class="filters" role="search" @submit=${event => event.preventDefault()}>
      <label class="wide">${t('bodies.search')}
        <input type="search" .value=${search} autocomplete="off" @input=${event => this.#type(event.target.value)}></label>
      ${select('kind', kind, 'BodyKind', t('bodies.kind'))}
      ${select('status', status, 'BodyStatus', t('bodies.status'))}
      ${text('country', country, t('bodies.country'))}
      ${text('region', region, t('bodies.region'))}
      ${kind || country || region || status ? html`<a href="/console/bodies">${t('action.clear')}</a>` : ''}
    </form>`;
  }

  #narrow(name, value) {
    go(withQuery({ ...FIRST_PAGE, [name]: value }));
  }

  #type(search) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => go(withQuery({ ...FIRST_PAGE, search }), { replace: true }), WAIT);
  }
}

customElements.define('bodies-page', BodiesPage);
