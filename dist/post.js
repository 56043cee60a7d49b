import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  saveToolCache
} from "./chunks/chunk-KTETM3RU.js";
import "./chunks/chunk-MBWH6A5W.js";
import "./chunks/chunk-VX4HL5QL.js";

// src/post.ts
await saveToolCache(process.env);
