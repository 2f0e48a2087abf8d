package dev.crispconnect.benchmark;

import dev.crispconnect.benchmark.SinkFigures.Memory;
import dev.crispconnect.benchmark.SinkFigures.Pace;
import dev.crispconnect.benchmark.SinkFigures.Setting;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.journal.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The sink beside {@link PlainLoop}, against the same simulator in the same run. Both are measured where the calls arrive.
 * Both are warmed up by the same number of messages, all conversations twice at least: as it cannot know whether somebody
 * executed them before, the sink looks the first 500 of each partition up.
 */
final class SinkBenchmark {

    private static final int WARM_UP = 4_000;

    private final Lab lab;
    private final int commands;

    SinkBenchmark(Lab lab, int commands) {
        this.lab = lab;
        this.commands = commands;
    }

    /** One line of the table. */
    SinkFigures run(Setting setting) {
        SimulatorSettings settings = SimulatorSettings.defaults().withThinkTime(setting.thinkTime());
        try (SinkStage stage = SinkStage.open(lab, settings, setting.conversations(), WARM_UP + commands)) {
            Pace plain = plainLoop(stage, setting.inFlight());
            stage.simulator().journal().reset();
            return sink(stage, setting, plain);
        }
    }

    private Pace plainLoop(SinkStage stage, int inFlight) {
        String messages = "website/" + stage.simulator().workspace().website().websiteId() + "/conversation/";
        List<String> paths = stage.load().sessions().stream()
                .map(session -> messages + session + "/message")
                .toList();
        List<String> arguments = List.of(
                stage.simulator().url().toString(),
                stage.simulator().websiteToken().authorization(),
                Integer.toString(inFlight),
                Integer.toString(WARM_UP),
                Integer.toString(commands),
                lab.file("paths", paths).toString());
        try (ChildProcess loop = ChildProcess.start(PlainLoop.class, List.of("-Xmx512m"), arguments)) {
            Duration cpu = Duration.ofNanos(Long.parseLong(loop.await("done")));
            return pace(stage.sends(), cpu, stage);
        }
    }

    private SinkFigures sink(SinkStage stage, Setting setting, Pace plain) {
        stage.topic().write(stage.load(), 0, WARM_UP);
        try (Lab.Worker worker = stage.startWorker(Lab.MEMORY)) {
            worker.install(stage.connector(), stage.config(setting.inFlight()));
            stage.awaitSent(WARM_UP);
            worker.pause(stage.connector());
            stage.topic().write(stage.load(), WARM_UP, WARM_UP + commands);
            long lookups = stage.read();
            long callsBefore = stage.simulator().journal().total();
            Duration cpuBefore = worker.cpu();
            worker.resume(stage.connector());
            stage.awaitSent(WARM_UP + commands);
            Duration cpu = worker.cpu().minus(cpuBefore);
            String load = Load.now();
            stage.awaitCommitted(worker, WARM_UP + commands);
            return new SinkFigures(
                    setting,
                    plain,
                    pace(stage.sends(), cpu, stage),
                    stage.simulator().journal().total() - callsBefore,
                    lookups,
                    new Memory(worker.peakHeapBytes(), worker.peakResidentBytes()),
                    stage.check(),
                    load);
        }
    }

    private static Pace pace(List<Entry> sends, Duration cpu, SinkStage stage) {
        List<Instant> moments = sends.stream().map(Entry::time).toList();
        int all = stage.load().commands();
        return new Pace(Rate.of(moments.subList(0, WARM_UP)), Rate.of(moments.subList(WARM_UP, all)), cpu);
    }
}
