/** In: names to try. Out: the page that `npm start` opens first. */
export function demoPage(hosts: readonly string[]): string {
  const links = hosts.map((host) => `<li><a href="https://${host}/">${host}</a></li>`).join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>ICP Filing Guide</title><link rel="icon" href="data:,">
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}</style>
<h1>ICP Filing Guide · 备案指南</h1>
<p>The extension is loaded. Pin its icon to the toolbar and click it here, then on any site.</p>
<p>扩展已加载。请将图标固定到工具栏，在此页点击，再到任意网站点击。</p>
<p>Names to try (links lead to the live web):</p><ul>${links}</ul></html>`;
}
