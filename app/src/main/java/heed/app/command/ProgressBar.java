package heed.app.command;

import heed.app.terminal.MovingLine;
import heed.connectors.ImportProgress;
import java.io.PrintWriter;

/** Draws a bar on one line of the terminal, anew whenever it has moved by a hundredth. */
final class ProgressBar implements ImportProgress {

    private static final int WIDTH = 40;
    private static final int HUNDRED = 100;

    private final PrintWriter err;
    private final String what;
    private long drawn = -1;

    /** Draws on {@code err} how many of {@code what} are done. */
    ProgressBar(PrintWriter err, String what) {
        this.err = err;
        this.what = what;
    }

    /** Returns a bar where the launcher saw that errors go to a terminal, else lines. */
    static ImportProgress of(CommandContext context, String what) {
        return MovingLine.isSeen() ? new ProgressBar(context.err(), what) : new ProgressLines(context.err(), what);
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
                + total + " " + what);
        if (percent == HUNDRED) {
            err.println();
        }
        err.flush();
    }
}
