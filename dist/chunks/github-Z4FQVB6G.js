import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  context,
  getOctokit
} from "./chunk-JGAC4WPR.js";
import "./chunk-T5YES73P.js";
import "./chunk-VX4HL5QL.js";
export {
  context,
  getOctokit
};
