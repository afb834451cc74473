/** The bare entry of the package builds functions from text, which the content policy forbids; this one does not. */
declare module '@myriaddreamin/typst-ts-renderer/pkg/typst_ts_renderer.mjs' {
  export * from '@myriaddreamin/typst-ts-renderer';
  export { default } from '@myriaddreamin/typst-ts-renderer';
}
declare module '@myriaddreamin/typst-ts-renderer/pkg/typst_ts_renderer_bg.wasm?url' {
  const address: string;
  // eslint-disable-next-line no-restricted-syntax -- the bundler's own form
  export default address;
}
