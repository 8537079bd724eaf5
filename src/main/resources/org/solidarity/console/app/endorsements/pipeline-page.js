import { html } from 'lit';
import { empty, pager, table, badge } from '../design/parts.js';
import { button } from '../design/button.js';
import { ask } from '../graphql/client.js';
import { date, number, place } from '../i18n/format.js';
import { choices, t, word } from '../i18n/words.js';
import { Page } from '../frame/page.js';
import { go, pageOf, withQuery } from '../frame/router.js';
import { may, who } from '../frame/session.js';
import { COLUMNS, boardView } from './board.js';
import { move, movesOf } from './moves.js';
import { openProceeding } from './open-proceeding.js';
import { stageBadge } from './stage-badge.js';

const filterOf = ({ kind, region, stage, endorsing, overdue, coming, submitted, stalled, mine }) => ({
  ...kind && { kind: { eq: kind } },
  ...region && { region: { eq: region.toUpperCase() } },
  ...stage && { stage: { eq: stage } },
  ...endorsing && { endorsing: endorsing === 'true' },
  ...overdue && { overdue: true },
  ...submitted && { submitted: submitted === 'true' },
  ...coming && { comingWithin: Number(coming) },
  ...stalled && { stalledFor: Number(stalled) },
  ...mine && { owner: { eq: who().account.id } }
});

/** Whom a campaign asks and where they stand: as a board by stage, or as a table. */
class PipelinePage extends Page {
  ask({ parameters, query }) {
    const filter = filterOf(query);
    if (query.view === 'table') {
      return ask('endorsements/table',
        { campaign: parameters.campaign, filter, orderBy: { field: 'PRIORITY' }, ...pageOf(query) });
    }
    const columns = Object.entries(COLUMNS).map(([name, { stages }]) =>
      [name, { ...filter, stage: stages.length ? { in: stages } : { isNull: true } }]);
    return ask('endorsements/board', { campaign: parameters.campaign, ...Object.fromEntries(columns) });
  }

  show({ node }) {
    const asTable = this.route.query.view === 'table';
    const again = () => this.reload();
    return html`
      <div class="title"><h1 tabindex="-1">${t('pipeline.title')}</h1>
        <nav class="tabs" aria-label=${t('pipeline.view')}>
          <a href=${withQuery({ view: null, after: null, before: null })} aria-current=${asTable ? 'false' : 'page'}>${t('pipeline.board')}</a>
          <a href=${withQuery({ view: 'table' })} aria-current=${asTable ? 'page' : 'false'}>${t('pipeline.table')}</a>
        </nav></div>
      ${this.#filters()}
      ${!node?.id ? empty(t('missing.campaign')) : asTable ? this.#table(node.pipeline, again) : boardView(node, again)}`;
  }

  #filters() {
    const { kind = '', region = '', stage = '', mine, endorsing, overdue, coming, stalled, view } = this.route.query;
    const narrow = name => event => go(withQuery({ [name]: event.target.value, after: null, before: null }));
    const select = (name, value, type, words) => html`<label>${words}<select @change=${narrow(name)}>
      <option value="">${t('bodies.any')}</option>${choices(type).map(choice =>
        html`<option value=${choice.value} ?selected=${choice.value === value}>${choice.label}</option>`)}</select></label>`;
    const narrowed = [endorsing && t('overview.bodies'), overdue && t('overview.overdue'),
      coming && t('overview.comingSoon'), stalled && t('overview.stalledLong')].filter(Boolean);
    return html`<form class="filters" @submit=${event => event.preventDefault()}>
      ${select('kind', kind, 'BodyKind', t('bodies.kind'))}
      ${view === 'table' ? select('stage', stage, 'Stage', t('pipeline.stage')) : ''}
      <label>${t('bodies.region')}<input .value=${region} maxlength="6" autocomplete="off" @change=${narrow('region')}></label>
      <label>${t('pipeline.owner')}<select @change=${narrow('mine')}><option value="">${t('bodies.any')}</option>
        <option value="true" ?selected=${mine}>${t('pipeline.mine')}</option></select></label>
      ${narrowed.map(words => badge(words, 'open'))}
      ${kind || region || stage || mine || narrowed.length ? html`<a href="${location.pathname}${view ? `?view=${view}` : ''}"
        >${t('action.clear')}</a>` : ''}
    </form>`;
  }

  #table({ nodes, totalCount, pageInfo }, again) {
    return html`
      <p class="aside" role="status">${t('pipeline.found', { count: totalCount, number: number(totalCount) })}</p>
      ${nodes.length === 0 ? empty(t('pipeline.empty')) : html`<div class="card">${table(t('pipeline.title'), [
        { label: t('bodies.one'), cell: ({ target: { body }, proceeding }) =>
          html`<span><a href=${proceeding ? `/console/proceedings/${proceeding.id}` : `/console/bodies/${body.id}`}
            >${body.displayName}</a><small class="under">${word('BodyKind', body.kind)}</small></span>` },
        { label: t('bodies.place'), cell: ({ target: { body } }) => place(body) || '–' },
        { label: t('pipeline.priority'), numeric: true, cell: ({ target: { priority } }) => priority },
        { label: t('pipeline.owner'), cell: ({ target: { owner } }) => owner?.name ?? '–' },
        { label: t('pipeline.stage'), cell: ({ proceeding, coveredBy }) => html`<span>${stageBadge(proceeding?.stage)}
          ${coveredBy ? html`<small class="under">${t('pipeline.covered', { name: coveredBy.displayName })}</small>` : ''}</span>` },
        { label: t('pipeline.since'), short: true, cell: ({ proceeding }) => date(proceeding?.stageSince) },
        { label: t('pipeline.coming'), short: true, cell: ({ comingOn }) => date(comingOn) },
        ...may('RECORD_ENDORSEMENTS') ? [{ label: t('pipeline.step'), short: true, cell: entry => this.#step(entry, again) }] : []
      ], nodes)}</div>`}
      ${pager({ pageInfo, words: t('bodies.pages'), previous: t('action.previous'), next: t('action.next'), at: withQuery })}`;
  }

  #step({ target: { body }, proceeding }, again) {
    if (!proceeding) {
      return button({ label: t('pipeline.open'), small: true, describes: body.displayName,
        onClick: () => openProceeding(this.route.parameters.campaign, body, again) });
    }
    return movesOf(proceeding).length ? button({ label: t('pipeline.move'), small: true, describes: body.displayName,
      onClick: () => move(proceeding.id, undefined, again) }) : '–';
  }
}

customElements.define('pipeline-page', PipelinePage);
