#!/usr/bin/env node
// Runs the service contract against a running server: npx lucka-check http://127.0.0.1:8080/api
import { parseArgs } from 'node:util';
import { checkContract, groupNames } from './contract-check/run.js';
import { help, readCheckSettings } from './contract-check/settings.js';

const cannotRun = 2;

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = cannotRun;
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      json: { type: 'boolean' },
      only: { type: 'string', default: groupNames.join() },
    },
  });
  const [address] = positionals;
  if (values.help || !address) {
    console.log(help);
    return values.help ? 0 : cannotRun;
  }
  const only = values.only.split(',');
  const unknown = only.find((name) => !groupNames.includes(name));
  if (unknown) throw new Error(`There is no group ${unknown}, only: ${groupNames.join(' ')}`);
  if (!URL.canParse(address))
    throw new Error(`${address} is no address; give one like http://127.0.0.1:8080/api`);

  const report = await checkContract(readCheckSettings(address, only, process.env));
  console.log(values.json ? JSON.stringify(report.summary(), null, 2) : report.text());
  return report.passes ? 0 : 1;
}
