// The simulator as a process of its own, as anybody would start it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

const START_MS = 60_000;
const NEEDED = [
  "CRISP_API_URL", "CRISP_ADMIN_URL", "CRISP_WEBSITE_ID", "CRISP_IDENTIFIER", "CRISP_KEY", "CRISP_PLUGIN_IDENTIFIER",
  "CRISP_PLUGIN_KEY", "CRISP_USER_IDENTIFIER", "CRISP_USER_KEY", "CRISP_USER_SECRET",
];

/**
 * Starts the jar on a free port and waits until it has told where it listens.
 *
 * @returns {place, stop()}: where to go, and how to end it; the place is {origin, adminUrl, websiteId, tokens, userSecret}:
 *   tokens as [identifier, key] by tier, and the password of the user
 */
export async function startSimulator(jar, options) {
  const simulator = spawn("java", ["-jar", jar, "--port", "0", ...options], { stdio: ["pipe", "pipe", "inherit"] });
  const printed = await whatItPrints(simulator).catch((problem) => {
    simulator.kill();
    throw problem;
  });
  const place = {
    origin: new URL(printed.CRISP_API_URL).origin,
    adminUrl: printed.CRISP_ADMIN_URL,
    websiteId: printed.CRISP_WEBSITE_ID,
    tokens: {
      website: [printed.CRISP_IDENTIFIER, printed.CRISP_KEY],
      plugin: [printed.CRISP_PLUGIN_IDENTIFIER, printed.CRISP_PLUGIN_KEY],
      user: [printed.CRISP_USER_IDENTIFIER, printed.CRISP_USER_KEY],
    },
    userSecret: printed.CRISP_USER_SECRET,
  };
  return { place, stop: () => stop(simulator) };
}

async function whatItPrints(simulator) {
  const printed = {};
  const lines = createInterface({ input: simulator.stdout, signal: AbortSignal.timeout(START_MS) });
  for await (const line of lines) {
    const [, name, value] = /^(CRISP_\w+)=(.*)$/.exec(line) ?? [];
    printed[name] = value;
    if (NEEDED.every((needed) => needed in printed)) {
      // Whatever else it prints must not fill the pipe.
      simulator.stdout.resume();
      return printed;
    }
  }
  throw new Error(`the simulator did not print ${NEEDED.filter((name) => !(name in printed)).join(", ")}`);
}

// It serves until its standard input closes.
async function stop(simulator) {
  const ended = once(simulator, "exit");
  simulator.stdin.end();
  const [status] = await ended;
  if (status !== 0) {
    throw new Error(`the simulator ended with status ${status}`);
  }
}
