// Prints what the files of the page weigh, as JSON.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const folder = process.argv[2];
const sizes = { wasm: 0, wasm_brotli: 0, script_brotli: 0 };

for (const name of readdirSync(folder)) {
  const bytes = readFileSync(join(folder, name));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const small = brotliCompressSync(bytes, { params }).length;
  if (name.endsWith(".wasm")) {
    sizes.wasm += bytes.length;
    sizes.wasm_brotli += small;
  } else {
    sizes.script_brotli += small;
  }
}

console.log(JSON.stringify(sizes));
