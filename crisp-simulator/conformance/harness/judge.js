// Holds what came over the wire against the client's declarations.

const PLAIN = ["string", "number", "boolean", "object"];

/**
 * Where a value is not what the client declares, as sentences such as "Conversation.topic is null". Fields are named by the
 * declared type that has them, so that one exception covers all places in which such an object travels.
 */
export class Judge {
  #declarations;
  #exceptions;
  #used = new Set();

  /** @param exceptions sentences that are no fault of the simulator, each with the reason */
  constructor(declarations, exceptions) {
    this.#declarations = declarations;
    this.#exceptions = exceptions;
  }

  /** The sentences, but for those that are excepted. */
  faults(type, value, name) {
    return [...new Set(this.#compare(type, value, name))].filter((sentence) => {
      const excepted = sentence in this.#exceptions;
      if (excepted) {
        this.#used.add(sentence);
      }
      return !excepted;
    });
  }

  /** Exceptions that nothing needed: they would hide a later fault. */
  idleExceptions() {
    return Object.keys(this.#exceptions).filter((sentence) => !this.#used.has(sentence));
  }

  #compare(type, value, name) {
    switch (type.kind) {
      case "union":
        return this.#compareUnion(type.alternatives, value, name);
      case "list":
        return Array.isArray(value)
          ? value.flatMap((element) => this.#compare(type.of, element, `${name}[]`))
          : [`${name} is no list`];
      case "literal":
        return value === type.value ? [] : [`${name} is not ${JSON.stringify(type.value)}`];
      case "object":
        return this.#compareObject(type, value, name);
      default:
        return this.#compareNamed(type, value, name);
    }
  }

  // The nearest alternative speaks for all of them: one of the same kind, and of those the one with the fewest faults.
  #compareUnion(alternatives, value, name) {
    const verdicts = alternatives.map((alternative) => this.#compare(alternative, value, name));
    const sameKind = verdicts.filter((verdict) => !verdict.some((fault) => fault.startsWith(`${name} is `)));
    const near = sameKind.length > 0 ? sameKind : verdicts;
    return near.reduce((best, verdict) => (verdict.length < best.length ? verdict : best));
  }

  #compareNamed({ name: typeName, arguments: given }, value, name) {
    if (["any", "unknown"].includes(typeName)) {
      return [];
    }
    if (value === null) {
      return typeName === "null" ? [] : [`${name} is null`];
    }
    if (PLAIN.includes(typeName)) {
      return typeof value === typeName ? [] : [`${name} is no ${typeName}`];
    }
    if (typeName === "Record") {
      return this.#compareObject({ name, fields: {}, others: given[1] }, value, name);
    }
    const declared = this.#declarations.type(typeName);
    return declared ? this.#compare(declared, value, name) : [`${name} is no ${typeName}`];
  }

  #compareObject({ name: typeName, fields, others }, value, name) {
    if (value === null || typeof value !== "object" || Array.isArray(value)) {
      return [value === null ? `${name} is null` : `${name} is no object`];
    }
    const owner = typeName ?? name;
    const missing = Object.entries(fields)
      .filter(([field, { optional }]) => !optional && value[field] === undefined)
      .map(([field]) => `${owner}.${field} is missing`);
    const present = Object.entries(value).flatMap(([field, inner]) => {
      const type = fields[field]?.type ?? others;
      return type ? this.#compare(type, inner, `${owner}.${field}`) : [`${owner}.${field} is unknown to the client`];
    });
    return [...missing, ...present];
  }
}
