/** Takes files that are dropped anywhere on the page or chosen with the input, one at a time; shows `sign` meanwhile. */
export function dropTarget(
  page: Document,
  sign: HTMLElement,
  input: HTMLInputElement,
  take: (file: File) => void,
): void {
  // Entering a child comes before leaving its parent, so only the count tells whether the page was left.
  let entered = 0;
  const over = (count: number): void => {
    entered = count;
    sign.hidden = entered <= 0;
  };
  page.addEventListener('dragenter', (event) => {
    if (holdsFiles(event)) over(entered + 1);
  });
  page.addEventListener('dragleave', (event) => {
    if (holdsFiles(event)) over(entered - 1);
  });
  page.addEventListener('dragover', (event) => {
    // Without this the browser would open the file instead of the page.
    if (holdsFiles(event)) event.preventDefault();
  });
  page.addEventListener('drop', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    over(0);
    const [file] = event.dataTransfer?.files ?? [];
    if (file) take(file);
  });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) take(file);
    // The same file can be chosen again after it was corrected.
    input.value = '';
  });
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
