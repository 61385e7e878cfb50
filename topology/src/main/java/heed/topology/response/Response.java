package heed.topology.response;

import heed.schemas.topic.FeedbackHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** One admitted record: a response, a correction of it or its withdrawal. Mutable and reused by the admit step. */
public final class Response {

    private final Answers answers = new Answers();
    private long idHigh;
    private long idLow;
    private int revision;
    private Kind kind = Kind.SUBMITTED;

    // A record is reused: it says nothing before it is started.
    @SuppressWarnings("NullAway.Init")
    private Record<byte[], byte[]> received;

    /** Whether a record submits answers or withdraws them. */
    public enum Kind {
        /** Carries answers. */
        SUBMITTED,
        /** Takes the response back for good. */
        WITHDRAWN
    }

    /** Starts a record anew. */
    public void start(long high, long low, int number, Kind what, Record<byte[], byte[]> record) {
        idHigh = high;
        idLow = low;
        revision = number;
        kind = what;
        received = record;
    }

    /** Returns the answers, empty for a withdrawal. */
    public Answers answers() {
        return answers;
    }

    /** Returns the upper half of the feedback id. */
    public long idHigh() {
        return idHigh;
    }

    /** Returns the lower half of the feedback id. */
    public long idLow() {
        return idLow;
    }

    /** Returns the revision, from 1. */
    public int revision() {
        return revision;
    }

    /** Returns what the record does. */
    public Kind kind() {
        return kind;
    }

    /** Returns the arrival time, ms. */
    public long arrivalMs() {
        return received.timestamp();
    }

    /**
     * Says whether the response was brought in as part of a history: what its record has for an arrival time is then
     * when it was given, and nobody was listening.
     */
    public boolean isBackfilled() {
        return FeedbackHeaders.isBackfill(received.headers(), arrivalMs(), answers.givenAtMs());
    }

    /** Returns the record as it came, for the rejected topic. */
    public Record<byte[], byte[]> received() {
        return received;
    }
}
