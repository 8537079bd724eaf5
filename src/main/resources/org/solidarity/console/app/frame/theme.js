/** Light or dark: as the system has it, until somebody chooses. */

const KEPT = 'crm.theme';

const dark = matchMedia('(prefers-color-scheme: dark)');

/** Tells that colours are others now. */
export const themeChanged = new EventTarget();

const tell = () => themeChanged.dispatchEvent(new Event('change'));

export const isDark = () => (localStorage.getItem(KEPT) ?? (dark.matches ? 'dark' : 'light')) === 'dark';

export const startTheme = () => {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
};

export const switchTheme = () => {
  localStorage.setItem(KEPT, isDark() ? 'light' : 'dark');
  startTheme();
  tell();
};

dark.addEventListener('change', () => {
  startTheme();
  tell();
});
