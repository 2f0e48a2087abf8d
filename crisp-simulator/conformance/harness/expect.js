// What an answer must look like, in words that can be read in a check.
import assert from "node:assert/strict";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const is = (what, holds) => (value, place) =>
  assert.ok(holds(value), `${place} is ${shown(value)}, not ${what}`);

export const text = is("a string", (value) => typeof value === "string");
export const flag = is("a boolean", (value) => typeof value === "boolean");
export const number = is("a number", (value) => typeof value === "number");
export const count = is("a count", (value) => Number.isInteger(value) && value >= 0);
export const fingerprint = is("a fingerprint", (value) => Number.isSafeInteger(value) && value > 0);
export const millis = is("a time in ms", (value) => Number.isInteger(value) && value > 1e12 && value < 1e13);
export const uuid = is("a UUID", (value) => UUID.test(value));
export const sessionId = is("a session_id", labelled("session"));
// As in the examples of the client.
export const browsingId = is("a browsing_id", labelled("browsing"));
export const callId = is("a call_id", labelled("call"));
export const map = is("a flat map", (value) =>
  isObject(value) && Object.values(value).every((inner) => ["string", "number", "boolean"].includes(typeof inner)));
export const anything = () => {};

export const oneOf = (...values) => is(`one of ${values.join(", ")}`, (value) => values.includes(value));
export const nullable = (shape) => (value, place) => value === null || conforms(value, shape, place);
/** May be absent; null only where it says so too. */
export const optional = (shape) => (value, place) => value === undefined || conforms(value, shape, place);
export const listOf = (shape) => (value, place) => {
  assert.ok(Array.isArray(value), `${place} is ${shown(value)}, not a list`);
  value.forEach((element) => conforms(element, shape, `${place}[]`));
};

/** Fails where the value is not of the shape: one of the words above, or an object of them. Further fields may be there. */
export function conforms(value, shape, place = "the answer") {
  if (typeof shape === "function") {
    shape(value, place);
    return;
  }
  assert.ok(isObject(value), `${place} is ${shown(value)}, not an object`);
  for (const [field, inner] of Object.entries(shape)) {
    conforms(value[field], inner, `${place}.${field}`);
  }
}

/** Fails unless the value is exactly this. */
export function same(value, expected, place = "the answer") {
  assert.deepEqual(value, expected, `${place} is ${shown(value)}, not ${shown(expected)}`);
}

/** Fails where the value lacks something of the expected; lists must be as long, and each element contain its like. */
export function contains(value, expected, place = "the answer") {
  if (Array.isArray(expected)) {
    const alike = Array.isArray(value) && value.length === expected.length;
    assert.ok(alike, `${place} is ${shown(value)}, not ${shown(expected)}`);
    expected.forEach((element, index) => contains(value[index], element, `${place}[${index}]`));
    return;
  }
  if (!isObject(expected)) {
    same(value, expected, place);
    return;
  }
  assert.ok(isObject(value), `${place} is ${shown(value)}, not an object`);
  for (const [field, inner] of Object.entries(expected)) {
    contains(value[field], inner, `${place}.${field}`);
  }
}

/** Whether the value has all of the expected. */
export function has(value, expected) {
  try {
    contains(value, expected);
    return true;
  } catch {
    return false;
  }
}

/** Fails unless the call is refused with this status, and this reason when one is given: a HEAD has none. */
export async function refused(call, code, reason) {
  let answer;
  try {
    answer = await call;
  } catch (error) {
    // The client rejects with a plain object; an Error is a mistake of the check.
    if (error instanceof Error) {
      throw error;
    }
    contains(error, reason === undefined ? { code } : { code, message: reason }, "the refusal");
    return;
  }
  assert.fail(`it was answered with ${shown(answer)}, not refused with ${code}`);
}

/** Fails unless the list has one element with these properties; returns it. */
export function found(list, expected, place = "the list") {
  assert.ok(Array.isArray(list), `${place} is ${shown(list)}, not a list`);
  const element = list.find((candidate) => has(candidate, expected));
  assert.ok(element !== undefined, `${place} has no ${shown(expected)}`);
  return element;
}

/** Fails when the list has an element with these properties. */
export function notFound(list, expected, place = "the list") {
  assert.ok(Array.isArray(list), `${place} is ${shown(list)}, not a list`);
  assert.ok(!list.some((candidate) => has(candidate, expected)), `${place} still has ${shown(expected)}`);
}

function labelled(label) {
  return (value) => typeof value === "string" && value.startsWith(`${label}_`) && UUID.test(value.slice(label.length + 1));
}

function isObject(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function shown(value) {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 120 ? `${json.slice(0, 120)}...` : json;
}
