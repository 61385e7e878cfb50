package heed.app.command;

import heed.connectors.ImportProgress;
import java.io.PrintWriter;

/** Says how far something is on a line of its own whenever another tenth is done, for logs. */
final class ProgressLines implements ImportProgress {

    private static final int TENTHS = 10;

    private final PrintWriter err;
    private final String what;
    private long said;

    ProgressLines(PrintWriter err, String what) {
        this.err = err;
        this.what = what;
    }

    @Override
    public void at(long acknowledged, long total) {
        long tenths = total == 0 ? TENTHS : acknowledged * TENTHS / total;
        if (tenths > said) {
            said = tenths;
            err.println(tenths * TENTHS + "% " + acknowledged + " of " + total + " " + what);
        }
    }
}
