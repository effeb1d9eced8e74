/** The text of the first file in a ZIP archive; deflated, as nearly all are. */
export async function unzipped(archive: Uint8Array<ArrayBuffer>): Promise<string> {
  const view = new DataView(archive.buffer);
  // Sizes stand in the directory at the end; a file that was written as a stream does not know its own.
  const end = archive.length - 22;
  const directory = view.getUint32(end + 16, true);
  if (view.getUint32(end, true) !== 0x0605_4b50 || view.getUint16(directory + 10, true) !== 8) {
    throw new Error('no plain archive of deflated files');
  }
  const size = view.getUint32(directory + 20, true);
  const file = view.getUint32(directory + 42, true);
  const start = file + 30 + view.getUint16(file + 26, true) + view.getUint16(file + 28, true);
  const packed = new Blob([archive.slice(start, start + size)]).stream();
  return new Response(packed.pipeThrough(new DecompressionStream('deflate-raw'))).text();
}
