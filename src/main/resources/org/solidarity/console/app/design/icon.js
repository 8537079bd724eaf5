import { svg, html } from 'lit';

const PATHS = {
  fist: svg`<path d="M7 12V6.5a1.5 1.5 0 0 1 3 0V11m0-5.5a1.5 1.5 0 0 1 3 0V11m0-4.5a1.5 1.5 0 0 1 3 0V12m0-3.500a1.5
    1.5 0 0 1 3 0V14a7 7 0 0 1-7 7h-1a6 6 0 0 1-6-6v-2.500a1.5 1.5 0 0 1 3 0V14"/>`,
  menu: svg`<path d="M4 7h16M4 12h16M4 17h16"/>`,
  overview: svg`<path d="M4 20V11m5.3 9V4m5.4 16v-6M20 20V8"/>`,
  pipeline: svg`<rect x="4" y="4" width="4.5" height="16" rx="1"/><rect x="10" y="4" width="4.5" height="10" rx="1"/>
    <rect x="16" y="4" width="4.5" height="6" rx="1"/>`,
  bodies: svg`<path d="M12 4v4m-6 4V10h12v2M6 12v0M4 14h4v5H4zM10 14h4v5h-4zM16 14h4v5h-4zM12 8v6M10 4h4v4h-4z"/>`,
  pledges: svg`<path d="M12 3v18M16.5 7.500C16 6 14.5 5 12 5 9 5 7.5 6.5 7.5 8.500c0 4.5 9 2.5 9 7 0 2-1.5
    3.5-4.5 3.5-2.5 0-4.2-1-4.7-2.7"/>`,
  actions: svg`<path d="M5 6h14v14H5zM5 10h14M9 3v4m6-4v4"/>`,
  partners: svg`<path d="M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zm-5 8a5 5 0 0 1 10 0m2-8.500a2.5 2.5 0 1 0 0-5M17 14.500a5
    5 0 0 1 3.5 4.5"/>`,
  accounts: svg`<path d="M12 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zm-7 9a7 7 0 0 1 14 0"/>`,
  code: svg`<path d="m8 8-4 4 4 4m8-8 4 4-4 4M14 5l-4 14"/>`,
  sun: svg`<circle cx="12" cy="12" r="4"/><path d="M12 3v2m0 14v2M3 12h2m14 0h2M5.6 5.6 7 7m10 10 1.4 1.400M18.4 5.6
    17 7M7 17l-1.4 1.4"/>`,
  moon: svg`<path d="M19.5 14.500A8 8 0 0 1 9.5 4.500a8 8 0 1 0 10 10z"/>`,
  leave: svg`<path d="M10 4H5v16h5M9 12h11m-4-4 4 4-4 4"/>`,
  search: svg`<circle cx="11" cy="11" r="6"/><path d="m20 20-4.5-4.5"/>`,
  check: svg`<path d="m5 12.5 4.5 4.500L19 7.5"/>`,
  warning: svg`<path d="M12 4 3 20h18zM12 10v5m0 2v.5"/>`,
  close: svg`<path d="m6 6 12 12M18 6 6 18"/>`
};

/** A small picture beside words that say the same; a screen reader passes over it. */
export const icon = name => html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${PATHS[name]}</svg>`;
