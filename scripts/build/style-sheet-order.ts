import type { Plugin } from 'vite';

/**
 * Vite plugin: a page names its own style sheet after those that it shares with others, as its
 * source does. Vite names the shared ones last, so that they would win where both say something.
 */
export function sheets(): Plugin {
  return {
    name: 'icp-filing-guide:sheets',
    transformIndexHtml: {
      order: 'post',
      handler(html, { path, bundle = {} }) {
        const own = Object.values(bundle).find(
          (one) =>
            one.type === 'asset' && one.fileName.endsWith('.css') && one.originalFileNames.includes(path.slice(1)),
        );
        const link =
          own && html.split('\n').find((line) => line.includes('rel="stylesheet"') && line.includes(own.fileName));
        return link ? html.replace(`${link}\n`, '').replace('  </head>', `${link}\n  </head>`) : html;
      },
    },
  };
}
