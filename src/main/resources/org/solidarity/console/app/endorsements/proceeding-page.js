import { html } from 'lit';
import { badge, empty, section } from '../design/parts.js';
import { button } from '../design/button.js';
import { ask } from '../graphql/client.js';
import { date, number } from '../i18n/format.js';
import { t, word } from '../i18n/words.js';
import { Page } from '../frame/page.js';
import { may } from '../frame/session.js';
import { move, movesOf } from './moves.js';
import { stageBadge } from './stage-badge.js';
import { recordVote } from './vote-form.js';

/** A body handling a text: what happened, how it voted, and what can come next. */
class ProceedingPage extends Page {
  ask({ parameters }) {
    return ask('endorsements/proceeding', { id: parameters.id });
  }

  get heading() {
    return t('pipeline.proceeding');
  }

  show({ node: proceeding }) {
    if (!proceeding?.id) {
      return html`<h1 tabindex="-1">${t('missing.title')}</h1>${empty(t('missing.text'))}`;
    }
    const { body, campaign, identifier, stage, evidence } = proceeding;
    const again = () => this.reload();
    return html`
      <div><p class="aside"><a href="/console/campaigns/${campaign.id}/pipeline">${campaign.name}</a></p>
        <div class="title"><h1 tabindex="-1">${body.displayName}${identifier ? `, ${identifier}` : ''}</h1>
          ${may('RECORD_ENDORSEMENTS') ? html`<div class="row">
            ${movesOf(proceeding).length ? button({ label: t('pipeline.move'), primary: true,
              onClick: () => move(proceeding.id, undefined, again) }) : ''}
            ${button({ label: t('pipeline.vote'), onClick: () => recordVote(proceeding, again) })}</div>` : ''}</div>
        <p class="row">${stageBadge(stage)} ${evidence ? badge(word('Evidence', evidence)) : ''}</p></div>
      <div class="columns">
        <div class="stack">${section(t('pipeline.timeline'), this.#timeline(proceeding.timeline))}</div>
        <div class="stack">${this.#facts(proceeding)}${section(t('pipeline.votes'), this.#votes(proceeding.votes))}</div>
      </div>`;
  }

  #facts({ body, resolution, decisionBody, committee, recommendation, meetingOn, sponsors }) {
    const facts = [
      [t('bodies.one'), html`<a href="/console/bodies/${body.id}">${body.displayName}</a>`],
      [t('pipeline.resolution'), resolution ? html`<span lang=${resolution.latest.language}>${resolution.latest.title}</span>` : null],
      [t('pipeline.sponsors'), sponsors],
      [t('pipeline.decider'), word('DecisionBody', decisionBody)],
      [t('pipeline.committee'), committee],
      [t('pipeline.recommendation'), word('Recommendation', recommendation)],
      [t('pipeline.meeting'), meetingOn ? date(meetingOn) : null]
    ].filter(([, value]) => value);
    return section(t('bodies.facts'), html`<dl class="facts">${facts.map(([name, value]) =>
      html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`);
  }

  #timeline(events) {
    return events.length === 0 ? empty(t('pipeline.noEvents')) : html`<ol class="timeline">${events.toReversed().map(event => html`
      <li class=${event.superseded || event.retracts ? 'superseded' : ''}>
        <p>${stageBadge(event.stage)} <time datetime=${event.happenedOn ?? ''}>${event.happenedOn ? date(event.happenedOn)
          : t('pipeline.dayUnknown')}</time> ${event.superseded ? badge(t('pipeline.superseded')) : ''}
          ${event.retracts ? badge(t('pipeline.retracted'), 'bad') : ''}</p>
        ${[event.reason, event.correctionReason, event.committee, event.referredTo, event.overriddenBy?.displayName,
          event.combinedInto?.body.displayName].filter(Boolean).map(words => html`<p class="notes">${words}</p>`)}
        <small>${[word('DecisionBody', event.decisionBody), word('Recommendation', event.recommendation),
          word('Evidence', event.evidence), event.effectiveOn !== event.happenedOn
            ? t('pipeline.effective', { date: date(event.effectiveOn) }) : ''].filter(Boolean).join(' · ')}
          ${event.sourceUrl ? html` · <a href=${event.sourceUrl} rel="noreferrer" target="_blank">${event.sourceName
            ?? t('pipeline.source')}</a>` : event.sourceName ? ` · ${event.sourceName}` : ''}</small>
      </li>`)}</ol>`;
  }

  #votes(votes) {
    return votes.length === 0 ? empty(t('pipeline.noVotes')) : html`<ul class="list">${votes.map(vote => html`
      <li class=${vote.superseded ? 'superseded' : ''}>
        ${badge(word('VoteResult', vote.result), { PASSED: 'good', FAILED: 'bad' }[vote.result])}
        <strong>${['yes', 'no', 'abstain'].filter(name => vote[name] !== null)
          .map(name => `${t(`vote.${name}`)} ${number(vote[name])}`).join(' · ')}</strong>
        ${vote.warnings.map(warning => badge(word('VoteWarning', warning), 'late'))}
        <small>${date(vote.heldOn)}${vote.method ? `, ${word('VoteMethod', vote.method)}` : ''}, ${word('Evidence', vote.evidence)}</small>
      </li>`)}</ul>`;
  }
}

customElements.define('proceeding-page', ProceedingPage);
