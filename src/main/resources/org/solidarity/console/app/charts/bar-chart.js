import { Chart } from './chart.js';

/** Parts of sums, side by side; a click on a bar tells which it was. */
class BarChart extends Chart {
  static properties = { labels: { attribute: false }, series: { attribute: false } };

  options() {
    return {
      color: ['--good', '--second', '--muted', '--third'].map(name => this.colour(name)),
      legend: { type: 'scroll', bottom: 0, pageIconColor: this.colour('--muted'), textStyle: { color: this.colour('--muted') } },
      grid: { left: 8, right: 12, top: 16, bottom: 32, containLabel: true },
      xAxis: this.axis({ type: 'category', data: this.labels, splitLine: { show: false },
        axisLabel: { color: this.colour('--muted'), width: 90, overflow: 'truncate' } }),
      yAxis: this.axis({ type: 'value' }),
      series: this.series.map(({ name, values }) => ({ name, data: values, type: 'bar', stack: 'sum', barMaxWidth: 56 }))
    };
  }
}

customElements.define('bar-chart', BarChart);
