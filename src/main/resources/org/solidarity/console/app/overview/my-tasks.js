import { LitElement, html } from 'lit';
import { button } from '../design/button.js';
import { badge, empty } from '../design/parts.js';
import { announce } from '../frame/announcer.js';
import { may } from '../frame/session.js';
import { ask } from '../graphql/client.js';
import { faultWords } from '../graphql/problem.js';
import { date } from '../i18n/format.js';
import { t } from '../i18n/words.js';

/** The viewer's open tasks, of which each can be done with; tells when one is. */
class MyTasks extends LitElement {
  static properties = { tasks: { attribute: false } };

  createRenderRoot() {
    return this;
  }

  render() {
    return this.tasks.length === 0 ? empty(t('overview.tasksEmpty')) : html`<ul class="list">
      ${this.tasks.map(task => html`<li class="task">
        <span>${task.body ? html`<a href="/console/bodies/${task.body.id}">${task.subject}</a>` : task.subject}
          <small>${task.body?.displayName ?? ''} ${task.dueOn || task.dueAt
            ? t('overview.due', { date: date(task.dueOn ?? task.dueAt) }) : ''}</small></span>
        ${task.overdue ? badge(t('overview.late'), 'bad') : ''}
        ${may('RECORD_OUTREACH') ? button({ label: t('overview.done'), small: true, describes: task.subject,
          onClick: () => this.#complete(task) }) : ''}</li>`)}</ul>`;
  }

  async #complete({ id, version, subject }) {
    const { completeTask: { errors } } = await ask('overview/complete-task', { input: { id, expectedVersion: version } });
    announce(errors.length ? faultWords(errors[0]) : t('overview.completed', { subject }));
    this.dispatchEvent(new Event('done'));
  }
}

customElements.define('my-tasks', MyTasks);
