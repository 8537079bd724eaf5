/** Begins the console: what may become markup, the words, and then the frame. */

// ECharts clears its place by an empty text; nothing else becomes markup but Lit's templates.
globalThis.trustedTypes?.createPolicy('default', { createHTML: text => text === '' ? '' : null });

const { startWords } = await import('./i18n/words.js');
await startWords();
await import('./frame/crm-app.js');
