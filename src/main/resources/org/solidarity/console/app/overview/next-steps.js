import { html } from 'lit';
import { badge, empty } from '../design/parts.js';
import { date, distance } from '../i18n/format.js';
import { t, word } from '../i18n/words.js';

/** Bodies that meet soon, or take resolutions until soon. */
export const comingList = entries => entries.length === 0 ? empty(t('overview.comingEmpty')) : html`<ul class="list">
  ${entries.map(({ comingOn, proceeding, target: { body } }) => html`<li>
    <a href="/console/bodies/${body.id}">${body.displayName}</a>
    ${proceeding ? badge(word('Stage', proceeding.stage)) : badge(t('overview.noProceeding'), 'late')}
    <small>${comingOn === body.nextMeeting?.resolutionDeadline ? t('overview.deadline')
      : word('MeetingKind', body.nextMeeting?.kind)}, <time datetime=${comingOn}>${date(comingOn)}</time>
      (${distance(comingOn)})</small></li>`)}</ul>`;

/** Proceedings that nothing has happened to for a long time. */
export const stalledList = entries => entries.length === 0 ? empty(t('overview.stalledEmpty')) : html`<ul class="list">
  ${entries.map(({ proceeding, target: { body } }) => html`<li>
    <a href=${proceeding ? `/console/proceedings/${proceeding.id}` : `/console/bodies/${body.id}`}>${body.displayName}</a>
    ${proceeding?.stage ? badge(word('Stage', proceeding.stage)) : ''}
    <small>${proceeding?.stageSince ? t('overview.since', { date: date(proceeding.stageSince) }) : ''}</small></li>`)}</ul>`;
