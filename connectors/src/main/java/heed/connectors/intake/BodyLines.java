package heed.connectors.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Reads a body line by line as it comes in, and no faster than its lines are taken. Holds one line at a time. A body
 * that comes more slowly than a kibibyte a second, after its first half minute, is given up: it has a thread of its
 * own.
 */
final class BodyLines {

    /** Of one line: some hundred times as much as a response needs. */
    static final int LONGEST = 64 * 1024;

    private static final int CHUNK = 16 * 1024;
    private static final Duration FREE = Duration.ofSeconds(30);
    private static final long SLOWEST_BYTES_PER_SECOND = 1024;

    private final InputStream body;
    private final Clock clock;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private Duration waited = Duration.ZERO;
    private long received;
    private long lines;
    private long size;

    BodyLines(InputStream body, Clock clock) {
        this.body = body;
        this.clock = clock;
    }

    /** Takes lines in their order, counted from 1. */
    interface Taker {

        void take(long number, byte[] line) throws InterruptedException;

        /** Is told of a line of more than {@link #LONGEST} bytes, which nobody keeps. */
        void tooLong(long number);
    }

    /** Says that a body comes too slowly to be waited for. */
    static final class TooSlowException extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /**
     * Hands over every line.
     *
     * @throws TooSlowException where the body comes too slowly
     * @throws IOException where it breaks off
     */
    void readTo(Taker taker) throws IOException, InterruptedException {
        byte[] chunk = new byte[CHUNK];
        int count = receive(chunk);
        while (count >= 0) {
            int from = 0;
            for (int at = 0; at < count; at++) {
                if (chunk[at] == '\n') {
                    keep(chunk, from, at);
                    end(taker);
                    from = at + 1;
                }
            }
            keep(chunk, from, count);
            count = receive(chunk);
        }
        if (size > 0) {
            end(taker);
        }
    }

    private int receive(byte[] chunk) throws IOException {
        Instant before = clock.instant();
        int count = body.read(chunk);
        waited = waited.plus(Duration.between(before, clock.instant()));
        received += Math.max(0, count);
        if (waited.compareTo(FREE) > 0 && received < SLOWEST_BYTES_PER_SECOND * waited.toSeconds()) {
            throw new TooSlowException();
        }
        return count;
    }

    private void keep(byte[] chunk, int from, int to) {
        size += to - from;
        if (size <= LONGEST) {
            line.write(chunk, from, to - from);
        }
    }

    private void end(Taker taker) throws InterruptedException {
        lines++;
        if (size > LONGEST) {
            taker.tooLong(lines);
        } else {
            taker.take(lines, line.toByteArray());
        }
        line.reset();
        size = 0;
    }
}
