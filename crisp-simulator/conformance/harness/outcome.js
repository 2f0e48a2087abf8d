// How something went, in words.

/** What went wrong as one line; empty when nothing did. */
export async function problemOf(action) {
  try {
    await action();
    return "";
  } catch (error) {
    return oneLine(error);
  }
}

// The client rejects with a plain object that has code, message and data.message.
function oneLine(error) {
  return error instanceof Error
    ? error.message.split("\n")[0]
    : `refused with ${error.code} ${error.message}, ${error.data?.message}`;
}
