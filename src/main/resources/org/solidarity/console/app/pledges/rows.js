/** Rows of a spreadsheet as pledges: what each says, and what is wrong with it. */

import { ask, newKey } from '../graphql/client.js';
import { choices, t } from '../i18n/words.js';

/** The columns, in the order in which they are pasted. */
export const COLUMNS = ['body', 'type', 'amount', 'currency', 'due', 'purpose'];

const MONEY = ['MONEY', 'STRIKE_FUND'];

const typeOf = text => choices('PledgeType')
  .find(({ value, label }) => [value, label].some(one => one.toLowerCase() === text.toLowerCase()))?.value;

const bodyOf = async (name, known) => {
  if (!known.has(name)) {
    const { bodies: { nodes } } = await ask('design/pick-body', { search: name });
    const exact = nodes.filter(({ displayName }) => displayName.toLowerCase() === name.toLowerCase());
    const fits = exact.length > 0 ? exact : nodes;
    known.set(name, fits.length === 1 ? { body: fits[0] }
      : { problem: fits.length === 0 ? t('paste.noBody') : t('paste.severalBodies', { names: fits.map(fit => fit.displayName).join(', ') }) });
  }
  return known.get(name);
};

const faultsOf = ({ body, type, amount, currency, due }) => [
  !body.text && t('paste.needsBody'),
  !type && t('paste.noType', { types: choices('PledgeType').map(({ label }) => label).join(', ') }),
  type === 'TURNOUT' && t('paste.noTurnout'),
  !/^\d+(\.\d+)?$/.test(amount) && t('paste.noAmount'),
  MONEY.includes(type) && !/^[A-Z]{3}$/.test(currency) && t('paste.noCurrency'),
  due && !/^\d{4}-\d\d-\d\d$/.test(due) && t('paste.noDay')
].filter(Boolean);

/**
 * Reads what was pasted.
 *
 * @param {string} text rows, their cells with tabs between them
 * @returns {Promise<object[]>} each with its cells, its input for the mutation, and its faults in words
 */
export const readRows = async text => {
  const lines = text.split(/\r?\n/).filter(line => line.trim()).map(line => line.split('\t').map(cell => cell.trim()));
  const known = new Map();
  const rows = [];
  for (const cells of lines) {
    const [name = '', kind = '', amount = '', currency = '', due = '', purpose = ''] = cells;
    const type = typeOf(kind);
    const row = { body: { text: name }, type, amount: amount.replaceAll(/[\s']/g, ''), currency: currency.toUpperCase(), due };
    const faults = faultsOf(row);
    const { body, problem } = name ? await bodyOf(name, known) : {};
    rows.push({ cells, faults: [...faults, problem].filter(Boolean), input: { idempotencyKey: newKey(), bodyId: body?.id, type,
      amount: row.amount, currency: MONEY.includes(type) ? row.currency : null, dueDates: due ? [due] : null,
      purpose: purpose || null } });
  }
  return rows;
};
