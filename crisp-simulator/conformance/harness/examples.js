// Arguments for a method that has no check of its own: sensible ones, from the names and types the client declares.

const ID = "5a0d4e0b-1357-4bdf-9ace-02468ace1357";

/** @param known arguments by name, such as websiteID */
export function exampleArguments(parameters, known) {
  return parameters.map(({ name, type }) => known[name] ?? (/ID$/i.test(name) ? ID : exampleOf(type)));
}

function exampleOf(type) {
  if (type.kind === "union") {
    return exampleOf(type.alternatives[0]);
  }
  if (type.kind === "list") {
    return [exampleOf(type.of)];
  }
  return { string: "example", number: 1, boolean: true }[type.name] ?? {};
}
