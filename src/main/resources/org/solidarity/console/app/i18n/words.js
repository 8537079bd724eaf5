/** The words of the console, in the language that its reader chose. */

export const languages = document.querySelector('meta[name=languages]').content.split(' ');

/** Tells that there are other words now. */
export const wordsChanged = new EventTarget();

const KEPT = 'crm.language';

let current = 'en';
let words = {};
let plurals = new Intl.PluralRules('en');

/** The language in use, as BCP 47 writes it. */
export const language = () => current;

/** Begins with the language chosen before, or the first one of the browser's that there is a file for. */
export const startWords = () => {
  const wanted = [localStorage.getItem(KEPT), ...navigator.languages.map(tag => tag.split('-')[0])];
  return load(wanted.find(code => languages.includes(code)) ?? 'en');
};

/** @param {string} code one of the languages */
export const chooseLanguage = async code => {
  localStorage.setItem(KEPT, code);
  await load(code);
  wordsChanged.dispatchEvent(new Event('change'));
};

const load = async code => {
  words = await (await fetch(new URL(`${code}.json`, import.meta.url))).json();
  current = code;
  plurals = new Intl.PluralRules(code);
  document.documentElement.lang = code;
  document.documentElement.dir = words.language.direction;
};

const find = key => key.split('.').reduce((level, part) => level?.[part], words);

/**
 * The words under a key, with values in their places; of a key with plurals, those for `count`.
 *
 * @param {string} key such as `bodies.title`
 * @param {Object<string, string|number>} values
 */
export const t = (key, values = {}) => {
  const found = find(key);
  const text = typeof found === 'object' ? found[plurals.select(values.count)] ?? found.other : found;
  return text === undefined ? key : text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
};

/** The word for a value of an enum of the schema; nothing for null. */
export const word = (type, value) => value ? t(`${type}.${value}`) : '';

/** The values of an enum of the schema, as choices of a field. */
export const choices = (type, values = Object.keys(find(type))) =>
  values.map(value => ({ value, label: word(type, value) }));
