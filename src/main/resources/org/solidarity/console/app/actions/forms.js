/** What is recorded of an action: answers, who is here, and how many were counted. */

import { openForm } from '../design/form-dialog.js';
import { who } from '../frame/session.js';
import { ask, newKey } from '../graphql/client.js';
import { choices, t } from '../i18n/words.js';

const behalf = { name: 'onBehalfOfId', type: 'body', required: true };

const guests = () => ({ name: 'guests', label: t('actions.withGuests'), type: 'number' });

const shift = ({ shifts }) => shifts.length === 0 ? [] : [{ name: 'shiftId', label: t('actions.shift'), type: 'select',
  options: shifts.map(({ id, name, date, startTime }) => ({ value: id, label: name ?? `${date} ${startTime}` })) }];

/** Records that somebody without a name said whether they come, on behalf of a body. */
export const rsvp = (action, done) => {
  const idempotencyKey = newKey();
  openForm({
    title: t('actions.rsvp'),
    fields: [
      { ...behalf, label: t('actions.behalf'), value: action.host },
      { name: 'answer', label: t('actions.answer'), type: 'select', required: true, value: 'ACCEPTED',
        options: choices('RsvpStatus', ['ACCEPTED', 'TENTATIVE', 'DECLINED']) },
      guests(),
      ...shift(action)
    ],
    send: async values => (await ask('actions/record', { input: { idempotencyKey, actionId: action.id, ...values } }, 'Rsvp')).rsvp,
    done
  });
};

/** Checks in somebody who was not expected; `here` keeps it, and sends it when it can. */
export const someoneHere = (action, here) => openForm({
  title: t('actions.here'),
  fields: [{ ...behalf, label: t('actions.behalf'), value: action.host }, guests(), ...shift(action)],
  submitLabel: t('actions.checkIn'),
  said: t('actions.noted'),
  send: async values => {
    await here(values);
    return { errors: [] };
  }
});

/** Records how many were counted. */
export const recordHeadcount = (action, done) => {
  const idempotencyKey = newKey();
  openForm({
    title: t('actions.count'),
    fields: [
      { name: 'count', label: t('actions.howMany'), type: 'number', required: true },
      { name: 'bodyId', label: t('actions.withBody'), type: 'body', hint: t('actions.withBodyHint') },
      { name: 'method', label: t('actions.method'), type: 'select', required: true, value: 'COUNTED',
        options: choices('HeadcountMethod') },
      { name: 'countedBy', label: t('actions.countedBy'), required: true, value: who().account?.name, most: 200 }
    ],
    send: async values => (await ask('actions/record', { input: { idempotencyKey, actionId: action.id, ...values } },
      'RecordHeadcount')).recordHeadcount,
    done
  });
};
