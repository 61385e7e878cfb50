package heed.app;

import heed.app.command.HeedCommand;
import java.util.Locale;

/** Starts the program; the launcher and the image name this class. */
public final class Main {

    private Main() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] args) {
        // Kafka Streams formats text for each record (KAFKA-19682). Java keeps the digits of this locale at hand, and
        // looks those of any other up each time: that is most of the cost.
        Locale.setDefault(Locale.Category.FORMAT, Locale.US);
        System.exit(HeedCommand.run(args));
    }
}
