/** The package types its bare entry only; that entry looks for `fetch` and a browser, this one takes the engine's bytes. */
declare module '@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler.mjs' {
  export * from '@myriaddreamin/typst-ts-web-compiler';
  export { default } from '@myriaddreamin/typst-ts-web-compiler';
}
