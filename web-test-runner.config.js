import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { chromeArguments, findChrome } from './tools/browsers/chrome.js';
import { findFirefox } from './tools/browsers/firefox.js';
import { hasWebKit, webKitLauncher } from './tools/browsers/webkit.js';
import { contentDevServer } from './tools/content-plugin.js';
import { pseudoLanguageDevServer } from './tools/pseudo-language-plugin.js';

/**
 * A page in which the size of the window can be set in older versions too: they know the size, not the orientation that
 * Puppeteer sets after it.
 *
 * @param {{ context: import('puppeteer-core').BrowserContext }} where
 */
async function firefoxPage({ context }) {
  const page = await context.newPage();
  const setViewport = page.setViewport.bind(page);
  page.setViewport = (size) =>
    setViewport(size).catch((/** @type {unknown} */ error) => {
      if (!String(error).includes('setScreenOrientationOverride')) throw error;
    });
  return page;
}

/** The same tests in every browser that is here; BROWSERS=chromium,firefox,webkit chooses. */
/** @type {Record<string, { isHere: boolean, launch: () => any }>} */
const launchers = {
  chromium: {
    isHere: Boolean(findChrome()),
    launch: () =>
      chromeLauncher({ launchOptions: { executablePath: findChrome(), args: chromeArguments } }),
  },
  firefox: {
    isHere: Boolean(findFirefox()),
    launch: () =>
      chromeLauncher({
        puppeteer: puppeteerCore,
        launchOptions: { browser: 'firefox', executablePath: findFirefox(), headless: true },
        createPage: firefoxPage,
      }),
  },
  webkit: { isHere: hasWebKit(), launch: webKitLauncher },
};

const wanted =
  process.env['BROWSERS']?.split(',') ??
  Object.keys(launchers).filter((name) => launchers[name]?.isHere);

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  // Those that need no browser run in Node: tools/pure-tests.js.
  files: ['test/**/*.test.ts', '!test/**/*.node.test.ts'],
  nodeResolve: { exportConditions: ['browser', 'development'] },
  browsers: wanted.map((name) => launchers[name]?.launch()),
  concurrentBrowsers: 1,
  concurrency: 1,
  plugins: [
    contentDevServer(),
    pseudoLanguageDevServer(),
    esbuildPlugin({ ts: true, tsconfig: './tsconfig.json', target: 'es2022' }),
  ],
  // What Lit says only in its development build.
  filterBrowserLogs: ({ args }) => !args.some((text) => /lit\.dev\/msg\//.test(String(text))),
  testFramework: { config: { timeout: 10_000 } },
  testsFinishTimeout: 300_000,
};
