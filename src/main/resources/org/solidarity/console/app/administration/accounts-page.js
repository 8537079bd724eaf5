import { html } from 'lit';
import { badge, pager, table } from '../design/parts.js';
import { button } from '../design/button.js';
import { openForm } from '../design/form-dialog.js';
import { announce } from '../frame/announcer.js';
import { Page } from '../frame/page.js';
import { pageOf, withQuery } from '../frame/router.js';
import { may, who } from '../frame/session.js';
import { ask, newKey } from '../graphql/client.js';
import { faultWords } from '../graphql/problem.js';
import { moment } from '../i18n/format.js';
import { choices, t, word } from '../i18n/words.js';

const ROLES = ['STAFF', 'COORDINATOR', 'AUDITOR', 'ADMINISTRATOR'];

const change = async (operation, input) => Object.values(await ask('administration/accounts-change', { input }, operation))[0];

/** Who may sign in, and as what. */
class AccountsPage extends Page {
  ask({ query }) {
    return ask('administration/accounts', pageOf(query));
  }

  show({ accounts: { nodes, pageInfo } }) {
    return html`
      <div class="title"><h1 tabindex="-1">${t('accounts.title')}</h1>
        ${may('MANAGE_ACCOUNTS') ? button({ label: t('accounts.create'), primary: true, onClick: () => this.#create() }) : ''}</div>
      <div class="card">${table(t('accounts.title'), [
        { label: t('accounts.name'), cell: ({ name, email }) => html`<span>${name}<small class="under">${email ?? ''}</small></span>` },
        { label: t('accounts.role'), cell: ({ role }) => word('Role', role) },
        { label: t('bodies.status'), cell: ({ status }) =>
          badge(word('AccountStatus', status), status === 'ACTIVE' ? 'good' : 'bad') },
        { label: t('accounts.lastSignIn'), cell: ({ lastSignInAt }) => moment(lastSignInAt) },
        ...may('MANAGE_ACCOUNTS') ? [{ label: t('accounts.change'), cell: account => this.#changes(account) }] : []
      ], nodes)}</div>
      ${pager({ pageInfo, words: t('bodies.pages'), previous: t('action.previous'), next: t('action.next'), at: withQuery })}`;
  }

  #changes(account) {
    if (account.id === who().account?.id) {
      return '–';
    }
    const one = (label, onClick) => button({ label, small: true, describes: account.name, onClick });
    return html`<span class="row">
      ${one(t('accounts.role'), () => this.#role(account))}
      ${one(t('accounts.password'), () => this.#password(account))}
      ${account.status === 'ACTIVE' ? one(t('accounts.disable'), () => this.#act('DisableAccount', { id: account.id }))
        : one(t('accounts.enable'), () => this.#act('EnableAccount', { id: account.id }))}</span>`;
  }

  async #act(operation, input) {
    const { errors } = await change(operation, input);
    announce(errors.length ? faultWords(errors[0]) : t('action.saved'));
    await this.reload();
  }

  #create() {
    const idempotencyKey = newKey();
    openForm({
      title: t('accounts.create'),
      fields: [
        { name: 'name', label: t('accounts.name'), required: true, most: 200 },
        { name: 'email', label: t('accounts.email'), required: true, most: 254 },
        { name: 'role', label: t('accounts.role'), type: 'select', required: true, options: choices('Role', ROLES) },
        { name: 'password', label: t('accounts.first'), type: 'password', required: true, hint: t('accounts.passwordHint'), most: 128 }
      ],
      send: values => change('CreateAccount', { idempotencyKey, ...values }),
      done: () => this.reload()
    });
  }

  #role({ id, name, role, version }) {
    openForm({
      title: t('accounts.roleTitle', { name }),
      fields: [{ name: 'role', label: t('accounts.role'), type: 'select', required: true, value: role, options: choices('Role', ROLES) }],
      send: values => change('ChangeAccountRole', { id, expectedVersion: version, ...values }),
      done: () => this.reload()
    });
  }

  #password({ id, name }) {
    openForm({
      title: t('accounts.passwordTitle', { name }),
      fields: [{ name: 'password', label: t('accounts.password'), type: 'password', required: true, hint: t('accounts.passwordHint'),
        most: 128 }],
      send: values => change('ResetPassword', { id, ...values })
    });
  }
}

customElements.define('accounts-page', AccountsPage);
