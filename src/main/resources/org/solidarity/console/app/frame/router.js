/** Which page an address shows. Every view and every filter has its address, which can be sent to others. */

/** Tells that the address is another one. */
export const addressChanged = new EventTarget();

/**
 * A page and its address; parts of the path that begin with a colon are parameters.
 *
 * @typedef {{path: string, tag: string, section: string, load: function(): Promise}} Route
 */

/** @type {Route[]} */
const routes = [
  { path: '/console/campaigns/:campaign/overview', tag: 'overview-page', section: 'overview',
    load: () => import('../overview/overview-page.js') },
  { path: '/console/campaigns/:campaign/pipeline', tag: 'pipeline-page', section: 'pipeline',
    load: () => import('../endorsements/pipeline-page.js') },
  { path: '/console/campaigns/:campaign/pledges', tag: 'pledges-page', section: 'pledges',
    load: () => import('../pledges/pledges-page.js') },
  { path: '/console/campaigns/:campaign/pledges/paste', tag: 'paste-page', section: 'pledges',
    load: () => import('../pledges/paste-page.js') },
  { path: '/console/campaigns/:campaign/actions', tag: 'actions-page', section: 'actions',
    load: () => import('../actions/actions-page.js') },
  { path: '/console/actions/:id', tag: 'action-page', section: 'actions', load: () => import('../actions/action-page.js') },
  { path: '/console/proceedings/:id', tag: 'proceeding-page', section: 'pipeline',
    load: () => import('../endorsements/proceeding-page.js') },
  { path: '/console/bodies', tag: 'bodies-page', section: 'bodies', load: () => import('../bodies/bodies-page.js') },
  { path: '/console/bodies/:id', tag: 'body-page', section: 'bodies', load: () => import('../bodies/body-page.js') },
  { path: '/console/accounts', tag: 'accounts-page', section: 'accounts',
    load: () => import('../administration/accounts-page.js') },
  { path: '/console/partners', tag: 'partners-page', section: 'partners',
    load: () => import('../administration/partners-page.js') },
  { path: '/console/missing', tag: 'missing-page', section: '', load: () => import('./missing-page.js') }
];

const match = (path, pattern) => {
  const parts = pattern.split('/');
  const given = path.replace(/\/$/, '').split('/');
  const fits = parts.length === given.length
    && parts.every((part, i) => part.startsWith(':') ? given[i] !== '' : part === given[i]);
  return fits ? Object.fromEntries(parts.map((part, i) => [part, given[i]]).filter(([part]) => part.startsWith(':'))
    .map(([part, value]) => [part.slice(1), decodeURIComponent(value)])) : null;
};

/** Where the browser is: the route with its parameters and the query of the address. */
export const here = () => {
  const found = routes.map(route => ({ route, parameters: match(location.pathname, route.path) }))
    .find(({ parameters }) => parameters !== null);
  const { route, parameters } = found ?? { route: routes.at(-1), parameters: {} };
  return { ...route, parameters, query: Object.fromEntries(new URLSearchParams(location.search)) };
};

/** Goes to an address of the console. */
export const go = (address, { replace = false } = {}) => {
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  addressChanged.dispatchEvent(new Event('change'));
};

/** The present address with another query; empty values are left out. */
export const withQuery = changes => {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === undefined || value === '') {
      query.delete(name);
    } else {
      query.set(name, value);
    }
  }
  const text = query.toString();
  return location.pathname + (text ? `?${text}` : '');
};

const PAGE = 25;

/** The part of a list that an address names, as the arguments of a connection. */
export const pageOf = ({ after, before }) => before ? { last: PAGE, before } : { first: PAGE, after };

const isOurs = anchor => anchor && anchor.origin === location.origin && !anchor.target
  && !anchor.hasAttribute('download') && anchor.pathname.startsWith('/console');

/** Follows links of the console without loading it anew. */
export const startRouter = () => {
  addEventListener('popstate', () => addressChanged.dispatchEvent(new Event('change')));
  document.addEventListener('click', event => {
    const anchor = event.target.closest?.('a[href]');
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (plain && !event.defaultPrevented && isOurs(anchor) && !anchor.hash) {
      event.preventDefault();
      go(anchor.pathname + anchor.search);
    }
  });
};
