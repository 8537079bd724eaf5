/** Numbers, amounts, days and places as the reader's language writes them. */

import { language, t, word } from './words.js';

/** A whole number; a dash where it is not known, which is not zero. */
export const number = value => value === null || value === undefined ? '–'
  : new Intl.NumberFormat(language()).format(value);

/** A share in hundred, from the text of a Decimal. */
export const percent = text => text === null ? '–' : t('format.percent', { value: number(text) });

/**
 * An amount in its unit. It comes as text and is formatted as text, so that no digit is lost.
 *
 * @param {string} text a Decimal
 * @param {'CURRENCY'|'HOURS'|'PEOPLE'} unit
 * @param {?string} currency
 */
export const quantity = (text, unit, currency) => {
  if (unit === 'CURRENCY') {
    return new Intl.NumberFormat(language(), { style: 'currency', currency, currencyDisplay: 'code' }).format(text);
  }
  const value = new Intl.NumberFormat(language(), { maximumFractionDigits: 2 }).format(text);
  return unit === 'HOURS' ? t('format.hours', { value }) : value;
};

const day = text => new Date(`${text.slice(0, 10)}T12:00:00Z`);

/** A Date of the API, which has no time zone. */
export const date = text => text
  ? new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeZone: 'UTC' }).format(day(text)) : '–';

/** The month of a day. */
export const month = text =>
  new Intl.DateTimeFormat(language(), { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(day(text));

/** A moment, where the reader is. */
export const moment = text => text
  ? new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(text)) : '–';

/** Today where the reader is, as the API writes a day. */
export const today = () => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

/** How far a day is from today, in words: yesterday, in 3 days. */
export const distance = text => new Intl.RelativeTimeFormat(language(), { numeric: 'auto' })
  .format(Math.round((day(text) - day(today())) / 86_400_000), 'day');

export const country = code => code ? new Intl.DisplayNames(language(), { type: 'region' }).of(code) : t('place.unknown');

/** What a language calls itself. */
export const languageName = code => new Intl.DisplayNames(code, { type: 'language' }).of(code);

/** A region by its name where we know it, by its code where not. */
export const region = code => {
  const name = word('Region', code);
  return name.startsWith('Region.') ? code : name;
};

/** Where something lies, from the city outwards; a region whose name we know tells its country. */
export const place = ({ city, region: code, country: land }) =>
  [city, code ? region(code) : null, land && region(code ?? '') === (code ?? '') ? country(land) : null]
    .filter(Boolean).join(', ');
