// The objects of crisp-api, section 4: the fields that are there whenever the simulator sends such an object. Which fields
// may be there at all is the client's word (judge.js).
import {
  anything, count, fingerprint, flag, listOf, map, millis, nullable, number, oneOf, optional, sessionId, text, uuid,
} from "./expect.js";

export const state = oneOf("pending", "unresolved", "resolved");
export const side = oneOf("user", "operator");
export const participant = { type: oneOf("email"), target: text };
export const verification = { identity: text, method: text, annotation: text };

export const meta = {
  nickname: text,
  email: text,
  phone: text,
  address: optional(text),
  subject: optional(text),
  origin: text,
  ip: optional(text),
  avatar: nullable(text),
  data: map,
  segments: listOf(text),
  device: { geolocation: anything },
};

export const conversation = {
  session_id: sessionId,
  website_id: uuid,
  inbox_id: nullable(uuid),
  people_id: optional(uuid),
  state,
  status: oneOf(0, 1, 2),
  is_verified: flag,
  is_blocked: flag,
  availability: oneOf("online", "offline"),
  active: { now: flag, last: optional(millis) },
  last_message: optional(text),
  preview_message: optional({ type: text, from: side, excerpt: text, fingerprint }),
  verifications: listOf(verification),
  participants: listOf(participant),
  mentions: listOf(uuid),
  compose: { operator: anything, visitor: anything },
  unread: { operator: count, visitor: count },
  meta,
  created_at: millis,
  updated_at: millis,
  waiting_since: optional(millis),
};

export const messageType =
  oneOf("text", "note", "file", "animation", "audio", "picker", "field", "carousel", "event");

export const message = {
  session_id: sessionId,
  website_id: uuid,
  fingerprint,
  type: messageType,
  from: side,
  origin: text,
  content: anything,
  preview: listOf(anything),
  mentions: listOf(uuid),
  read: text,
  delivered: text,
  edited: optional(flag),
  stamped: flag,
  timestamp: millis,
  user: { type: optional(text), user_id: optional(text), nickname: optional(text), avatar: optional(nullable(text)) },
};

export const profile = {
  people_id: uuid,
  email: optional(text),
  person: anything,
  segments: listOf(text),
  active: { now: flag, last: optional(millis) },
  score: number,
  created_at: millis,
  updated_at: millis,
};

export const operator = {
  user_id: uuid,
  email: text,
  avatar: nullable(text),
  first_name: text,
  last_name: text,
  role: text,
  title: nullable(text),
  availability: oneOf("online", "offline", "away"),
  has_token: flag,
};

export const website = {
  website_id: uuid,
  name: text,
  domain: text,
  logo: nullable(text),
  verified: flag,
  institutional: flag,
};

export const settings = {
  website_id: uuid,
  name: text,
  domain: text,
  domain_alternates: listOf(text),
  logo: nullable(text),
  audit: { log: flag },
  contact: { email: text, phone: text },
  inbox: { lock_removal: flag, force_operator_token: flag, locale: text },
  emails: { rating: flag, transcript: flag, junk_filter: flag },
  chatbox: { tile: text, color_theme: text, hide_on_mobile: flag, blocked_ips: listOf(text) },
};

export const inbox = {
  inbox_id: uuid,
  name: text,
  order: number,
  operators: listOf(uuid),
  conditions: listOf(anything),
  created_at: millis,
  updated_at: millis,
};

export const endpoints = { socket: { app: text } };
