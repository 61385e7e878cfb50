package heed.monitoring.view.pipeline;

import heed.monitoring.pipeline.PipelineStatus;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Words;
import heed.schemas.reader.ReaderStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says whether the figures are live, in the words of the page's header. Stopped covers all that makes figures old: the
 * pipeline stalled or ended, no broker that answers, this page's own reader gone.
 *
 * @param asOf the newest figure's event time in words, empty where there are no figures
 */
public record LiveStatus(Kind kind, String text, String asOf) {

    /**
     * How long a page may hear nothing from the server before its figures count as old: as long as the server hears
     * nothing from brokers.
     */
    public static final Duration UNHEARD_AFTER = ReaderStatus.LONGEST_WITHOUT_ANSWER;

    /** Whether figures move. */
    public enum Kind {
        STARTING,
        LIVE,
        STOPPED;

        /** Returns it as the style sheet and scripts know it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Judges by how the pipeline and the reader of its results stand at {@code wallNow}. */
    public static LiveStatus of(
            PipelineStatus.Status pipeline, ReaderStatus reader, Snapshot snapshot, Instant wallNow, ZoneId zone) {
        String asOf = snapshot.asOf() == null ? "" : Words.asOf(snapshot.asOf(), zone);
        Instant silentSince = silentSince(pipeline, reader, wallNow);
        if (silentSince != null) {
            return stopped(Duration.between(silentSince, wallNow), asOf);
        }
        if (pipeline.state() == PipelineStatus.State.STARTING || reader.phase() == ReaderStatus.Phase.CATCHING_UP) {
            return new LiveStatus(Kind.STARTING, asOf.isEmpty() ? "Starting" : "Starting, figures as of " + asOf, asOf);
        }
        return new LiveStatus(Kind.LIVE, asOf.isEmpty() ? "Live, no answers yet" : "Live, as of " + asOf, asOf);
    }

    /** Returns the same with what is wrong, a sentence, where something is. */
    public LiveStatus because(Optional<String> trouble) {
        return trouble.map(what -> new LiveStatus(kind, text + ". " + what, asOf))
                .orElse(this);
    }

    private static LiveStatus stopped(Duration since, String asOf) {
        String news = "Stopped: no news for " + Words.stretch(since);
        return new LiveStatus(Kind.STOPPED, asOf.isEmpty() ? news : news + ", figures as of " + asOf, asOf);
    }

    private static @Nullable Instant silentSince(PipelineStatus.Status pipeline, ReaderStatus reader, Instant wallNow) {
        if (pipeline.state() == PipelineStatus.State.STOPPED || pipeline.state() == PipelineStatus.State.STALLED) {
            return pipeline.since();
        }
        Instant contact = reader.lastContact();
        if (reader.isUnanswered(wallNow) || reader.phase() == ReaderStatus.Phase.ENDED) {
            return contact == null ? pipeline.since() : contact;
        }
        return null;
    }
}
