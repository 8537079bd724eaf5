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

  const post = (path, body) => fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'Accept': 'application/graphql-response+json, application/json;q=0.9',
      'Content-Type': 'application/json',
      'X-XSRF-TOKEN': cookie('XSRF-TOKEN') ?? ''
    },
    body: JSON.stringify(body)
  });

  const ask = async body => {
    const response = await post('/graphql', body);
    if (response.status === 401) {
      toSignIn();
    }
    return response.json();
  };

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
      fetcher: ask,
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
