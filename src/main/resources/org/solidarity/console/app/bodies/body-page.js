import { html } from 'lit';
import { badge, empty, section, table } from '../design/parts.js';
import { button } from '../design/button.js';
import { ask } from '../graphql/client.js';
import { date, languageName, moment, number, place, quantity } from '../i18n/format.js';
import { t, word } from '../i18n/words.js';
import { Page } from '../frame/page.js';
import { campaign, may } from '../frame/session.js';
import { stageBadge } from '../endorsements/stage-badge.js';
import { editBody, meetingOf, recordInteraction } from './forms.js';

/** A body with everything that is known of it. */
class BodyPage extends Page {
  ask({ parameters }) {
    return ask('bodies/body', { id: parameters.id });
  }

  get heading() {
    return t('bodies.one');
  }

  show({ node: body }) {
    if (!body?.id) {
      return html`<h1 tabindex="-1">${t('missing.title')}</h1>${empty(t('missing.text'))}`;
    }
    const again = () => this.reload();
    return html`
      <div class="above">
        ${body.parents.length ? html`<p class="aside">${body.parents.map(parent => html`
          <a href="/console/bodies/${parent.id}">${parent.displayName}</a> `)}</p>` : ''}
        <div class="title"><h1 tabindex="-1">${body.displayName}</h1>
          <div class="row">
            ${may('RECORD_OUTREACH') && campaign() ? button({ label: t('bodies.interact'), primary: true,
              onClick: () => recordInteraction(body, again) }) : ''}
            ${may('RECORD_BODIES') ? html`${button({ label: t('bodies.meet'), onClick: () => meetingOf(body, again) })}
              ${button({ label: t('action.edit'), onClick: () => editBody(body, again) })}` : ''}
          </div></div>
        <p class="row">${badge(word('BodyKind', body.kind))}
          ${badge(word('BodyStatus', body.status), body.status === 'ACTIVE' ? 'good' : 'late')}
          ${body.tags.nodes.map(({ tag }) => badge(tag.label, 'open'))}</p>
      </div>
      <div class="columns">
        <div class="stack">${this.#decided(body)}${this.#pledged(body)}${this.#talked(body)}</div>
        <div class="stack">${this.#facts(body)}${this.#todo(body)}${this.#actions(body)}${this.#below(body)}</div>
      </div>`;
  }

  #facts(body) {
    const facts = [
      [t('bodies.place'), place(body)],
      [t('bodies.acronym'), body.acronym],
      [t('bodies.original'), body.originalName ? html`<span lang=${body.originalLanguage}>${body.originalName}</span>` : null],
      [t('bodies.members'), body.memberCounts.nodes.length ? html`<ul class="bare">${body.memberCounts.nodes.map(count => html`
        <li>${number(count.count)} <small>${date(count.asOf)}, ${word('CountBasis', count.basis)}</small></li>`)}</ul>` : null],
      [t('bodies.nextMeeting'), body.nextMeeting ? html`${word('MeetingKind', body.nextMeeting.kind)},
        ${date(body.nextMeeting.date)} ${body.nextMeeting.resolutionDeadline
          ? html`<small>${t('overview.deadline')}: ${date(body.nextMeeting.resolutionDeadline)}</small>` : ''}` : null],
      [t('bodies.otherNames'), body.otherNames.length ? html`<ul class="bare">${body.otherNames.map(({ type, name }) => html`
        <li>${name} <small>${word('BodyNameType', type)}</small></li>`)}</ul>` : null],
      [t('bodies.identifiers'), body.identifiers.length ? html`<ul class="bare">${body.identifiers.map(({ scheme, value }) =>
        html`<li>${value} <small>${scheme}</small></li>`)}</ul>` : null],
      [t('bodies.language'), body.language ? languageName(body.language) : null],
      [t('bodies.timeZone'), body.timeZone],
      [t('bodies.website'), body.website ? html`<a href=${body.website} rel="noreferrer" target="_blank">${body.website}</a>` : null]
    ].filter(([, value]) => value);
    return section(t('bodies.facts'), html`<dl class="facts">${facts.map(([name, value]) =>
      html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`);
  }

  #decided({ proceedings: { nodes } }) {
    return section(t('bodies.proceedings'), nodes.length === 0 ? empty(t('bodies.noProceedings'))
      : table(t('bodies.proceedings'), [
        { label: t('frame.campaign'), cell: ({ id, campaign: of, identifier }) =>
          html`<a href="/console/proceedings/${id}">${of.name}${identifier ? `, ${identifier}` : ''}</a>` },
        { label: t('pipeline.stage'), cell: ({ stage }) => stageBadge(stage) },
        { label: t('pipeline.since'), short: true, cell: ({ stageSince }) => date(stageSince) },
        { label: t('pipeline.evidence'), short: true, cell: ({ evidence }) => word('Evidence', evidence) }
      ], nodes));
  }

  #pledged({ pledges: { nodes } }) {
    return section(t('pledges.title'), nodes.length === 0 ? empty(t('bodies.noPledges')) : table(t('pledges.title'), [
      { label: t('pledges.purpose'), cell: ({ purpose, type }) => purpose ?? word('PledgeType', type) },
      { label: t('pledges.status'), cell: ({ status }) => word('PledgeStatus', status) },
      ...['pledged', 'delivered', 'outstanding'].map(name => ({ label: t(`pledges.${name}`), numeric: true,
        cell: ({ amounts }) => amounts ? quantity(amounts[name], amounts.unit, amounts.currency) : '–' }))
    ], nodes));
  }

  #talked({ interactions: { nodes } }) {
    return section(t('bodies.interactions'), nodes.length === 0 ? empty(t('bodies.noInteractions')) : html`<ul class="list">
      ${nodes.map(({ at, channel, outcome, notes, callBackAfter, by }) => html`<li>
        <strong>${word('InteractionChannel', channel)}</strong> ${badge(word('InteractionOutcome', outcome))}
        ${callBackAfter ? badge(t('bodies.callBack', { date: date(callBackAfter) }), 'late') : ''}
        ${notes ? html`<p class="notes">${notes}</p>` : ''}<small>${moment(at)} · ${by?.name ?? '–'}</small></li>`)}</ul>`);
  }

  #todo({ tasks: { nodes } }) {
    return section(t('bodies.tasks'), nodes.length === 0 ? empty(t('bodies.noTasks')) : html`<ul class="list">
      ${nodes.map(({ subject, dueOn, overdue, assignee }) => html`<li>${subject} ${overdue ? badge(t('overview.late'), 'bad') : ''}
        <small>${assignee?.name ?? t('bodies.nobody')}${dueOn ? `, ${date(dueOn)}` : ''}</small></li>`)}</ul>`);
  }

  #actions({ actions: { nodes } }) {
    return section(t('actions.title'), nodes.length === 0 ? empty(t('bodies.noActions')) : html`<ul class="list">
      ${nodes.map(({ title, kind, schedule }) => html`<li>${title}
        <small>${word('ActionKind', kind)}, ${date(schedule.startDate)}</small></li>`)}</ul>`);
  }

  #below({ relationsDown: { nodes, totalCount } }) {
    return nodes.length === 0 ? '' : section(t('bodies.below', { count: number(totalCount) }), html`<ul class="list">
      ${nodes.map(({ type, from }) => html`<li><a href="/console/bodies/${from.id}">${from.displayName}</a>
        <small>${word('RelationType', type)}</small></li>`)}</ul>`);
  }
}

customElements.define('body-page', BodyPage);
