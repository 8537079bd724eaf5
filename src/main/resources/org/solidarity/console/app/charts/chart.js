import { LitElement, html } from 'lit';
import { themeChanged } from '../frame/theme.js';

/** ECharts, fetched once where the first chart is shown. */
let echarts;

/**
 * A chart on a canvas. What it shows stands beside it as a table for whoever does not see it, so that the picture itself
 * is passed over by screen readers and the keyboard.
 */
export class Chart extends LitElement {
  #chart;

  #resized = new ResizeObserver(() => this.#chart?.resize());

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    themeChanged.addEventListener('change', this.#draw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    themeChanged.removeEventListener('change', this.#draw);
    this.#resized.disconnect();
    this.#chart?.dispose();
  }

  render() {
    return html`<div class="chart-place" aria-hidden="true"></div>`;
  }

  updated() {
    this.#draw();
  }

  #draw = async () => {
    echarts ??= import('echarts/dist/echarts.esm.min.js');
    const { init } = await echarts;
    const place = this.querySelector('.chart-place');
    if (!this.isConnected || !place) {
      return;
    }
    if (!this.#chart) {
      this.#chart = init(place, null, { renderer: 'canvas' });
      this.#chart.on('click', ({ dataIndex, seriesIndex }) =>
        this.dispatchEvent(new CustomEvent('pick', { detail: { dataIndex, seriesIndex } })));
      this.#resized.observe(place);
    }
    this.#chart.setOption({
      animation: false,
      tooltip: { trigger: 'axis', renderMode: 'richText', backgroundColor: this.colour('--raised'),
        borderColor: this.colour('--line'), textStyle: { color: this.colour('--text') } },
      ...this.options()
    }, true);
    this.dataset.drawn = 'true';
  };

  /** A colour of the style sheets, as it is now. */
  colour(name) {
    const probe = document.createElement('i');
    probe.style.color = `var(${name})`;
    this.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }

  /** How axes look that show these things. */
  axis(of) {
    return {
      axisLabel: { color: this.colour('--muted'), hideOverlap: true },
      axisLine: { lineStyle: { color: this.colour('--line') } },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: this.colour('--line') } },
      ...of
    };
  }
}
