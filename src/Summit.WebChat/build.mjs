// Makes dist/: the page and its assets, named by their content and compressed. Run by the build of Summit.Bot, or with `npm run build`.
// What fails is told in one line on standard error.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = dirname(fileURLToPath(import.meta.url));
const installed = join(root, 'node_modules', '.package-lock.json');
const target = join(root, 'dist');
const made = `${target}.new`;

try {
  if (Number(process.versions.node.split('.')[0]) < 20) throw new Error(`it needs Node.js 20 or later, and this is ${process.versions.node}`);
  install();
  await build();
} catch (error) {
  console.error(String(error.message).split('\n')[0]);
  process.exit(1);
}

function install() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const stamp = join(root, 'node_modules', '.summit-lock');
  const hash = hashOf(lock);
  if (existsSync(installed) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  say('Installing the packages of the web chat with npm, for the first time or because they have changed…');
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--fetch-retries=1', '--loglevel=error'], {
    cwd: root, encoding: 'utf8', shell: process.platform === 'win32'
  });
  if (npm.error) throw new Error(`npm could not be started (${npm.error.code})`);
  if (npm.status !== 0) throw new Error(`npm ci failed: ${npm.stderr.split('\n').find(line => line.trim()) ?? npm.status}`);
  writeFileSync(stamp, hash);
}

async function build() {
  const { build: bundle } = await import('esbuild');
  rmSync(made, { recursive: true, force: true });
  mkdirSync(join(made, 'assets'), { recursive: true });
  const result = await bundle({
    entryPoints: [join(root, 'src', 'main.js'), join(root, 'src', 'style.css')],
    bundle: true, minify: true, format: 'esm', target: 'es2022', outdir: made, write: false, logLevel: 'silent'
  });
  const webchat = join(root, 'node_modules', 'botframework-webchat', 'dist', 'webchat.js');
  const names = {
    // Without the reference to a source map of 10 MB that is not shipped.
    webchat: add('webchat.js', Buffer.from(readFileSync(webchat, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/u, '\n'))),
    ...Object.fromEntries(result.outputFiles.map(file => [basename(file.path, extname(file.path)), add(basename(file.path), Buffer.from(file.contents))]))
  };
  add('webchat.js.LICENSE.txt', readFileSync(`${webchat}.LICENSE.txt`), false);
  const page = readFileSync(join(root, 'src', 'index.html'), 'utf8').replace(/\{\{(main|style|webchat)\}\}/gu, (_, name) => `/assets/${names[name]}`);
  writeFileSync(join(made, 'index.html'), page);
  rmSync(target, { recursive: true, force: true });
  renameSync(made, target);
}

/** Writes an asset and its compressed forms; returns its name, with a part that changes with the content. */
function add(name, content, fingerprinted = true) {
  const extension = extname(name);
  const named = fingerprinted ? `${basename(name, extension)}-${hashOf(content).slice(0, 12)}${extension}` : name;
  const path = join(made, 'assets', named);
  writeFileSync(path, content);
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }));
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
  return named;
}

/** Past the build, which keeps the output to itself until the end. */
function say(text) {
  try {
    writeFileSync(process.platform === 'win32' ? '\\\\.\\CONOUT$' : '/dev/tty', `${text}\n`);
  } catch {
    // Nobody is watching.
  }
}

function hashOf(content) {
  return createHash('sha256').update(content).digest('hex');
}
