// What the client itself says about answers and events: its TypeScript declarations, read as they are shipped. The client
// checks nothing at run time, so these declarations are its only opinion on shapes.
import { readFileSync } from "node:fs";

const TOKEN = /"[^"]*"|`[^`]*`|[A-Za-z_$][\w$]*|-?\d+|=>|[{}()[\];:,?|&<>=.]/g;
const COMMENT = /\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm;

/** The declarations of some files. Nothing is parsed before it is asked for: most of it never is. */
export class Declarations {
  #tokens = [];
  #starts = new Map();
  #methods = new Map();

  constructor(files) {
    for (const file of files) {
      this.#read(readFileSync(file, "utf8").replace(COMMENT, "").match(TOKEN) ?? []);
    }
  }

  /** The type of this name, as a tree of plain objects; undefined when there is none. */
  type(name) {
    return this.#starts.has(name) ? this.#declared(name) : undefined;
  }

  /** What a method promises to answer, and its parameters as {name, type}. */
  method(resource, name) {
    const start = this.#methods.get(`${resource}.${name}`);
    if (start === undefined) {
      throw new Error(`the client does not declare ${resource}.${name}`);
    }
    const parser = new Parser(this.#tokens, start);
    const parameters = parser.parameters();
    parser.expect(":");
    const promise = parser.type();
    return { parameters, answer: promise.arguments[0] };
  }

  #read(tokens) {
    const offset = this.#tokens.length;
    this.#tokens.push(...tokens);
    for (let at = 0; at < tokens.length; at++) {
      if (["interface", "type", "enum"].includes(tokens[at]) && /^[A-Z]/.test(tokens[at + 1])) {
        this.#starts.set(tokens[at + 1], offset + at);
      } else if (tokens[at] === "class" && tokens[at + 2] === "extends") {
        this.#readMethods(tokens[at + 1], offset + at);
      }
    }
  }

  // A class of the client is a list of methods, each `name(parameters): Promise<answer>;`.
  #readMethods(resource, start) {
    const end = this.#tokens.indexOf("export", start);
    for (let at = start; at < (end < 0 ? this.#tokens.length : end); at++) {
      if (this.#tokens[at + 1] === "(" && [";", "{"].includes(this.#tokens[at - 1])) {
        this.#methods.set(`${resource}.${this.#tokens[at]}`, at + 1);
      }
    }
  }

  #declared(name) {
    const start = this.#starts.get(name);
    const parser = new Parser(this.#tokens, start + 2);
    switch (this.#tokens[start]) {
      case "type":
        parser.expect("=");
        return named(parser.type(), name);
      case "enum":
        return parser.members(name);
      default:
        return this.#interface(parser, name);
    }
  }

  #interface(parser, name) {
    const parents = parser.accept("extends") ? parser.names() : [];
    const own = parser.object();
    const fields = parents.map((parent) => this.type(parent).fields);
    return { ...own, name, fields: Object.assign({}, ...fields, own.fields) };
  }
}

function named(type, name) {
  return type.kind === "object" ? { ...type, name } : type;
}

/** Reads one type after the other, from a place in the tokens. */
class Parser {
  #tokens;
  #at;

  constructor(tokens, at) {
    this.#tokens = tokens;
    this.#at = at;
  }

  accept(token) {
    const there = this.#tokens[this.#at] === token;
    this.#at += there ? 1 : 0;
    return there;
  }

  expect(token) {
    if (!this.accept(token)) {
      throw new Error(`the client's declarations have ${this.#tokens[this.#at]} where ${token} is expected`);
    }
  }

  next() {
    return this.#tokens[this.#at++];
  }

  names() {
    const names = [this.next()];
    while (this.accept(",")) {
      names.push(this.next());
    }
    return names;
  }

  parameters() {
    const parameters = [];
    this.expect("(");
    while (!this.accept(")")) {
      const name = this.next();
      this.accept("?");
      this.expect(":");
      parameters.push({ name, type: this.type() });
      this.accept(",");
    }
    return parameters;
  }

  type() {
    this.accept("|");
    const alternatives = [this.#listed()];
    while (this.accept("|")) {
      alternatives.push(this.#listed());
    }
    return alternatives.length === 1 ? alternatives[0] : { kind: "union", alternatives };
  }

  #listed() {
    let type = this.#single();
    while (this.accept("[")) {
      this.expect("]");
      type = { kind: "list", of: type };
    }
    return type;
  }

  #single() {
    if (this.accept("(")) {
      const type = this.type();
      this.expect(")");
      return type;
    }
    if (this.#tokens[this.#at] === "{") {
      return this.object();
    }
    const token = this.next();
    if (/^["\d-]/.test(token)) {
      return { kind: "literal", value: JSON.parse(token) };
    }
    // A template such as `urn:${string}` is a string to us.
    return token.startsWith("`") ? { kind: "name", name: "string", arguments: [] } : this.#reference(token);
  }

  #reference(name) {
    const given = [];
    if (this.accept("<")) {
      do {
        given.push(this.type());
      } while (this.accept(","));
      this.expect(">");
    }
    return { kind: "name", name, arguments: given };
  }

  object() {
    const fields = {};
    let others = null;
    this.expect("{");
    while (!this.accept("}")) {
      if (this.accept("[")) {
        others = this.#index();
      } else {
        const name = this.next().replaceAll('"', "");
        const optional = this.accept("?");
        this.expect(":");
        fields[name] = { type: this.type(), optional };
      }
      this.accept(";");
    }
    return { kind: "object", name: null, fields, others };
  }

  #index() {
    this.next();
    this.expect(":");
    this.type();
    this.expect("]");
    this.expect(":");
    return this.type();
  }

  /** The members of an enum, as the values they stand for. */
  members() {
    const alternatives = [];
    this.expect("{");
    while (!this.accept("}")) {
      this.next();
      this.expect("=");
      alternatives.push({ kind: "literal", value: JSON.parse(this.next()) });
      this.accept(",");
    }
    return { kind: "union", alternatives };
  }
}
