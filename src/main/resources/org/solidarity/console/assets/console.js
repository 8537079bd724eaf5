'use strict';

(() => {
  const ALLOWED = new Set(['A', 'B', 'BLOCKQUOTE', 'BR', 'CODE', 'EM', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'HR', 'I',
    'LI', 'OL', 'P', 'PRE', 'S', 'SPAN', 'STRONG', 'TABLE', 'TBODY', 'TD', 'TH', 'THEAD', 'TR', 'UL']);

  // GraphiQL shows the descriptions of the schema as markup: of it, only what text needs is let through.
  if (window.trustedTypes) {
    const inert = trustedTypes.createPolicy('inert', { createHTML: text => text });
    trustedTypes.createPolicy('default', {
      createHTML: text => {
        const parsed = new DOMParser().parseFromString(inert.createHTML(text), 'text/html');
        for (const element of parsed.body.querySelectorAll('*')) {
          if (!ALLOWED.has(element.tagName)) {
            element.remove();
            continue;
          }
          for (const { name, value } of [...element.attributes]) {
            if (!(name === 'class' || (name === 'href' && /^https?:\/\//.test(value)))) {
              element.removeAttribute(name);
            }
          }
        }
        return parsed.body.innerHTML;
      }
    });
  }

  const cookie = name => document.cookie.split('; ').map(pair => pair.split('=')).find(([key]) => key === name)?.[1];

  const toSignIn = () => location.assign('/sign-in');

  const post = (path, body, accept = 'application/graphql-response+json, application/json;q=0.9', signal) => fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'Accept': accept,
      'Content-Type': 'application/json',
      'X-XSRF-TOKEN': cookie('XSRF-TOKEN') ?? ''
    },
    body: JSON.stringify(body),
    signal
  });

  const ask = async body => {
    const response = await post('/graphql', body);
    if (response.status === 401) {
      toSignIn();
    }
    return response.json();
  };

  const answers = async function* (body, signal) {
    try {
      const response = await post('/graphql', body, 'text/event-stream', signal);
      if (response.status === 401) {
        toSignIn();
      }
      if (!response.headers.get('Content-Type').startsWith('text/event-stream')) {
        yield await response.json();
        return;
      }
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      let text = '';
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        const events = (text + read.value).split('\n\n');
        text = events.pop();
        for (const event of events.filter(some => some.startsWith('event: next\n'))) {
          yield JSON.parse(event.slice(event.indexOf('data: ') + 'data: '.length));
        }
      }
    } catch (failure) {
      if (!signal.aborted) {
        throw failure;
      }
    }
  };

  // A subscription is an event stream, which ends when nobody wants its answers any more.
  const listen = body => {
    const stop = new AbortController();
    const told = answers(body, stop.signal);
    return {
      [Symbol.asyncIterator]: () => ({
        next: () => told.next(),
        return: async () => {
          stop.abort();
          return { done: true, value: undefined };
        }
      })
    };
  };

  const isSubscription = ({ operationName }, { documentAST }) => documentAST?.definitions.some(some =>
    some.operation === 'subscription' && (!operationName || some.name?.value === operationName));

  // What was typed is kept only while the page is open: nothing stays behind on a shared computer.
  const memory = () => {
    const kept = new Map();
    return {
      get length() {
        return kept.size;
      },
      getItem: key => kept.get(key) ?? null,
      setItem: (key, value) => kept.set(key, String(value)),
      removeItem: key => kept.delete(key),
      clear: () => kept.clear()
    };
  };

  const start = async () => {
    document.getElementById('sign-out').addEventListener('click', () => post('/sign-out', {}).then(toSignIn));
    const examples = await (await fetch('/graphiql/examples', { credentials: 'same-origin' })).json();
    const root = ReactDOM.createRoot(document.getElementById('graphiql'));
    root.render(React.createElement(GraphiQL, {
      fetcher: (body, options) => isSubscription(body, options) ? listen(body) : ask(body),
      storage: memory(),
      defaultTabs: examples.map(query => ({ query })),
      isHeadersEditorEnabled: false,
      shouldPersistHeaders: false
    }));
    const { data } = await ask({ query: '{ viewer { role account { name } } }' });
    document.getElementById('viewer').textContent = `${data.viewer.account.name}, ${data.viewer.role.toLowerCase()}`;
  };

  start();
})();
