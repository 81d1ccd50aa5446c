/** Finds a Chromium for the journeys, or brings one. Printed by `node scripts/chromium.mjs`. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const DOWNLOAD_LIMIT = 5 * 60_000
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge-stable', 'microsoft-edge']
const PLACES = [
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
    process.env[name] ? [join(process.env[name], 'Google/Chrome/Application/chrome.exe'), join(process.env[name], 'Microsoft/Edge/Application/msedge.exe')] : [],
  ),
]

function runs(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function onSystem() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const ending = process.platform === 'win32' ? '.exe' : ''
  const named = NAMES.flatMap((name) => folders.map((folder) => join(folder, name + ending)))
  return [...named, ...PLACES].find(runs) ?? null
}

async function ofPlaywright() {
  const { chromium } = await import('@playwright/test')
  const file = chromium.executablePath()
  return file && existsSync(file) ? file : null
}

/** @returns {Promise<{ path: string } | { missing: string }>} */
export async function findChromium() {
  const asked = process.env.CHROMIUM_PATH
  if (asked) return runs(asked) ? { path: asked } : { missing: `CHROMIUM_PATH ${asked} is not a program that can be run.` }
  const found = onSystem() ?? (await ofPlaywright()) ?? (await downloaded()) ?? packaged()
  return found ? { path: found } : { missing: 'No Chromium: install one, or set CHROMIUM_PATH to its program.' }
}

async function downloaded() {
  console.log('No Chromium found; asking Playwright for one …')
  const cli = fileURLToPath(new URL('../node_modules/@playwright/test/cli.js', import.meta.url))
  const done = spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 'ignore', 'ignore'], timeout: DOWNLOAD_LIMIT })
  return done.status === 0 ? ofPlaywright() : null
}

/** The system's package manager, where that needs nobody's password; with fonts, so that pictures show Japanese and Chinese. */
function packaged() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !runs('/usr/bin/apt-get')) return null
  console.log('Installing the system package chromium …')
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'ignore'], timeout: DOWNLOAD_LIMIT, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk') ? onSystem() : null
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = await findChromium()
  console.log(found.path ?? found.missing)
  if (!found.path) process.exitCode = 1
}
