#!/usr/bin/env node
// `npx telar …` in the project's folder is `npm run telar -- …`.
process.argv.splice(2, 0, 'telar')
await import('./run.mjs')
