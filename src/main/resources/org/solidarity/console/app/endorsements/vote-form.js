import { openForm } from '../design/form-dialog.js';
import { ask, newKey } from '../graphql/client.js';
import { today } from '../i18n/format.js';
import { choices, t } from '../i18n/words.js';

const COUNTS = ['yes', 'no', 'abstain', 'notVoting', 'eligible'];

/** Records how a body voted; a count that is left empty is not known, which is not zero. */
export const recordVote = ({ id, body }, done) => {
  const idempotencyKey = newKey();
  openForm({
    title: t('vote.title', { name: body.displayName }),
    fields: [
      { name: 'vote.result', label: t('vote.result'), type: 'select', required: true, options: choices('VoteResult') },
      ...COUNTS.map(name => ({ name: `vote.${name}`, label: t(`vote.${name}`), type: 'number' })),
      { name: 'vote.heldOn', label: t('vote.heldOn'), type: 'date', value: today() },
      { name: 'vote.method', label: t('vote.method'), type: 'select', options: choices('VoteMethod') },
      { name: 'vote.requirement', label: t('vote.requirement'), type: 'select', options: choices('VoteRequirement') },
      { name: 'vote.evidence', label: t('pipeline.evidence'), type: 'select', required: true, value: 'REPORTED',
        options: choices('Evidence') },
      { name: 'vote.sourceName', label: t('pipeline.source'), most: 500 }
    ],
    send: async values => (await ask('endorsements/vote', { input: { idempotencyKey, proceedingId: id, ...values } })).recordVote,
    done
  });
};
