package heed.monitoring.meters;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides which meters may be told where the page is for everybody. */
final class MetersForEverybody {

    /** What moves with single answers: whoever watches it sees each come. */
    static final Set<MeterNames> OF_ARRIVALS = EnumSet.of(
            MeterNames.RESPONSES_IN,
            MeterNames.RESPONSES_COUNTED,
            MeterNames.RESPONSES_DUPLICATE,
            MeterNames.RESPONSES_CONFLICT,
            MeterNames.RESPONSES_CORRECTED,
            MeterNames.RESPONSES_WITHDRAWN,
            MeterNames.RESPONSES_REJECTED,
            MeterNames.INTAKE_RESPONSES,
            MeterNames.INTAKE_REFUSED,
            MeterNames.COMMENTS,
            MeterNames.COMMENT_IDENTIFIERS,
            MeterNames.NOTIFICATIONS_TOLD,
            MeterNames.NOTIFICATIONS_REFUSED,
            MeterNames.NOTIFICATIONS_FAILED,
            MeterNames.NOTIFICATIONS_UNDRAWN,
            MeterNames.NOTIFICATIONS_WAITING,
            MeterNames.NOTIFICATIONS_FAILING,
            MeterNames.THEMES_WAITING,
            MeterNames.DROP_FLAGGED,
            MeterNames.SILENCE_OPEN,
            MeterNames.SILENCE_SINCE,
            MeterNames.SILENCE_INFO,
            MeterNames.SILENCES_LEFT_OUT,
            MeterNames.LAST_RESPONSE,
            MeterNames.FIGURES_CHANGED,
            MeterNames.FRESHNESS,
            MeterNames.READER_LAG,
            MeterNames.READER_UNREADABLE,
            MeterNames.PIPELINE_LAG,
            MeterNames.STATE_ROWS,
            MeterNames.STATE_BYTES,
            MeterNames.DATA_FREE);

    private static final Set<String> FOR_EVERYBODY = EnumSet.complementOf(EnumSet.copyOf(OF_ARRIVALS)).stream()
            .map(MeterNames::registered)
            .collect(Collectors.toUnmodifiableSet());

    /** Of the process nothing that work moves: memory and processor time show when a single answer came in. */
    private static final Set<String> OF_THE_PROCESS = Set.of("process.start.time", "process.uptime");

    private MetersForEverybody() {}

    /** Tells whether a meter of that name may be where the page is for everybody; what is not known may not. */
    static boolean has(String name) {
        return FOR_EVERYBODY.contains(name) || OF_THE_PROCESS.contains(name);
    }
}
