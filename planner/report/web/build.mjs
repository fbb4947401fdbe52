// Builds the report page: one HTML file with its scripts and styles inside, without its data.
// Used by scripts/build-report-page, which says where it goes.
import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const HERE = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
const TARGET = ['chrome105', 'firefox115', 'safari16.4'];

/** MapLibre's worker becomes a text within the script. */
const workerAsText = {
  name: 'worker as text',
  setup(bundler) {
    bundler.onLoad({ filter: /maplibre-gl-worker\.mjs$/ }, async ({ path }) => ({
      contents: await readFile(path, 'utf8'), loader: 'text' }));
  },
};

async function bundle(entry, options = {}) {
  const { outputFiles, metafile } = await build({ entryPoints: [entry], bundle: true, minify: true, write: false,
    metafile: true, charset: 'utf8', target: TARGET, legalComments: 'none', logLevel: 'warning', absWorkingDir: HERE, ...options });
  return { text: outputFiles[0].text.trim(), inputs: Object.keys(metafile.inputs) };
}

/** The script, with the licences of all packages that are in it as the module "licences". */
async function bundleScript() {
  const withLicences = (text) => ({
    name: 'licences',
    setup(bundler) {
      bundler.onResolve({ filter: /^licences$/ }, () => ({ path: 'licences', namespace: 'licences' }));
      bundler.onLoad({ filter: /.*/, namespace: 'licences' }, () => ({ contents: text, loader: 'text' }));
    },
  });
  const make = (text) => bundle('src/main.js', { format: 'iife', plugins: [workerAsText, withLicences(text)] });
  const { inputs } = await make('');
  return (await make(await readLicences(inputs))).text;
}

async function readLicences(inputs) {
  const packages = new Set(inputs.map((path) => path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1]).filter(Boolean));
  const texts = await Promise.all([...packages].sort().map(readLicence));
  return texts.join('\n\n');
}

async function readLicence(name) {
  const folder = `${HERE}/node_modules/${name}`;
  const { version } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
  const file = (await readdir(folder)).sort().find((one) => /^licen[cs]e/i.test(one));
  if (!file) throw new Error(`${name} has no licence text`);
  return `${name} ${version}\n\n${(await readFile(`${folder}/${file}`, 'utf8')).trim()}`;
}

/** A script within HTML ends at the first "</script", wherever that stands. */
function escapeScript(text) {
  return text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

/** The whole page; `{{data}}` is left for the program to fill. */
export async function buildPage() {
  const page = await readFile(`${HERE}/src/page.html`, 'utf8');
  const parts = {
    style: (await bundle('src/page.css')).text,
    script: escapeScript(await bundleScript()),
    data: '{{data}}',
  };
  const built = page.replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);
  if (built.split('{{data}}').length !== 2) throw new Error('the page must have one place for its data');
  return built;
}

process.stdout.write(await buildPage());
