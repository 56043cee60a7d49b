import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  require_dist
} from "./chunk-NIPH4ZQ6.js";
import "./chunk-VX4HL5QL.js";
export default require_dist();
