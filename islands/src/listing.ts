/** The list of events under the islands: htmx puts another part of it in its place, without loading the page anew. */

import htmx from "htmx.org";
import { withoutBlanks } from "./address.ts";

const LISTING = "#listing";

/** Shows other lists, and tells when one is shown. */
export class Listing {
  constructor(
    private readonly form: HTMLFormElement,
    private readonly shown: () => void,
  ) {
    Object.assign(htmx.config, { history: "reload", includeIndicatorCSS: false });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const asked = withoutBlanks(new URLSearchParams(new FormData(form) as unknown as Record<string, string>));
      void this.show(`?${asked.toString()}`);
    });
    document.addEventListener("click", (event) => this.follow(event));
  }

  /** Show the list of this query, and keep it as the page's address. */
  async show(query: string): Promise<void> {
    const address = query.replace(/^\?$/, "") === "" ? location.pathname : `${location.pathname}${query}`;
    document.querySelector(LISTING)?.setAttribute("aria-busy", "true");
    await htmx.ajax("GET", address, { target: LISTING, select: LISTING, swap: "outerHTML", push: address } as never);
    this.sync();
    this.shown();
  }

  /** Links within the list that lead to another part of it. */
  private follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(`${LISTING} a[data-list]`) : null;
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void this.show(new URL(link.href).search).then(() => document.querySelector<HTMLElement>("#list-status")?.focus());
  }

  /** Write into the form what the address says. */
  private sync(): void {
    const asked = new URLSearchParams(location.search);
    for (const field of this.form.elements) {
      if ((field instanceof HTMLInputElement || field instanceof HTMLSelectElement) && field.name) field.value = asked.get(field.name) ?? "";
    }
  }
}
