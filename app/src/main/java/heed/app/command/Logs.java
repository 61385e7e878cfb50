package heed.app.command;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import heed.app.settings.Settings;
import java.net.URL;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/**
 * Binds logging to where a command wants it.
 *
 * <p>Until then, and for commands that only ask or print, warnings go to standard error and nothing else is written.
 */
final class Logs {

    private static final String FILE_CONFIGURATION = "log-file.xml";
    private static final String FILE = "heed.log";

    private Logs() {}

    /** Sends log lines to a bounded file in {@code directory}, and those from warnings up to the console too. */
    static Path toFileIn(Path directory, Settings.Log log) {
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
