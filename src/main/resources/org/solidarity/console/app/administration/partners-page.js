import { html } from 'lit';
import { badge, empty, pager, section } from '../design/parts.js';
import { button } from '../design/button.js';
import { openForm } from '../design/form-dialog.js';
import { announce } from '../frame/announcer.js';
import { Page } from '../frame/page.js';
import { pageOf, withQuery } from '../frame/router.js';
import { may } from '../frame/session.js';
import { ask, newKey } from '../graphql/client.js';
import { faultWords } from '../graphql/problem.js';
import { date, moment, today } from '../i18n/format.js';
import { t, word } from '../i18n/words.js';

const YEAR = 364 * 86_400_000;

const change = async (operation, input) => Object.values(await ask('administration/partners-change', { input }, operation))[0];

/** Groups outside: what each sees, in words, and the tokens that it asks with. */
class PartnersPage extends Page {
  static properties = { secret: { state: true } };

  ask({ query }) {
    return ask('administration/partners', pageOf(query));
  }

  show({ partnerGroups: { nodes, pageInfo } }) {
    return html`
      <div class="title"><h1 tabindex="-1">${t('partners.title')}</h1>
        ${may('MANAGE_TOKENS') ? button({ label: t('partners.create'), primary: true, onClick: () => this.#create() }) : ''}</div>
      <p class="aside">${t('partners.about')} <a href="/graphiql">GraphiQL</a></p>
      ${this.secret ? html`<div class="notice good" role="status"><p>${t('partners.secret')} <code>${this.secret}</code></p>
        ${button({ label: t('partners.noted'), onClick: () => { this.secret = null; } })}</div>` : ''}
      ${nodes.length === 0 ? empty(t('partners.empty')) : nodes.map(group => this.#group(group))}
      ${pager({ pageInfo, words: t('bodies.pages'), previous: t('action.previous'), next: t('action.next'), at: withQuery })}`;
  }

  #group(group) {
    const bodies = group.bodyGrants.nodes.filter(({ revokedAt }) => !revokedAt);
    return section(group.name, html`
      <h3>${t('partners.sees')}</h3>
      <ul>
        <li>${t('partners.everyone')}</li>
        ${bodies.map(({ body }) => html`<li>${t('partners.speaksFor')}
          <a href="/console/bodies/${body.id}">${body.displayName}</a></li>`)}
        ${group.campaignShares.nodes.map(share => html`<li>${share.campaign?.name ?? t('place.unknown')}:
          ${['endorsements', 'pledgeTotals', 'actions'].filter(part => share[part]).map(part => t(`shared.${part}`)).join(', ')}</li>`)}
      </ul>
      <h3>${t('partners.tokens')}</h3>
      ${group.apiTokens.nodes.length === 0 ? empty(t('partners.noTokens')) : html`<ul class="list">
        ${group.apiTokens.nodes.map(token => this.#token(token))}</ul>`}`,
    may('MANAGE_TOKENS') ? button({ label: t('partners.issue'), small: true, describes: group.name,
      onClick: () => this.#issue(group) }) : '');
  }

  #token({ id, name, scopes, allowedAddresses, expiresAt, lastUsedAt, revokedAt }) {
    const over = revokedAt || expiresAt.slice(0, 10) < today();
    return html`<li class="task"><span>${name} ${scopes.map(scope => badge(word('TokenScope', scope), 'open'))}
      <small>${revokedAt ? t('partners.revoked', { date: date(revokedAt) }) : t('partners.expires', { date: date(expiresAt) })}
        · ${lastUsedAt ? t('partners.lastUsed', { date: moment(lastUsedAt) }) : t('partners.neverUsed')}
        ${allowedAddresses.length ? html`· ${allowedAddresses.join(', ')}` : ''}</small></span>
      ${!over && may('MANAGE_TOKENS') ? button({ label: t('partners.revoke'), small: true, describes: name,
        onClick: () => this.#revoke(id) }) : ''}</li>`;
  }

  async #revoke(id) {
    const { errors } = await change('RevokeApiToken', { id });
    announce(errors.length ? faultWords(errors[0]) : t('partners.isRevoked'));
    await this.reload();
  }

  #create() {
    const idempotencyKey = newKey();
    openForm({
      title: t('partners.create'),
      fields: [{ name: 'name', label: t('accounts.name'), required: true, most: 200 }],
      send: values => change('CreatePartnerGroup', { idempotencyKey, ...values }),
      done: () => this.reload()
    });
  }

  #issue(group) {
    const idempotencyKey = newKey();
    const inAYear = new Date(Date.now() + YEAR).toISOString().slice(0, 10);
    openForm({
      title: t('partners.issueTitle', { name: group.name }),
      fields: [
        { name: 'name', label: t('partners.for'), required: true, most: 200 },
        { name: 'expiresAt', label: t('partners.until'), type: 'date', required: true, value: inAYear, hint: t('partners.untilHint') },
        { name: 'submit', label: t('partners.submit'), type: 'check' }
      ],
      send: ({ name, expiresAt, submit }) => change('IssueApiToken', { idempotencyKey, groupId: group.id, name,
        expiresAt: `${expiresAt}T00:00:00Z`, scopes: submit ? ['READ', 'SUBMIT'] : ['READ'] }),
      done: ({ secret }) => {
        this.secret = secret;
        this.reload();
      }
    });
  }
}

customElements.define('partners-page', PartnersPage);
