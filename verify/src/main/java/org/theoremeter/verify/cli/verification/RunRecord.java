package org.theoremeter.verify.cli.verification;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.theoremeter.simulate.sweep.Progress;
import org.theoremeter.verify.Build;
import org.theoremeter.verify.cli.terminal.ClaimOptions;
import org.theoremeter.verify.cli.terminal.RunOptions;
import org.theoremeter.verify.results.Provenance;

/** Keeps what the provenance of a run needs: when it began, what was computed and what reused. */
final class RunRecord {

    private final ClaimOptions options;
    private final RunOptions runs;
    private final Map<String, String> rules;
    private final Instant started = Instant.now();
    private final long startedNanos = System.nanoTime();
    private final AtomicInteger computed = new AtomicInteger();
    private final AtomicInteger reused = new AtomicInteger();

    /**
     * Begins.
     *
     * @param rules by which verdicts are reached, beyond what each claim says
     */
    RunRecord(ClaimOptions options, RunOptions runs, Map<String, String> rules) {
        this.rules = rules;
        this.options = options;
        this.runs = runs;
    }

    void observed(Progress progress) {
        (progress.result().reused() ? reused : computed).incrementAndGet();
    }

    /** Returns the provenance while the run lasts. */
    Provenance running() {
        return provenance("");
    }

    /** Returns the provenance of the ended run. */
    Provenance ended() {
        return provenance(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private Provenance provenance(String finished) {
        Build build = Build.current();
        Map<String, String> settings = new LinkedHashMap<>(options.settings());
        settings.putAll(rules);
        return new Provenance(
                build.version(),
                build.commit(),
                runs.seed(),
                options.profile().text(),
                runs.kernel().word(),
                settings,
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
                build.libraries(),
                new Provenance.Run(
                        started.truncatedTo(ChronoUnit.SECONDS).toString(),
                        finished,
                        (System.nanoTime() - startedNanos) / 1e9,
                        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                        runs.jobs(),
                        computed.get(),
                        reused.get()));
    }
}
