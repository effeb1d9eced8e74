/**
 * Fetches a file of the folder `shared` beside the repository: real exports and worked answers. Where the
 * folder is absent the test is skipped, and says so.
 */
export async function sharedData(test: Mocha.Context, path: string): Promise<Response> {
  const response = await fetch(`/__shared/${path}`);
  if (!response.ok) {
    console.log(`skipped: ../shared/${path} is not there: ${test.test?.fullTitle() ?? ''}`);
    test.skip();
  }
  return response;
}
