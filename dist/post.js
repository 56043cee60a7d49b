import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  saveToolCache
} from "./chunks/chunk-HLGHQCS6.js";
import "./chunks/chunk-MBWH6A5W.js";
import "./chunks/chunk-5XWL5JNG.js";

// src/post.ts
await saveToolCache(process.env);
