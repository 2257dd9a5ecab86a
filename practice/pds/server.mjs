// A real Bluesky server (PDS) and the directory of identities (PLC) it needs, on loopback.
//
// node server.mjs DATA_FOLDER [APP_VIEW_URL]
//
// Prints one JSON line with the addresses once both answer, and ends when standard input closes, so
// that it never outlives the process that started it. The directory is in memory: a data folder
// belongs to one run.

import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import process from 'node:process'

import { PDS } from '@atproto/pds'
import plc from '@did-plc/server'

const LOOPBACK = '127.0.0.1'

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, LOOPBACK, () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

const onLoopback = (server) => {
  const listen = server.app.listen.bind(server.app)
  server.app.listen = (port, ...rest) => listen(port, LOOPBACK, ...rest)
  return server
}

const secret = () => randomBytes(32).toString('hex')

const [dataFolder, appViewUrl] = process.argv.slice(2)
if (!dataFolder) throw new Error('usage: node server.mjs DATA_FOLDER [APP_VIEW_URL]')
const blobFolder = join(dataFolder, 'blobs')
mkdirSync(blobFolder, { recursive: true })

const plcPort = await freePort()
const directory = onLoopback(plc.PlcServer.create({ db: plc.Database.mock(), port: plcPort }))
await directory.start()

const pdsPort = await freePort()
const adminPassword = secret()
const pds = onLoopback(
  await PDS.fromEnv({
    devMode: true,
    port: pdsPort,
    hostname: 'localhost',
    serviceHandleDomains: ['.test'],
    inviteRequired: false,
    dataDirectory: dataFolder,
    blobstoreDiskLocation: blobFolder,
    blobstoreDiskTmpLocation: join(dataFolder, 'blobs-tmp'),
    didPlcUrl: `http://localhost:${plcPort}`,
    enableDidDocWithSession: true,
    bskyAppViewUrl: appViewUrl,
    bskyAppViewDid: appViewUrl && 'did:web:appview.test',
    jwtSecret: secret(),
    adminPassword,
    plcRotationKeyK256PrivateKeyHex: secret(),
    rateLimitsEnabled: false,
  }),
)
await pds.start()

process.stdin.resume()
process.stdin.on('close', async () => {
  await pds.destroy()
  await directory.destroy()
  process.exit(0)
})

const ready = { pds: `http://localhost:${pdsPort}`, plc: `http://localhost:${plcPort}`, adminPassword }
process.stdout.write(`${JSON.stringify(ready)}\n`)
