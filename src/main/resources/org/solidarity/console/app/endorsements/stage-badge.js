import { badge } from '../design/parts.js';
import { t, word } from '../i18n/words.js';

const COLOURS = {
  ADOPTED: 'good', ADOPTED_AS_AMENDED: 'good', SCHEDULED: 'late', RECOMMENDED: 'open', IN_COMMITTEE: 'open', INTRODUCED: 'open',
  DEFEATED: 'bad', RESCINDED: 'bad', OVERRIDDEN: 'bad', EXPIRED: 'bad'
};

/** Where a proceeding stands; null before anything has happened. */
export const stageBadge = stage => stage ? badge(word('Stage', stage), COLOURS[stage]) : badge(t('pipeline.nothing'));
