// The heading of the charts.

export function showPlots(page) {
  page.state.watch(['language'], () => { document.getElementById('plots-title').textContent = page.words('plotsTitle'); });
}
