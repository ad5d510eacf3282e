/** The checker of own records, made at build time from `data/schema/own.schema.json`; see `esbuild.mjs`. */
declare module "own-schema" {
  import type { ValidateFunction } from "ajv";

  export const validate: ValidateFunction;
  export default validate;
}
