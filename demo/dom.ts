type Child = Node | string | number;

/** An element with text and elements in it; texts stay texts, whatever is in them. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  children: readonly Child[] = [],
  className = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children.map((child) => (typeof child === 'number' ? String(child) : child)));
  return made;
}

/** A table with a header row. */
export function table(
  header: readonly string[],
  rows: readonly (readonly HTMLTableCellElement[])[],
): HTMLElement {
  const head = element('thead', [
    element(
      'tr',
      header.map((text) => headerCell(text)),
    ),
  ]);
  const body = element(
    'tbody',
    rows.map((cells) => element('tr', cells)),
  );
  return element('div', [element('table', [head, body])], 'scroll');
}

function headerCell(text: string): HTMLTableCellElement {
  const cell = element('th', [text]);
  cell.scope = 'col';
  return cell;
}
