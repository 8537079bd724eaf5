/** What is recorded on the page of a body. */

import { openForm } from '../design/form-dialog.js';
import { allCampaigns, campaign } from '../frame/session.js';
import { ask, newKey } from '../graphql/client.js';
import { choices, t } from '../i18n/words.js';

/** Corrects what a body is called and where it is. */
export const editBody = (body, done) => openForm({
  title: t('bodies.editTitle', { name: body.displayName }),
  fields: [
    { name: 'name', label: t('bodies.name'), required: true, value: body.name, most: 500 },
    { name: 'acronym', label: t('bodies.acronym'), value: body.acronym, most: 60 },
    { name: 'city', label: t('bodies.city'), value: body.city, most: 200 },
    { name: 'region', label: t('bodies.region'), value: body.region, hint: t('bodies.regionHint'), most: 6 },
    { name: 'country', label: t('bodies.country'), value: body.country, hint: t('bodies.countryHint'), most: 2 },
    { name: 'language', label: t('bodies.language'), value: body.language, most: 35 },
    { name: 'timeZone', label: t('bodies.timeZone'), value: body.timeZone, most: 64 },
    { name: 'website', label: t('bodies.website'), type: 'url', value: body.website }
  ],
  send: async values => (await ask('bodies/change', { input: { id: body.id, expectedVersion: body.version, ...values } },
    'UpdateBody')).updateBody,
  done
});

/** Records that somebody talked with a body, or tried to. */
export const recordInteraction = (body, done) => {
  const idempotencyKey = newKey();
  openForm({
    title: t('bodies.interactTitle', { name: body.displayName }),
    fields: [
      { name: 'campaignId', label: t('frame.campaign'), type: 'select', required: true, value: campaign().id,
        options: allCampaigns().map(({ id, name }) => ({ value: id, label: name })) },
      { name: 'channel', label: t('bodies.channel'), type: 'select', required: true, value: 'PHONE',
        options: choices('InteractionChannel') },
      { name: 'direction', label: t('bodies.direction'), type: 'select', required: true, value: 'OUTBOUND',
        options: choices('InteractionDirection') },
      { name: 'outcome', label: t('bodies.outcome'), type: 'select', required: true, options: choices('InteractionOutcome') },
      { name: 'notes', label: t('bodies.notes'), type: 'textarea', most: 5000 },
      { name: 'callBackAfter', label: t('bodies.callBackAfter'), type: 'datetime-local' }
    ],
    send: async values => (await ask('bodies/change', { input: { idempotencyKey, bodyId: body.id, ...values } },
      'RecordInteraction')).recordInteraction,
    done
  });
};

/** Records when a body meets next. */
export const meetingOf = (body, done) => {
  const idempotencyKey = newKey();
  openForm({
    title: t('bodies.meetTitle', { name: body.displayName }),
    fields: [
      { name: 'kind', label: t('bodies.meetingKind'), type: 'select', required: true, value: 'MEMBERSHIP',
        options: choices('MeetingKind') },
      { name: 'date', label: t('bodies.day'), type: 'date', required: true },
      { name: 'resolutionDeadline', label: t('overview.deadline'), type: 'date' },
      { name: 'place', label: t('bodies.place'), most: 500 },
      { name: 'quorum', label: t('bodies.quorum'), type: 'number' }
    ],
    send: async values => (await ask('bodies/change', { input: { idempotencyKey, bodyId: body.id, ...values } },
      'ScheduleMeeting')).scheduleMeeting,
    done
  });
};
