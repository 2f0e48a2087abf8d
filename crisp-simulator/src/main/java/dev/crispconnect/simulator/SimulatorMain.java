package dev.crispconnect.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Runs a simulator alone, for anybody who wants to point a client at it. */
public final class SimulatorMain {

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private SimulatorMain() {}

    /**
     * Serves until standard input closes; Ctrl-C ends it too. A wrong argument ends it with status 2, a port that cannot be
     * bound with 1.
     */
    public static void main(String[] arguments) {
        int status = run(List.of(arguments), System.in, System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(List<String> arguments, InputStream in, PrintStream out, PrintStream err) {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return WRONG_USE;
        }
        if (options.help()) {
            out.print(Options.usage());
            return 0;
        }
        try {
            serve(options, in, out);
            return 0;
        } catch (UncheckedIOException e) {
            err.println(e.getCause().getMessage() + ": " + e.getCause().getCause());
            return FAILED;
        }
    }

    private static void serve(Options options, InputStream in, PrintStream out) {
        try (CrispSimulator simulator = CrispSimulator.start(options.settings())) {
            options.set(simulator.clock());
            simulator.workspace().seed(options.conversations(), options.messages(), options.profiles());
            if (options.trafficPerSecond() > 0) {
                simulator
                        .traffic()
                        .start(
                                simulator.workspace(),
                                options.trafficPerSecond(),
                                options.settings().seed());
            }
            print(simulator, options.settings(), out);
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException("standard input cannot be read", e));
        }
    }

    private static void print(CrispSimulator simulator, SimulatorSettings settings, PrintStream out) {
        out.println("CRISP_API_URL=" + simulator.url());
        out.println("CRISP_IDENTIFIER=" + settings.websiteToken().identifier());
        out.println("CRISP_KEY=" + settings.websiteToken().key());
        out.println("CRISP_TIER=" + settings.websiteToken().tier().wire());
        out.println("CRISP_WEBSITE_ID=" + settings.websiteId());
        out.println("CRISP_PLUGIN_IDENTIFIER=" + settings.pluginToken().identifier());
        out.println("CRISP_PLUGIN_KEY=" + settings.pluginToken().key());
        out.println("CRISP_USER_IDENTIFIER=" + settings.userToken().identifier());
        out.println("CRISP_USER_KEY=" + settings.userToken().key());
        out.println("CRISP_USER_SECRET=" + settings.userSecret());
        out.println("CRISP_ADMIN_URL=" + simulator.adminUrl());
        out.flush();
    }
}
