#!/usr/bin/env node
// Audits pages, with Lucka's elements or without: npx lucka-audit https://test.agency.example/my-page
import { main } from './audit/main.js';

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
