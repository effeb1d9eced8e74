/** Hands a file to the browser's downloads. */
export function download(file: Blob, name: string, document: Document): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The click has taken the address; it is let go once the task is over.
  setTimeout(() => URL.revokeObjectURL(url));
}
