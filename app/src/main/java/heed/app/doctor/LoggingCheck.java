package heed.app.doctor;

import heed.app.logs.Logs;

/** Looks whether log lines reach anybody. */
public final class LoggingCheck {

    private LoggingCheck() {}

    /** Returns the finding; Heed does not start where it is a problem. */
    public static Finding run() {
        return Logs.discarded()
                .map(problem -> Finding.problem(
                        problem, "Take old slf4j-api jars off the class path and put logback-classic on it"))
                .orElseGet(() -> Finding.ok("log lines reach a real provider"));
    }
}
