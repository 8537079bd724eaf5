/** What coordinators record of pledges. */

import { openForm } from '../design/form-dialog.js';
import { ask, newKey } from '../graphql/client.js';
import { date, quantity, today } from '../i18n/format.js';
import { choices, t, word } from '../i18n/words.js';

const MONEY = ['MONEY', 'STRIKE_FUND'];

/** As the mutation takes it: a currency with money only, an action with turnout only. */
const inputOf = ({ due, confirmed, type, currency, actionId, ...values }) => ({
  ...values,
  type,
  currency: MONEY.includes(type) ? currency : null,
  actionId: type === 'TURNOUT' ? actionId : null,
  dueDates: due ? [due] : null,
  confirmedOn: confirmed ? today() : null
});

/** Records what a body promises. */
export const recordPledge = (campaign, done) => {
  const idempotencyKey = newKey();
  openForm({
    title: t('pledges.recordTitle'),
    fields: [
      { name: 'bodyId', label: t('bodies.one'), type: 'body', required: true },
      { name: 'type', label: t('pledges.type'), type: 'select', required: true, value: 'MONEY', options: choices('PledgeType') },
      { name: 'amount', label: t('pledges.amount'), type: 'decimal', required: true, hint: t('pledges.amountHint') },
      { name: 'currency', label: t('pledges.currency'), value: campaign.currency, hint: t('pledges.currencyHint'), most: 3 },
      { name: 'due', label: t('pledges.due'), type: 'date' },
      { name: 'purpose', label: t('pledges.purpose'), most: 500 },
      { name: 'actionId', label: t('pledges.action'), type: 'select', hint: t('pledges.actionHint'),
        options: campaign.actions.nodes.map(({ id, title, schedule }) =>
          ({ value: id, label: `${title}, ${date(schedule.startDate)}` })) },
      { name: 'confirmed', label: t('pledges.confirmed'), type: 'check', value: true }
    ],
    send: async values => (await ask('pledges/record', { input: { idempotencyKey, campaignId: campaign.id, ...inputOf(values) } },
      'RecordPledge')).recordPledge,
    said: t('pledges.recorded'),
    done
  });
};

/** Records what came of a pledge. */
export const recordDelivery = ({ id, body, purpose, type, amounts }, done) => {
  const idempotencyKey = newKey();
  openForm({
    title: t('pledges.deliveryTitle', { what: purpose ?? word('PledgeType', type), name: body?.displayName ?? '' }),
    fields: [
      { name: 'amount', label: t('pledges.amount'), type: 'decimal', required: true, value: amounts.outstanding,
        hint: t('pledges.stillOpen', { amount: quantity(amounts.outstanding, amounts.unit, amounts.currency) }) },
      { name: 'effectiveOn', label: t('bodies.day'), type: 'date', required: true, value: today() },
      { name: 'method', label: t('pledges.method'), type: 'select', options: choices('FulfilmentMethod') },
      { name: 'reference', label: t('pledges.reference'), most: 200 }
    ],
    send: async values => (await ask('pledges/record', { input: { idempotencyKey, pledgeId: id, currency: amounts.currency,
      ...values } }, 'RecordFulfilment')).recordFulfilment,
    said: t('pledges.deliveryDone'),
    done
  });
};
