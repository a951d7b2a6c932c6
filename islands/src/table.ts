/** The rows of the table: which of them are lit, and which one somebody looks at. */

const ROW = "tr[data-event]";

export class Table {
  constructor(
    private readonly page: Document,
    pointed: (id: string | null) => void,
  ) {
    // On the document: the rows are swapped, their listeners would go with them.
    page.addEventListener("pointerover", (event) => pointed(rowOf(event.target)));
    page.addEventListener("focusin", (event) => pointed(rowOf(event.target)));
    page.addEventListener("focusout", () => pointed(null));
  }

  light(ids: ReadonlySet<string>): void {
    for (const row of this.page.querySelectorAll<HTMLElement>(ROW)) row.classList.toggle("lit", ids.has(row.dataset["event"] ?? ""));
  }
}

function rowOf(target: EventTarget | null): string | null {
  const row = target instanceof Element ? target.closest<HTMLElement>(ROW) : null;
  return row?.dataset["event"] ?? null;
}
