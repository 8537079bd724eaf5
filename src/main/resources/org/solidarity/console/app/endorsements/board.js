import { html } from 'lit';
import { badge, empty } from '../design/parts.js';
import { button } from '../design/button.js';
import { date, distance, number, region } from '../i18n/format.js';
import { t, word } from '../i18n/words.js';
import { withQuery } from '../frame/router.js';
import { may } from '../frame/session.js';
import { move, movesOf } from './moves.js';
import { openProceeding } from './open-proceeding.js';

/** The columns by name, and the stages that stand in each; none where nothing has happened. */
export const COLUMNS = {
  nothing: { stages: [] },
  contact: { stages: ['IDENTIFIED', 'CONTACTED'] },
  introduced: { stages: ['INTRODUCED'] },
  committee: { stages: ['IN_COMMITTEE', 'RECOMMENDED'] },
  scheduled: { stages: ['SCHEDULED'] },
  adopted: { stages: ['ADOPTED', 'ADOPTED_AS_AMENDED'] },
  paused: { stages: ['TABLED', 'REFERRED'] },
  ended: { stages: ['DEFEATED', 'WITHDRAWN', 'RULED_OUT_OF_ORDER', 'COMBINED', 'RESCINDED', 'OVERRIDDEN', 'EXPIRED'] }
};

const card = (campaign, { target, proceeding, overdue, comingOn, coveredBy }, done) => {
  const { body } = target;
  const movable = may('RECORD_ENDORSEMENTS') && proceeding && movesOf(proceeding).length > 0;
  return html`<li class="ticket" draggable=${movable ? 'true' : 'false'}
    @dragstart=${event => event.dataTransfer.setData('text/plain', proceeding.id)}>
    <a href=${proceeding ? `/console/proceedings/${proceeding.id}` : `/console/bodies/${body.id}`} draggable="false"
      >${body.displayName}</a>
    <small>${word('BodyKind', body.kind)}${body.region ? `, ${region(body.region)}` : ''}</small>
    <span class="row">
      ${proceeding?.stage ? badge(word('Stage', proceeding.stage)) : ''}
      ${overdue ? badge(t('overview.late'), 'bad') : ''}
      ${comingOn ? html`<span class="badge late" title=${date(comingOn)}>${distance(comingOn)}</span>` : ''}
    </span>
    ${coveredBy ? html`<small>${t('pipeline.covered', { name: coveredBy.displayName })}</small>` : ''}
    ${target.owner ? html`<small>${target.owner.name}</small>` : ''}
    ${movable ? button({ label: t('pipeline.move'), small: true, describes: body.displayName,
      onClick: () => move(proceeding.id, undefined, done) }) : ''}
    ${!proceeding && may('RECORD_ENDORSEMENTS') ? button({ label: t('pipeline.open'), small: true, describes: body.displayName,
      onClick: () => openProceeding(campaign, body, done) }) : ''}
  </li>`;
};

const dropped = (stages, done) => event => {
  event.preventDefault();
  event.currentTarget.classList.remove('over');
  const id = event.dataTransfer.getData('text/plain');
  if (id) {
    move(id, stages, done);
  }
};

const over = shown => event => {
  event.preventDefault();
  event.currentTarget.classList.toggle('over', shown);
};

/** Targets as cards in columns; a card that is dropped on a column asks for what the move needs. */
export const boardView = (campaign, done) => {
  const shown = Object.entries(COLUMNS).map(([name, column]) => ({ name, ...column, ...campaign[name] }));
  if (shown.every(({ totalCount }) => totalCount === 0)) {
    return empty(t('pipeline.empty'));
  }
  return html`<div class="board" tabindex="0" role="region" aria-label=${t('pipeline.board')}>
    ${shown.map(({ name, stages, totalCount, nodes }) => html`
      <section class="column" aria-label=${t(`column.${name}`)} @dragover=${over(true)} @dragleave=${over(false)}
        @drop=${dropped(stages, done)}>
        <h2>${t(`column.${name}`)} <small>${number(totalCount)}</small></h2>
        <ul>${nodes.map(entry => card(campaign.id, entry, done))}</ul>
        ${totalCount > nodes.length ? html`<a href=${withQuery({ view: 'table', stage: stages[0] })}>${t('pipeline.more')}</a>` : ''}
      </section>`)}
  </div>`;
};
