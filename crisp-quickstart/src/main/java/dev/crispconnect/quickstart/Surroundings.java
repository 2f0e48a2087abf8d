package dev.crispconnect.quickstart;

import dev.crispconnect.quickstart.console.Ending;
import dev.crispconnect.quickstart.console.Screen;
import dev.crispconnect.simulator.SimulatorClock;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the program finds around it.
 *
 * @param environment the environment variables
 * @param input where commands are typed or piped in
 * @param terminal whether somebody sits at a terminal
 * @param plugins the folders that hold the connectors' plugin directories
 * @param screen where to show what happens
 * @param ending announced when the program is to end, by whomever
 * @param clock what time it is
 */
record Surroundings(
        Map<String, String> environment,
        InputStream input,
        boolean terminal,
        List<Path> plugins,
        Screen screen,
        Ending ending,
        SimulatorClock clock) {
    Surroundings {
        plugins = List.copyOf(plugins);
    }

    BufferedReader lines() {
        return new BufferedReader(new InputStreamReader(input, Charset.defaultCharset()));
    }
}
