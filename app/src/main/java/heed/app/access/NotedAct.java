package heed.app.access;

import heed.schemas.AuditKind;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;

/**
 * Something that a command does, which the audit has before it is tried: so whoever ends the command in between, or
 * finds that Kafka does not answer, leaves an entry. What was not done, or is not known to be, has a second one that
 * says so.
 */
public final class NotedAct {

    private static final String NOT_DONE = ", not done";
    private static final String NOT_KNOWN = ", not known to be kept";

    private final Notes notes;
    private final AuditKind kind;
    private final String about;
    private final @Nullable String hospital;

    /** Takes where it is noted, what it is, what it changes, and the code of the hospital, null where it is of none. */
    public NotedAct(Notes notes, AuditKind kind, String about, @Nullable String hospital) {
        this.notes = notes;
        this.kind = kind;
        this.about = about;
        this.hospital = hospital;
    }

    /** Keeps account of what is done. */
    @FunctionalInterface
    public interface Notes {

        /**
         * Notes something, and returns once that is kept.
         *
         * @throws IllegalStateException where it is not known to be
         */
        void note(AuditKind kind, String about, @Nullable String hospital) throws InterruptedException;

        /** Notes something that changes nothing and is to be done all the same, and else says why it was not noted. */
        default Optional<String> noteWherePossible(AuditKind kind, String about, @Nullable String hospital)
                throws InterruptedException {
            try {
                note(kind, about, hospital);
                return Optional.empty();
            } catch (IllegalStateException | KafkaException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        }
    }

    /** What is to be done. */
    @FunctionalInterface
    public interface Write {

        /**
         * Does it, and returns once it is kept.
         *
         * @throws IllegalStateException where it is not known to be
         */
        void run() throws InterruptedException;
    }

    /** Is said that something begins. */
    @FunctionalInterface
    public interface Beginning {

        /**
         * Notes it.
         *
         * @throws IllegalStateException where the audit did not take it, so that it must not be tried
         */
        void begin() throws InterruptedException;
    }

    /**
     * What is to be done part by part.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Parts<T> {

        /** Does it, {@code beginning} before the first part. */
        T run(Beginning beginning) throws InterruptedException;
    }

    /**
     * Notes it and does it.
     *
     * @throws IllegalStateException where the audit did not take it, so that it was not tried; or where it was not done
     *     or is not known to be, in words
     */
    public void run(Write write) throws InterruptedException {
        begin();
        try {
            write.run();
        } catch (IllegalStateException | KafkaException e) {
            throw isRefused(e)
                    ? failed("it was not done: ", NOT_DONE, "", e)
                    : failed(
                            "it is not known whether it was done: ",
                            NOT_KNOWN,
                            ". Look whether it was, and do it again where it was not",
                            e);
        }
    }

    /**
     * Does what finds out by itself whether it may be done, and then says that it begins, whereupon it is noted. Where
     * it stops after that a second entry says so, and why is thrown on, which says how far it came.
     */
    public <T> T inParts(Parts<T> parts) throws InterruptedException {
        boolean[] begun = {false};
        try {
            return parts.run(() -> {
                begin();
                begun[0] = true;
            });
        } catch (RuntimeException e) {
            if (begun[0]) {
                noteOutcome(isRefused(e) ? NOT_DONE : NOT_KNOWN, e);
            }
            throw e;
        }
    }

    private void begin() throws InterruptedException {
        try {
            notes.note(kind, about, hospital);
        } catch (IllegalStateException | KafkaException e) {
            throw new IllegalStateException(
                    "nothing was done, as the audit did not take that it was to be: " + e.getMessage(), e);
        }
    }

    private IllegalStateException failed(String words, String outcome, String remedy, RuntimeException why)
            throws InterruptedException {
        String said = words + why.getMessage() + remedy;
        return noteOutcome(outcome, why)
                ? new IllegalStateException(said, why)
                : new IllegalStateException(said + ". The audit did not take that either, and has it as done", why);
    }

    /** Tells whether the audit took it: that it did not must not hide why there was something to note. */
    private boolean noteOutcome(String outcome, RuntimeException why) throws InterruptedException {
        try {
            notes.note(kind, about + outcome, hospital);
            return true;
        } catch (IllegalStateException | KafkaException e) {
            if (!why.equals(e)) {
                why.addSuppressed(e);
            }
            return false;
        }
    }

    /** Whoever may not write has not written. */
    private static boolean isRefused(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof AuthorizationException || each instanceof AuthenticationException) {
                return true;
            }
        }
        return false;
    }
}
