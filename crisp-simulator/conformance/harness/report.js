// The outcome as a page of Markdown: the same outcome gives the same bytes, so that it can be compared.

const INTRODUCTION = `# Conformance

How the simulator does with Crisp's own software: the official Node client, \`crisp-api\` %VERSION%, calls every method it
has and listens to every event it knows. The lists are the client's, not ours: methods come from its prototypes, events from
its \`EventsMap\`. Every answer and every payload is held against the types the client declares; what was written is read
back. This page is made by \`crisp-simulator/conformance/run --write\`, and \`.ci/run\` fails when a run gives another.

- **passed**: called with each of the tiers named, answered, and the answer and its effect are right. Any other of the two
  tiers that a program can have, website and plugin, was refused with 403 \`not_allowed\`.
- **user only**: the same, but only for the tier of Crisp's own apps.
- **not served**: left out on purpose. The call was made and answered 404 \`not_found\`, as Crisp answers unknown routes.
- **received**: caused, and heard by the tiers named and by no other.
- **failed**: anything else. There should be none.
`;

// What may become of each kind, as it is counted.
const KINDS = {
  methods: { title: "Methods", verdicts: ["passed", "user only", "not served", "failed"] },
  events: { title: "Events", verdicts: ["received", "not caused", "failed"] },
  behaviours: { title: "Kinds of behaviour", verdicts: ["passed", "failed"] },
  functions: { title: "Functions of the client itself", verdicts: ["called", "failed"] },
};

/** @param outcome {version, methods, events, behaviours, functions} */
export function report(outcome) {
  const { version, methods, events, behaviours, functions } = outcome;
  const resources = [...new Set(methods.map(({ method }) => method.resource))];
  return [
    INTRODUCTION.replace("%VERSION%", version),
    `## In short\n\n${inShort(outcome)}`,
    "## Methods\n",
    ...resources.map((resource) => `### ${resource}\n\n${methodTable(methods, resource)}`),
    `## Events\n\n${table(["Event", "Heard by", "Result"],
      events.map(({ name, tiers, ...rest }) => [`\`${name}\``, tiers.join(", "), result(rest)]))}`,
    `## Behaviour\n\n${table(["What", "Result"], behaviours.map(({ what, ...rest }) => [what, result(rest)]))}`,
    `## Functions of the client itself\n\n${table(["Function", "Result"],
      functions.map(({ name, ...rest }) => [`\`${name}\``, result(rest)]))}`,
  ].join("\n");
}

/** The same in one line, for whoever runs it. */
export function summary(outcome) {
  return Object.entries(KINDS)
    .map(([kind, { title }]) => `${outcome[kind].length} ${title.toLowerCase()}: ${counts(outcome, kind)}`)
    .join("; ");
}

/** How many things were tried. An event that nothing causes was not. */
export function tried(outcome) {
  return all(outcome).filter(({ verdict }) => verdict !== "not caused").length;
}

/** What failed, one line each. */
export function failures(outcome) {
  return all(outcome)
    .filter(({ verdict }) => verdict === "failed")
    .map(({ method, name, what, why }) => `${method?.id ?? name ?? what}: ${why}`);
}

function all(outcome) {
  return Object.keys(KINDS).flatMap((kind) => outcome[kind]);
}

function counts(outcome, kind) {
  return KINDS[kind].verdicts
    .map((wanted) => `${outcome[kind].filter(({ verdict }) => verdict === wanted).length} ${wanted}`)
    .join(", ");
}

function inShort(outcome) {
  const rows = Object.entries(KINDS).map(([kind, { title }]) => [title, outcome[kind].length, counts(outcome, kind)]);
  return table(["", "All", "Of them"], rows);
}

function methodTable(methods, resource) {
  const rows = methods
    .filter(({ method }) => method.resource === resource)
    .map(({ method, tiers, ...rest }) => [
      `\`${method.service}.${method.name}\``,
      `${method.template.verb} \`${method.template.path}\``,
      tiers.join(", "),
      result(rest),
    ]);
  return table(["Method", "Route", "Tiers", "Result"], rows);
}

function result({ verdict, why }) {
  return why ? `${verdict}: ${why}` : verdict;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line), ""].join("\n");
}
