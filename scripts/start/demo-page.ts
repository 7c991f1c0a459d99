/** Returns the page that `npm start` opens first, with names to try. */
export function demoPage(hosts: readonly string[]): string {
  const links = hosts.map((host) => `<li><a href="https://${host}/">${host}</a></li>`).join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>ICP Filing Guide</title><link rel="icon" href="data:,">
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}</style>
<h1>ICP Filing Guide · 备案指南</h1>
<p>The extension is loaded. Pin its icon to the toolbar and click it here, then on any site.</p>
<p>扩展已加载。请将图标固定到工具栏，在此页点击，再到任意网站点击。</p>
<p>Names to try (links lead to the live web):</p><ul>${links}</ul></html>`;
}

/**
 * Returns a page like those of a console, with a prompt that the extension explains. Our own words
 * but for the prompt.
 */
export function consolePage(): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>备案</title><link rel="icon" href="data:,">
<style>
:root{color-scheme:light dark}
body{margin:0;font:14px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;background:light-dark(#f3f4f7,#10141b);color:light-dark(#222,#ddd)}
main{margin:32px 40px;padding:24px 28px;background:light-dark(#fff,#1a202b);border-radius:4px}
h1{font-size:18px;margin:0 0 18px}
label{display:block;color:light-dark(#666,#9aa)}
input{font:inherit;width:320px;padding:5px 10px;border:1px solid light-dark(#ccc,#445);border-radius:3px;background:transparent;color:inherit}
.error{margin-top:6px;color:light-dark(#c62828,#ff8a80)}
</style>
<main><h1>填写网站信息</h1><label>域名</label><input value="example.io" aria-label="域名"><div class="error">TLD未批复</div></main></html>`;
}
