import { html } from 'lit';
import { bars, empty, figure, section } from '../design/parts.js';
import { ask } from '../graphql/client.js';
import { country, date, number, percent } from '../i18n/format.js';
import { language, t, word } from '../i18n/words.js';
import { Page } from '../frame/page.js';
import './endorsement-history.js';
import { comingList, stalledList } from './next-steps.js';
import './my-tasks.js';
import { stateTiles } from './state-tiles.js';

/** Where a campaign stands, and what comes next in it. */
class OverviewPage extends Page {
  ask({ parameters }) {
    return ask('overview/overview', { campaign: parameters.campaign, language: language() });
  }

  get heading() {
    return t('overview.title');
  }

  show({ node }) {
    if (!node?.endorsements) {
      return html`<h1 tabindex="-1">${this.heading}</h1>${empty(t('missing.campaign'))}`;
    }
    const { endorsements: report } = node;
    const pipeline = `/console/campaigns/${node.id}/pipeline`;
    return html`
      <h1 tabindex="-1">${node.name}</h1>
      ${report.bodies === 0 ? empty(t('overview.empty'), html`<a href="/console/bodies">${t('overview.emptyFirst')}</a>`) : html`
        <blockquote class="press">${report.pressLine}</blockquote>`}
      ${this.#figures(node, pipeline)}
      <div class="columns">
        <div class="stack">
          ${section(t('overview.history'), html`<endorsement-history .campaign=${node.id}
            .since=${node.first.nodes[0]?.stageSince ?? node.startsOn}></endorsement-history>`)}
          ${section(t('overview.states'), stateTiles(report.byRegion, pipeline))}
        </div>
        <div class="stack">
          ${section(t('overview.kinds'), bars(report.byKind.map(({ kind, bodies }) =>
            ({ label: word('BodyKind', kind), count: bodies, shown: number(bodies) }))))}
          ${section(t('overview.countries'), bars(report.byCountry.toSorted((one, other) => other.bodies - one.bodies).map(({ country: code, bodies }) =>
            ({ label: country(code), count: bodies, shown: number(bodies) }))))}
        </div>
      </div>
      <div class="columns three">
        ${section(t('overview.tasks'), html`<my-tasks .tasks=${node.tasks.nodes} @done=${() => this.reload()}></my-tasks>`)}
        ${section(t('overview.coming'), comingList(node.coming.nodes))}
        ${section(t('overview.stalled'), stalledList(node.stalled.nodes))}
      </div>`;
  }

  #figures({ endorsements: { bodies, targets, membersRepresented: members }, pipelineTotals: { all } }, pipeline) {
    return html`<dl class="figures">
      ${figure({ value: number(bodies), label: t('overview.bodies'), address: `${pipeline}?view=table&endorsing=true`,
        beside: targets && targets.percent !== null
          ? t('overview.ofTargets', { percent: percent(targets.percent), count: number(targets.targets) }) : '' })}
      ${figure({ value: (members.bodiesWithoutCount > 0 && members.members ? '≥ ' : '') + number(members.members),
        label: t('overview.members'),
        beside: html`${t('overview.counted', { count: members.bodiesCounted })} ·
          ${t('overview.covered', { count: members.bodiesCovered })} ·
          ${t('overview.leftOut', { count: members.bodiesLeftOut })} ·
          ${t('overview.withoutCount', { count: members.bodiesWithoutCount })}
          ${members.oldestObservation ? html`· ${t('overview.oldest', { date: date(members.oldestObservation) })}` : ''}` })}
      ${figure({ value: number(all.coming), label: t('overview.comingSoon'), address: `${pipeline}?view=table&coming=30&submitted=false` })}
      ${figure({ value: number(all.stalled), label: t('overview.stalledLong'), address: `${pipeline}?view=table&stalled=30`,
        alarming: all.stalled > 0 })}
      ${figure({ value: number(all.overdue), label: t('overview.overdue'), address: `${pipeline}?view=table&overdue=true`,
        alarming: all.overdue > 0 })}
    </dl>`;
  }
}

customElements.define('overview-page', OverviewPage);
