/**
 * Check-ins that were made where there was no connection. They wait in the browser, with ids and without names, and are
 * sent when there is one again; each has a nonce of its own, so that it counts once however often it is sent.
 */

import { ask, newKey } from '../graphql/client.js';

const STORE = 'check-ins';

/** Tells that there are more or fewer of them. */
export const lineChanged = new EventTarget();

let sending = null;

const open = () => new Promise((resolve, reject) => {
  const request = indexedDB.open('crm', 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'nonce' });
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

const inStore = async (mode, act) => {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const request = act(database.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } finally {
    database.close();
  }
};

/** Those that wait. */
export const waiting = () => inStore('readonly', store => store.getAll());

const sendAll = async () => {
  const faults = [];
  for (const input of await waiting()) {
    const { checkIn: { errors } } = await ask('actions/check-in', { input });
    faults.push(...errors);
    await inStore('readwrite', store => store.delete(input.nonce));
    lineChanged.dispatchEvent(new Event('change'));
  }
  return faults;
};

/**
 * Sends those that wait, one after the other.
 *
 * @returns {Promise<object[]>} what was wrong with them
 * @throws {Problem} OFFLINE where there is no connection; they go on waiting then
 */
export const sendWaiting = () => {
  sending ??= sendAll().finally(() => { sending = null; });
  return sending;
};

/** Puts a check-in into the line; it is kept before anything is sent. */
export const checkIn = async input => {
  await inStore('readwrite', store => store.put({ nonce: newKey(), at: new Date().toISOString(), ...input }));
  lineChanged.dispatchEvent(new Event('change'));
};
