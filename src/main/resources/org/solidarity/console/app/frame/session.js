/** Who is at work here, and on which campaign. */

import { ask } from '../graphql/client.js';

const KEPT = 'crm.campaign';

let viewer;
let campaigns = [];
let chosen;

/** Asks once who is at work. */
export const startSession = async () => {
  const answer = await ask('frame/session');
  viewer = answer.viewer;
  campaigns = answer.campaigns.nodes;
  chosen = campaigns.find(({ id }) => id === localStorage.getItem(KEPT)) ?? campaigns.at(0);
};

export const who = () => viewer;

export const allCampaigns = () => campaigns;

/** The campaign at work; none where the viewer sees none, or nothing of it but its name. */
export const campaign = () => viewer.role === 'ADMINISTRATOR' ? undefined : chosen;

/** Keeps the campaign that an address names, for the addresses that name none. */
export const workOn = id => {
  const found = campaigns.find(one => one.id === id);
  if (found) {
    chosen = found;
    localStorage.setItem(KEPT, id);
  }
};

/** Whether the viewer has a permission of the API. */
export const may = permission => viewer.permissions.includes(permission);

/** Where a viewer of this role begins. */
export const home = () => {
  if (viewer.role === 'ADMINISTRATOR') {
    return '/console/accounts';
  }
  if (!chosen) {
    return '/console/bodies';
  }
  return `/console/campaigns/${chosen.id}/${viewer.role === 'COORDINATOR' ? 'pledges' : 'overview'}`;
};
