import { openForm } from '../design/form-dialog.js';
import { ask, newKey } from '../graphql/client.js';
import { t } from '../i18n/words.js';

/** Opens a proceeding of a body in a campaign. */
export const openProceeding = (campaignId, body, done) => {
  const idempotencyKey = newKey();
  openForm({
    title: t('pipeline.openTitle', { name: body.displayName }),
    fields: [
      { name: 'identifier', label: t('pipeline.identifier'), hint: t('pipeline.identifierHint'), most: 200 },
      { name: 'sponsors', label: t('pipeline.sponsors'), most: 1000 }
    ],
    send: async values => (await ask('endorsements/open', { input: { idempotencyKey, campaignId, bodyId: body.id, ...values } }))
      .openProceeding,
    done
  });
};
