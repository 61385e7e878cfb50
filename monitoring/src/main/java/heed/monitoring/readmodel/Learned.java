package heed.monitoring.readmodel;

import heed.schemas.Drop;
import java.time.Instant;

/**
 * What the watch had learned of a line of figures when it began to watch it.
 *
 * @param since from when on it is watched
 * @param usual the score that was usual until then, 0 to 1; the watch has gone on learning since
 */
public record Learned(Instant since, double usual) {

    static Learned of(Drop record) {
        return new Learned(record.getAsOf(), record.getBaseline());
    }
}
