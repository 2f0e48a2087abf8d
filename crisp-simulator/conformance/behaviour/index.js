// All kinds of behaviour, in the order of the page.
import access from "./access.js";
import hooks from "./hooks.js";
import realtime from "./realtime.js";

export default [...access, ...realtime, ...hooks];
