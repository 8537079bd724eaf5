import { LitElement, html } from 'lit';
import { chooseLanguage, language, languages, t, word } from '../i18n/words.js';
import { languageName } from '../i18n/format.js';
import { post, toSignIn } from '../graphql/client.js';
import { icon } from '../design/icon.js';
import { go } from './router.js';
import { allCampaigns, campaign, home, who } from './session.js';
import { isDark, switchTheme } from './theme.js';

/** The way to every page that the viewer has a use for, and what is chosen for all of them. */
class Navigation extends LitElement {
  static properties = { route: { attribute: false }, open: { state: true } };

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('route')) {
      this.open = false;
    }
  }

  get #sections() {
    const base = `/console/campaigns/${campaign()?.id}`;
    return [
      ['overview', `${base}/overview`, campaign()],
      ['pipeline', `${base}/pipeline`, campaign()],
      ['bodies', '/console/bodies', true],
      ['pledges', `${base}/pledges`, campaign()],
      ['actions', `${base}/actions`, campaign()],
      ['partners', '/console/partners', ['ADMINISTRATOR', 'AUDITOR'].includes(who().role)],
      ['accounts', '/console/accounts', ['ADMINISTRATOR', 'AUDITOR', 'STAFF'].includes(who().role)]
    ].filter(([, , shown]) => shown);
  }

  render() {
    return html`
      <header><div class="bar">
        <a class="brand" href="/console">${icon('fist')}<span>Solidarity</span></a>
        <button type="button" class="quiet menu" aria-expanded=${this.open ? 'true' : 'false'} aria-controls="menu"
          @click=${() => { this.open = !this.open; }}>${icon('menu')}<span class="hidden">${t('frame.menu')}</span></button>
      </div>
      <div id="menu" class="side" ?data-open=${this.open}>
        ${this.#campaigns()}
        <nav aria-label=${t('frame.pages')}><ul>
          ${this.#sections.map(([name, address]) => html`<li><a href=${address}
            aria-current=${this.route.section === name ? 'page' : 'false'}>${icon(name)}${t(`${name}.title`)}</a></li>`)}
          <li><a href="/graphiql">${icon('code')}GraphiQL</a></li>
        </ul></nav>
        ${this.#foot()}
      </div></header>`;
  }

  #campaigns() {
    return campaign() ? html`<label class="choice"><span>${t('frame.campaign')}</span>
      <select .value=${campaign().id} @change=${event => this.#switch(event.target.value)}>
        ${allCampaigns().map(({ id, name }) => html`<option value=${id} ?selected=${id === campaign().id}>${name}</option>`)}
      </select></label>` : '';
  }

  #switch(id) {
    const here = location.pathname;
    go(here.startsWith('/console/campaigns/') ? here.replace(/campaigns\/[^/]+/, `campaigns/${id}`)
      : home().replace(/campaigns\/[^/]+/, `campaigns/${id}`));
  }

  #foot() {
    return html`<div class="foot">
      <p class="who"><strong>${who().account?.name}</strong><br>${word('Role', who().role)}</p>
      <div class="row">
        <label><span class="hidden">${t('frame.language')}</span>
          <select @change=${event => chooseLanguage(event.target.value).then(() => this.requestUpdate())}>
            ${languages.map(code => html`<option value=${code} lang=${code} ?selected=${code === language()}
              >${languageName(code)}</option>`)}
          </select></label>
        <button type="button" class="quiet" title=${isDark() ? t('frame.light') : t('frame.dark')}
          @click=${() => { switchTheme(); this.requestUpdate(); }}>
          ${icon(isDark() ? 'sun' : 'moon')}<span class="hidden">${isDark() ? t('frame.light') : t('frame.dark')}</span>
        </button>
        <button type="button" class="quiet" title=${t('frame.signOut')} @click=${() => post('/sign-out', {}).then(toSignIn)}>
          ${icon('leave')}<span class="hidden">${t('frame.signOut')}</span></button>
      </div>
    </div>`;
  }
}

customElements.define('crm-navigation', Navigation);
