/** How a proceeding is moved: each stage by an act of its own, which asks for what it needs and nothing else. */

import { openForm } from '../design/form-dialog.js';
import { openChoice } from '../design/choice-dialog.js';
import { ask, newKey } from '../graphql/client.js';
import { date, languageName, today } from '../i18n/format.js';
import { choices, t, word } from '../i18n/words.js';

const decider = ({ decisionBody }, required = false) => ({ name: 'decisionBody', label: t('pipeline.decider'), type: 'select',
  required, value: decisionBody, options: choices('DecisionBody') });

const committee = (proceeding, required) => ({ name: 'committee', label: t('pipeline.committee'), required, most: 300,
  value: proceeding.committee });

const recommendation = { name: 'recommendation', label: () => t('pipeline.recommendation'), type: 'select', required: true };

const meeting = ({ body }) => ({ name: 'meetingId', label: t('pipeline.meeting'), type: 'select', required: true,
  hint: t('pipeline.meetingHint'), options: body.meetings.nodes.filter(({ cancelled }) => !cancelled)
    .map(({ id, kind, date: day }) => ({ value: id, label: `${date(day)}, ${word('MeetingKind', kind)}` })) });

const text = ({ resolution }, required) => ({ name: 'adoptedTextId', label: t('pipeline.text'), type: 'select', required,
  options: (resolution?.versions ?? []).map(({ id, number, language, title }) =>
    ({ value: id, label: `${number}. ${title} (${languageName(language)})` })) });

const into = ({ id: own, campaign }) => ({ name: 'combinedIntoId', label: t('pipeline.into'), type: 'select', required: true,
  options: campaign.proceedings.nodes.filter(({ id }) => id !== own)
    .map(({ id, identifier, body }) => ({ value: id, label: [body.displayName, identifier].filter(Boolean).join(', ') })) });

/** By stage: the operation, the fields beside those that every event has, and whether a reason is needed. */
const MOVES = {
  CONTACTED: { act: 'recordContact', fields: () => [] },
  INTRODUCED: { act: 'introduceResolution', fields: of => [decider(of, true)] },
  IN_COMMITTEE: { act: 'referToCommittee', fields: of => [committee(of, true), decider(of)] },
  RECOMMENDED: { act: 'recordRecommendation', fields: of => [
    { ...recommendation, label: recommendation.label(), options: choices('Recommendation') }, committee(of, !of.committee)] },
  SCHEDULED: { act: 'scheduleVote', fields: of => [meeting(of), decider(of)] },
  ADOPTED: { act: 'adoptResolution', fields: of => [decider(of), text(of, false)] },
  ADOPTED_AS_AMENDED: { act: 'adoptResolution', fields: of => [decider(of), text(of, true)], more: { asAmended: true } },
  DEFEATED: { act: 'defeatResolution', fields: of => [decider(of)], reason: true },
  TABLED: { act: 'tableResolution', fields: () => [], reason: true },
  REFERRED: { act: 'referResolution', fields: () => [
    { name: 'referredTo', label: t('pipeline.referredTo'), required: true, most: 500 }] },
  WITHDRAWN: { act: 'withdrawResolution', fields: () => [], reason: true },
  RULED_OUT_OF_ORDER: { act: 'ruleOutOfOrder', fields: () => [], reason: true },
  COMBINED: { act: 'combineResolution', fields: of => [into(of)] },
  RESCINDED: { act: 'rescindEndorsement', fields: () => [], reason: true },
  OVERRIDDEN: { act: 'overrideEndorsement', fields: () => [
    { name: 'overriddenById', label: t('pipeline.overriddenBy'), type: 'body', required: true }], reason: true },
  EXPIRED: { act: 'expireEndorsement', fields: () => [] }
};

const eventFields = reason => [
  { name: 'event.happenedOn', label: t('pipeline.happenedOn'), type: 'date', value: today(), hint: t('pipeline.happenedOnHint') },
  { name: 'event.reason', label: t('pipeline.reason'), type: 'textarea', required: reason, most: 5000 },
  { name: 'event.evidence', label: t('pipeline.evidence'), type: 'select', required: true, value: 'REPORTED',
    options: choices('Evidence') },
  { name: 'event.sourceName', label: t('pipeline.source'), most: 500 },
  { name: 'event.sourceUrl', label: t('pipeline.sourceUrl'), type: 'url' }
];

const openMove = (proceeding, stage, done) => {
  const { act, fields, reason = false, more = {} } = MOVES[stage];
  const idempotencyKey = newKey();
  openForm({
    title: `${proceeding.body.displayName}: ${word('Stage', stage)}`,
    fields: [...fields(proceeding), ...eventFields(reason)],
    send: async ({ event, ...values }) => (await ask('endorsements/moves', { input: {
      idempotencyKey, proceedingId: proceeding.id, expectedVersion: proceeding.version, ...more, ...values,
      event: { ...event, precision: event.happenedOn ? 'DAY' : 'UNKNOWN' }
    } }, act[0].toUpperCase() + act.slice(1)))[act],
    done
  });
};

/** The stages, of those wished, that a proceeding can be moved to and that there is an act for. */
export const movesOf = ({ nextStages }, wished = Object.keys(MOVES)) =>
  nextStages.filter(stage => stage in MOVES && wished.includes(stage));

/**
 * Asks whereto a proceeding moves, where there is a choice, and for what that needs.
 *
 * @param {string} id the proceeding
 * @param {string[]} [wished] the stages to choose from; all that are allowed where it is not given
 * @param {function} done
 */
export const move = async (id, wished, done) => {
  const { node } = await ask('endorsements/choices', { id, today: today() });
  const stages = movesOf(node, wished);
  if (stages.length === 1) {
    openMove(node, stages[0], done);
  } else {
    openChoice({
      title: t('pipeline.moveTitle', { name: node.body.displayName }),
      before: stages.length === 0 ? t('pipeline.noMove', { stage: word('Stage', node.stage) }) : t('pipeline.moveWhere'),
      options: stages.map(stage => ({ label: word('Stage', stage), take: () => openMove(node, stage, done) }))
    });
  }
};
