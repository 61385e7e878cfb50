package heed.bench.page;

import java.io.IOException;
import picocli.CommandLine.Option;

/** What a running program is given before its pages are asked for. */
final class PageInput {

    @Option(names = "--hospitals", defaultValue = "200", description = "hospitals (${DEFAULT-VALUE})")
    private int hospitals;

    @Option(names = "--wards", defaultValue = "20", description = "wards of each hospital (${DEFAULT-VALUE})")
    private int wards;

    @Option(names = "--days", defaultValue = "40", description = "days of responses before now (${DEFAULT-VALUE})")
    private int days;

    @Option(names = "--a-day", defaultValue = "8000", description = "responses a day (${DEFAULT-VALUE})")
    private int aDay;

    /** Gives it to a program, and returns once that has worked it off. */
    void fill(RunningProgram program) throws IOException, InterruptedException {
        try (PageLoad load = new PageLoad(program, new Canary(), hospitals, wards)) {
            load.writeDays(days, aDay);
        }
        program.awaitWorkedOff();
    }
}
