import { html } from 'lit';
import { badge, empty, figure, section } from '../design/parts.js';
import { button } from '../design/button.js';
import { announce } from '../frame/announcer.js';
import { Page } from '../frame/page.js';
import { may } from '../frame/session.js';
import { ask } from '../graphql/client.js';
import { faultWords, Problem } from '../graphql/problem.js';
import { date, number, place } from '../i18n/format.js';
import { t, word } from '../i18n/words.js';
import { STATUS } from './actions-page.js';
import { recordHeadcount, rsvp, someoneHere } from './forms.js';
import { checkIn, lineChanged, sendWaiting, waiting } from './waiting-line.js';

/** An action: when and where it is, who is expected, and who came; made for the phone at its gate. */
class ActionPage extends Page {
  static properties = { line: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.line = [];
    lineChanged.addEventListener('change', this.#count);
    addEventListener('online', this.#send);
    this.#count();
    this.#send();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    lineChanged.removeEventListener('change', this.#count);
    removeEventListener('online', this.#send);
  }

  ask({ parameters }) {
    return ask('actions/action', { id: parameters.id });
  }

  get heading() {
    return t('actions.one');
  }

  #count = async () => {
    this.line = await waiting();
  };

  #send = async () => {
    if ((await waiting()).length === 0) {
      return;
    }
    try {
      const faults = await sendWaiting();
      announce(faults.length ? faultWords(faults[0]) : t('actions.sent'));
      await this.reload();
    } catch (failure) {
      if (!(failure instanceof Problem)) {
        throw failure;
      }
      announce(failure.code === 'OFFLINE' ? t('actions.kept') : failure.words);
    }
  };

  #here = async input => {
    await checkIn({ actionId: this.route.parameters.id, ...input });
    await this.#send();
  };

  show({ node: action }) {
    if (!action?.id) {
      return html`<h1 tabindex="-1">${t('missing.title')}</h1>${empty(t('missing.text'))}`;
    }
    const again = () => this.reload();
    const { schedule, turnout } = action;
    return html`
      <div><p class="aside"><a href="/console/campaigns/${action.campaign.id}/actions">${action.campaign.name}</a></p>
        <div class="title"><h1 tabindex="-1">${action.title}</h1></div>
        <p class="row">${badge(word('ActionKind', action.kind))} ${badge(word('ActionStatus', action.status), STATUS[action.status])}
          ${date(schedule.startDate)} ${schedule.startTime ?? ''} <small>${schedule.timeZone}</small></p></div>
      ${this.line.length ? html`<div class="notice late" role="status"><p>${t('actions.waiting', { count: this.line.length })}</p>
        ${button({ label: t('actions.sendNow'), onClick: this.#send })}</div>` : ''}
      ${may('RECORD_ACTIONS') && action.status !== 'CANCELLED' ? html`<div class="row">
        ${button({ label: t('actions.here'), primary: true, onClick: () => someoneHere(action, this.#here) })}
        ${button({ label: t('actions.rsvp'), onClick: () => rsvp(action, again) })}
        ${button({ label: t('actions.count'), onClick: () => recordHeadcount(action, again) })}</div>` : ''}
      <dl class="figures">
        ${figure({ value: number(turnout.rsvps.accepted), label: t('actions.accepted') })}
        ${figure({ value: number(turnout.checkedIn), label: t('actions.checkedIn') })}
        ${figure({ value: number(turnout.headcount), label: t('actions.headcount') })}
        ${figure({ value: number(turnout.total), label: t('actions.total') })}
      </dl>
      <div class="columns">${this.#people(action)}${this.#facts(action)}</div>`;
  }

  #people({ participations: { nodes }, status }) {
    const line = new Set(this.line.map(({ participationId }) => participationId));
    return section(t('actions.expected'), nodes.length === 0 ? empty(t('actions.nobody')) : html`<ul class="list">
      ${nodes.map(({ id, member, onBehalfOf, rsvp: answer, outcome, guests }) => html`<li class="task">
        <span>${member?.name ?? t('actions.someone')}<small>${[onBehalfOf?.displayName, word('RsvpStatus', answer),
          guests ? t('actions.guests', { count: guests }) : ''].filter(Boolean).join(' · ')}</small></span>
        ${outcome ? badge(word('ParticipationOutcome', outcome), outcome === 'ATTENDED' ? 'good' : 'bad')
          : line.has(id) ? badge(t('actions.inLine'), 'late')
          : may('RECORD_ACTIONS') && status !== 'CANCELLED' ? button({ label: t('actions.checkIn'), small: true,
            describes: member?.name ?? onBehalfOf?.displayName, onClick: () => this.#here({ participationId: id }) }) : ''}
      </li>`)}</ul>`);
  }

  #facts(action) {
    const facts = [
      [t('actions.where'), [action.place.name, place(action.place)].filter(Boolean).join(', ')],
      [t('actions.host'), action.host ? html`<a href="/console/bodies/${action.host.id}">${action.host.displayName}</a>` : null],
      [t('actions.coSponsors'), action.coSponsors.map(({ displayName }) => displayName).join(', ')],
      [t('actions.description'), action.description],
      [t('actions.instructions'), action.instructions],
      [t('actions.accessibility'), action.accessibility],
      [t('actions.cancelled'), action.cancelledBecause],
      [t('pipeline.source'), action.sourceUrl
        ? html`<a href=${action.sourceUrl} rel="noreferrer" target="_blank">${new URL(action.sourceUrl).hostname}</a>` : null]
    ].filter(([, value]) => value);
    return section(t('bodies.facts'), html`<dl class="facts">${facts.map(([name, value]) =>
      html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`);
  }
}

customElements.define('action-page', ActionPage);
