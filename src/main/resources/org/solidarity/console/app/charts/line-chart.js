import { Chart } from './chart.js';

/** How numbers went from day to day. */
class LineChart extends Chart {
  static properties = { labels: { attribute: false }, series: { attribute: false } };

  options() {
    return {
      color: [this.colour('--accent'), this.colour('--second')],
      grid: { left: 24, right: 24, top: 16, bottom: 4, containLabel: true },
      xAxis: this.axis({ type: 'category', data: this.labels, boundaryGap: false, splitLine: { show: false } }),
      yAxis: this.axis({ type: 'value', minInterval: 1 }),
      series: this.series.map(({ name, values }) => ({ name, data: values, type: 'line', step: 'end', symbolSize: 6,
        lineStyle: { width: 2.5 }, areaStyle: { opacity: 0.12 } }))
    };
  }
}

customElements.define('line-chart', LineChart);
