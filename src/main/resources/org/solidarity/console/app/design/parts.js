/** Small parts of pages that many of them have. */

import { html } from 'lit';

/** A number that a page begins with, what it counts, and what must be said beside it. */
export const figure = ({ value, label, beside = '', address = undefined, alarming = false }) => html`
  <div class="figure ${alarming ? 'alarming' : ''}">
    <dt>${address ? html`<a href=${address}>${label}</a>` : label}</dt>
    <dd><strong>${value}</strong>${beside ? html`<small>${beside}</small>` : ''}</dd>
  </div>`;

/** A word on a coloured ground. Colours: good, bad, late, open, plain. */
export const badge = (words, colour = 'plain') => html`<span class="badge ${colour}">${words}</span>`;

/** What stands where there is nothing yet: what that means, and what to do first. */
export const empty = (words, first = '') => html`<div class="empty"><p>${words}</p>${first}</div>`;

/** A part of a page under its own heading. */
export const section = (heading, content, beside = '') => html`
  <section class="card"><div class="head"><h2>${heading}</h2>${beside}</div>${content}</section>`;

/**
 * A table. On a narrow screen each row becomes a block, in which every cell says what it is.
 *
 * @param {string} caption what it shows, for those who do not see the heading above it
 * @param {{label: string, numeric?: boolean, short?: boolean, cell: function}[]} columns a short one is not broken
 * @param {object[]} rows
 */
export const table = (caption, columns, rows) => html`
  <div class="scrolling" tabindex="0" role="region" aria-label=${caption}><table>
    <caption class="hidden">${caption}</caption>
    <thead><tr>${columns.map(({ label, numeric }) =>
      html`<th scope="col" class=${numeric ? 'numeric' : ''}>${label}</th>`)}</tr></thead>
    <tbody>${rows.map(row => html`<tr>${columns.map(({ label, numeric, short, cell }, i) => i === 0
      ? html`<th scope="row">${cell(row)}</th>`
      : html`<td class=${numeric ? 'numeric' : short ? 'short' : ''} data-label=${label}>${cell(row)}</td>`)}</tr>`)}</tbody>
  </table></div>`;

/** Numbers side by side, the largest as long as the line. */
export const bars = rows => {
  const most = Math.max(...rows.map(({ count }) => count));
  return html`<ul class="bars">${rows.map(({ label, count, shown, address }) => html`<li>
    <span class="label">${address ? html`<a href=${address}>${label}</a>` : label}</span><span class="value">${shown}</span>
    <svg class="bar-ground" aria-hidden="true"><rect width="${100 * count / most}%" height="100%" rx="3"/></svg></li>`)}</ul>`;
};

/** Leads to the pages before and behind; `at` makes the address of a page from its cursor. */
export const pager = ({ pageInfo, words, previous, next, at }) => pageInfo.hasNextPage || pageInfo.hasPreviousPage
  ? html`<nav class="pager" aria-label=${words}>
    ${pageInfo.hasPreviousPage
      ? html`<a rel="prev" href=${at({ before: pageInfo.startCursor, after: null })}>${previous}</a>` : ''}
    ${pageInfo.hasNextPage ? html`<a rel="next" href=${at({ after: pageInfo.endCursor, before: null })}>${next}</a>` : ''}
  </nav>` : '';
