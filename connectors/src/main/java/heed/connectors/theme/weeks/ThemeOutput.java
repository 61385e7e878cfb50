package heed.connectors.theme.weeks;

import heed.schemas.ThemeRise;
import java.util.Map;

/** Where labels and counts are written, by one at a time. */
interface ThemeOutput extends AutoCloseable {

    /**
     * Takes over from whoever wrote before, here or elsewhere, and returns what stands there.
     *
     * @throws org.apache.kafka.common.KafkaException where the brokers can't be asked now
     */
    Written open();

    /** Returns the rises that stand there, by key; asked once it is open, and only by who writes them. */
    Map<String, ThemeRise> rises();

    /**
     * Writes all of it or nothing.
     *
     * @throws TakenOverException where somebody else writes now
     * @throws org.apache.kafka.common.KafkaException where it was not written; {@link #open} says what stands there
     */
    void write(Changes changes);

    @Override
    void close();

    /** Somebody else has opened it. */
    final class TakenOverException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TakenOverException(Throwable cause) {
            super("another instance of Heed counts themes now", cause);
        }
    }
}
