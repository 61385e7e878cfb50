package heed.app;

import heed.connectors.published.Progress;
import java.io.PrintWriter;

/** Draws a bar on one line of the terminal, anew whenever it has moved by a hundredth. */
final class ProgressBar implements Progress {

    private static final int WIDTH = 40;
    private static final int HUNDRED = 100;

    private final PrintWriter err;
    private final String counted;
    private long drawn = -1;

    /** Draws to {@code err}; {@code counted} says what is counted, in the plural. */
    ProgressBar(PrintWriter err, String counted) {
        this.err = err;
        this.counted = counted;
    }

    @Override
    public void at(long acknowledged, long total) {
        long percent = total == 0 ? HUNDRED : acknowledged * HUNDRED / total;
        if (percent == drawn) {
            return;
        }
        drawn = percent;
        int full = (int) (percent * WIDTH / HUNDRED);
        err.print("\r[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + percent + "% " + acknowledged + " of "
                + total + " " + counted);
        if (percent == HUNDRED) {
            err.println();
        }
        err.flush();
    }
}
