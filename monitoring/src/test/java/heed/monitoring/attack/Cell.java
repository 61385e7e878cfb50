package heed.monitoring.attack;

import heed.schemas.Channel;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Answers that nobody who looks at Heed can tell apart: of one place, channel and day, first seen at one reading.
 *
 * @param seen number of the reading that is the first to find them
 * @param arrival of the newest of them, which no other cell has
 * @param n how many; 0 of a correction, which changes what was answered
 * @param positive how many of them are good; of a correction by how many more or fewer
 */
record Cell(
        String hospital,
        @Nullable String unit,
        Channel channel,
        LocalDate date,
        int seen,
        Instant arrival,
        long n,
        long positive) {

    boolean isCorrection() {
        return n == 0;
    }
}
