// All causes of events.
import message from "./message.js";
import others from "./others.js";
import said from "./said.js";
import session from "./session.js";

export default { ...session, ...message, ...others, ...said };
