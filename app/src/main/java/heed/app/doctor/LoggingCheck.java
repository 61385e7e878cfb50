package heed.app.doctor;

import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/** Looks whether log lines reach anybody. */
public final class LoggingCheck {

    private LoggingCheck() {}

    /**
     * Returns the finding; Heed does not start where it is a problem.
     *
     * <p>It is one where an old slf4j-api stands beside a new provider: nothing fails then, and nothing is logged.
     */
    public static Finding run() {
        ILoggerFactory bound = LoggerFactory.getILoggerFactory();
        return bound.getClass().getName().startsWith("org.slf4j.helpers.")
                ? Finding.problem(
                        "log lines are discarded: no SLF4J provider is bound, only "
                                + bound.getClass().getName(),
                        "Take old slf4j-api jars off the class path and put logback-classic on it")
                : Finding.ok("log lines reach a real provider");
    }
}
