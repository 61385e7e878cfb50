package heed.app.server.embedded;

import java.nio.file.Path;
import org.apache.kafka.common.utils.internals.Exit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says why the process ends where the broker in it ends it: Kafka halts a broker that can no longer write its log, and
 * the process with it, without a word on the terminal.
 */
final class BrokerDeath {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerDeath.class);

    private BrokerDeath() {}

    /** Has it said from now on of a broker that keeps its data in {@code directory}. */
    static void isSaidOf(Path directory) {
        Exit.setHaltProcedure((status, message) -> {
            LOG.error("{}", sentence(directory));
            Runtime.getRuntime().halt(status);
        });
    }

    /** Returns what is said: by far most often the disk is full. */
    static String sentence(Path directory) {
        return "Kafka of Heed's own can't write to " + directory + " any more, and Heed ends with it; "
                + (directory.toFile().getUsableSpace() >> 20)
                + " MiB are free there. Free some, and start Heed again: what it acknowledged is kept.";
    }
}
