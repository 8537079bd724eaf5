import { html } from 'lit';
import { month as monthName } from '../i18n/format.js';
import { language, t } from '../i18n/words.js';
import { withQuery } from '../frame/router.js';

const DAY = 86_400_000;

/** The month that comes so many after another, as in 2026-01. */
export const monthAfter = (month, count) => {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
};

/** The weeks that a month lies in, from Monday to Sunday, as days. */
const weeksOf = month => {
  const first = Date.parse(`${month}-01`);
  const monday = first - (new Date(first).getUTCDay() + 6) % 7 * DAY;
  const weeks = Math.ceil((Date.parse(`${monthAfter(month, 1)}-01`) - monday) / (7 * DAY));
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (_, day) =>
    new Date(monday + (7 * week + day) * DAY).toISOString().slice(0, 10)));
};

const weekday = day => new Intl.DateTimeFormat(language(), { weekday: 'short', timeZone: 'UTC' }).format(Date.parse(day));

/** A month of actions, each on the day on which it begins where it is. */
export const calendar = (month, actions) => {
  const weeks = weeksOf(month);
  const on = day => actions.filter(({ schedule }) => schedule.startDate === day);
  return html`<div class="card">
    <div class="head"><h2>${monthName(`${month}-01`)}</h2><nav class="row" aria-label=${t('actions.months')}>
      <a href=${withQuery({ month: monthAfter(month, -1) })}>${monthName(`${monthAfter(month, -1)}-01`)}</a>
      <a href=${withQuery({ month: monthAfter(month, 1) })}>${monthName(`${monthAfter(month, 1)}-01`)}</a></nav></div>
    <table class="calendar"><caption class="hidden">${t('actions.calendar')}</caption>
      <thead><tr>${weeks[0].map(day => html`<th scope="col">${weekday(day)}</th>`)}</tr></thead>
      <tbody>${weeks.map(week => html`<tr>${week.map(day => html`<td class=${day.startsWith(month) ? '' : 'outside'}>
        <span>${Number(day.slice(8))}</span>
        ${on(day).map(({ id, title }) => html`<a href="/console/actions/${id}">${title}</a>`)}</td>`)}</tr>`)}</tbody>
    </table></div>`;
};
