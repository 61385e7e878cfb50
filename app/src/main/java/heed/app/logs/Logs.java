package heed.app.logs;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import heed.app.settings.Settings;
import java.net.URL;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/**
 * Binds logging to where a command wants it.
 *
 * <p>Until then, and for commands that only ask or print, warnings go to standard error and nothing else is written.
 */
public final class Logs {

    private static final String FILE_CONFIGURATION = "file.xml";
    private static final String FILE = "heed.log";

    private Logs() {}

    /** Sends log lines to a bounded file in {@code directory}, and those from warnings up to the console too. */
    public static Path toFileIn(Path directory, Settings.Log log) {
        Path file = directory.resolve(FILE);
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.reset();
            context.putProperty("heed.log.file", file.toString());
            context.putProperty("heed.log.level", log.level().name());
            context.putProperty("heed.log.format", log.format().name().toLowerCase(Locale.ROOT));
            configure(context);
        }
        return file;
    }

    /**
     * Says what is wrong where log lines would be discarded unseen: no real provider is bound to the logging interface.
     *
     * <p>It happens where an old slf4j-api stands beside a new provider; nothing fails then, and nothing is logged.
     */
    public static Optional<String> discarded() {
        ILoggerFactory bound = LoggerFactory.getILoggerFactory();
        return bound.getClass().getName().startsWith("org.slf4j.helpers.")
                ? Optional.of("log lines are discarded: no SLF4J provider is bound, only "
                        + bound.getClass().getName())
                : Optional.empty();
    }

    private static void configure(LoggerContext context) {
        URL configuration = Logs.class.getResource(FILE_CONFIGURATION);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(configuration);
        } catch (JoranException e) {
            throw new IllegalStateException("the logging configuration in the program is not readable", e);
        }
    }
}
