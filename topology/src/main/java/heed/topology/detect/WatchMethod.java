package heed.topology.detect;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the answers of a day are judged together. Every drop carries its name, so that results of two are never mixed.
 */
public enum WatchMethod {
    /** The likelihood ratio of a tilt, its exponent divided by the design effect. */
    WATCH_1("watch-1") {
        @Override
        DropOdds freeze(Baseline usual, int weekday, @Nullable DropOdds spent) {
            return TiltOdds.freeze(usual, weekday);
        }
    },
    /** The exact likelihood of days whose spread is drawn from a Dirichlet distribution. */
    WATCH_2("watch-2") {
        @Override
        DropOdds freeze(Baseline usual, int weekday, @Nullable DropOdds spent) {
            return PolyaOdds.freeze(usual, weekday, spent);
        }
    };

    /** What the watch judges by unless it is told otherwise (docs/decisions/014). */
    public static final WatchMethod DEFAULT = WATCH_2;

    private final String version;

    WatchMethod(String version) {
        this.version = version;
    }

    /** Returns the method of that name. */
    public static WatchMethod named(String version) {
        return Arrays.stream(values())
                .filter(method -> method.version.equals(version))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no method \"" + version
                        + "\" to watch by; there are "
                        + Arrays.stream(values()).map(WatchMethod::version).collect(Collectors.joining(", "))));
    }

    /** Returns the name that every drop carries. */
    public String version() {
        return version;
    }

    /**
     * Freezes what a day that opens on {@code weekday} is judged by; it may take the room of {@code spent} odds, which
     * nobody judges by any more.
     */
    abstract DropOdds freeze(Baseline usual, int weekday, @Nullable DropOdds spent);
}
