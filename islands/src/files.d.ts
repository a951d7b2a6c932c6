/** What Vite makes of imports that are no code. */
declare module "*.css";
declare module "*?url" {
  const address: string;
  export default address;
}
declare module "htmx.org" {
  interface Htmx {
    config: Record<string, unknown>;
    ajax(verb: string, path: string, options: unknown): Promise<void>;
  }
  const htmx: Htmx;
  export default htmx;
}
