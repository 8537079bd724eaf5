/** Asks the API as any client does: documents are the .graphql files beside the pages that use them. */

import { Problem } from './problem.js';

const documents = new Map();

const cookie = name => document.cookie.split('; ').find(pair => pair.startsWith(`${name}=`))?.slice(name.length + 1);

/** @throws {Problem} OFFLINE where there is no connection */
const reach = async (address, options) => {
  try {
    return await fetch(address, options);
  } catch (failure) {
    throw new Problem('OFFLINE', failure.message);
  }
};

/** The text of a document, fetched once; where that fails, it is tried again the next time. */
const text = async name => {
  if (!documents.has(name)) {
    const response = await reach(new URL(`../${name}.graphql`, import.meta.url));
    documents.set(name, await response.text());
  }
  return documents.get(name);
};

/** Posts as our own pages must: with the session's cookie, and the value of the CSRF cookie. */
export const post = (path, body) => reach(path, {
  method: 'POST',
  credentials: 'same-origin',
  headers: {
    'Accept': 'application/graphql-response+json, application/json;q=0.9',
    'Content-Type': 'application/json',
    'X-XSRF-TOKEN': cookie('XSRF-TOKEN') ?? ''
  },
  body: JSON.stringify(body)
});

/** Lets the browser go to the sign-in page, from which it comes back here. */
export const toSignIn = () => location.assign('/sign-in');

/**
 * What the API answers to a document.
 *
 * @param {string} name the file's path without its end, such as `bodies/list`
 * @param {object} variables
 * @param {string} [operationName] which operation, where the file has several
 * @throws {Problem} where there is anything but an answer
 */
export const ask = async (name, variables = {}, operationName = undefined) => {
  const response = await post('/graphql', { query: await text(name), variables, operationName });
  if (response.status === 401) {
    toSignIn();
    throw new Problem('UNAUTHENTICATED', '');
  }
  const { data, errors } = await response.json().catch(() => {
    throw new Problem('UNAVAILABLE', 'no answer of the API');
  });
  if (errors?.length) {
    const [{ message, extensions }] = errors;
    throw new Problem(extensions?.code ?? 'INTERNAL', message, extensions);
  }
  return data;
};

/** A key under which a change is made once, however often it is sent. */
export const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
