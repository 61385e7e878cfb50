package heed.app.command;

import heed.app.rejected.RefusedFilter;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options by which refused records are meant. */
final class RefusedOptions {

    @Option(names = "--reason", paramLabel = "REASON", description = "Only of this reason. May be given several times.")
    private Set<String> reasons = new HashSet<>();

    @Option(names = "--source", paramLabel = "TOPIC", description = "Only what came from this topic.")
    private Optional<String> source = Optional.empty();

    @Option(names = "--hospital", paramLabel = "CODE", description = "Only with this key.")
    private Optional<String> hospital = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "INSTANT",
            description = "Only what was refused from then on, such as 2026-03-01T00:00:00Z.")
    private Instant since = Instant.EPOCH;

    @Option(names = "--until", paramLabel = "INSTANT", description = "Only what was refused before.")
    private Instant until = Instant.MAX;

    RefusedFilter filter(Set<String> ids) {
        return new RefusedFilter(reasons, source, hospital, since, until, ids);
    }

    boolean isNone() {
        return reasons.isEmpty()
                && source.isEmpty()
                && hospital.isEmpty()
                && since.equals(Instant.EPOCH)
                && until.equals(Instant.MAX);
    }
}
