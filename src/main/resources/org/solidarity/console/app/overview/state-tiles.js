import { html } from 'lit';
import { number, region } from '../i18n/format.js';
import { t } from '../i18n/words.js';

/** Where each state of the US stands, as a row and a column of a grid, so that none is too small to be seen. */
const ROWS = [
  'AK .. .. .. .. .. .. .. .. .. ME',
  '.. .. .. .. .. .. .. .. .. VT NH',
  'WA ID MT ND MN IL WI MI NY RI MA',
  'OR NV WY SD IA IN OH PA NJ CT ..',
  'CA UT CO NE MO KY WV VA MD DE ..',
  '.. AZ NM KS AR TN NC SC DC .. ..',
  '.. .. .. OK LA MS AL GA .. .. ..',
  'HI .. .. TX .. .. .. .. FL .. ..'
].map(row => row.split(' '));

const shade = (bodies, most) => bodies === 0 ? 0 : Math.ceil(4 * bodies / most);

/**
 * Bodies in each state as tiles, and what lies elsewhere below them.
 *
 * @param {{country: ?string, region: ?string, bodies: number}[]} byRegion
 * @param {string} pipeline the address of the pipeline
 */
export const stateTiles = (byRegion, pipeline) => {
  const counts = new Map(byRegion.map(({ region: code, bodies }) => [code, bodies]));
  const states = ROWS.flat().filter(code => code !== '..').map(code => `US-${code}`);
  const most = Math.max(1, ...states.map(code => counts.get(code) ?? 0));
  const elsewhere = byRegion.filter(({ region: code }) => code && !states.includes(code));
  const nowhere = counts.get(null) ?? 0;
  const tile = code => {
    const bodies = counts.get(`US-${code}`) ?? 0;
    const name = `${region(`US-${code}`)}: ${t('overview.bodiesCount', { count: bodies, number: number(bodies) })}`;
    return html`<td class="tile shade-${shade(bodies, most)}">
      <a href="${pipeline}?view=table&region=US-${code}" title=${name} aria-label=${name}
        >${code}<small>${bodies || ''}</small></a></td>`;
  };
  return html`
    <table class="tiles" aria-label=${t('overview.states')}><tbody>
      ${ROWS.map(row => html`<tr>${row.map(code => code === '..' ? html`<td></td>` : tile(code))}</tr>`)}
    </tbody></table>
    <p class="aside">
      ${elsewhere.map(({ region: code, bodies }) => html`${region(code)}: ${number(bodies)} · `)}
      ${nowhere ? t('overview.noRegion', { count: nowhere, number: number(nowhere) }) : ''}
    </p>`;
};
