package heed.app;

import heed.app.command.HeedCommand;
import java.util.Locale;

/** Starts the program; the launcher and the image name this class. */
public final class Main {

    private Main() {}

    /**
     * Runs a command and exits with its code.
     *
     * <p>In one language whatever the machine's is: Kafka makes capitals of names as the machine's does, and in Turkish
     * CLASSIC is another word. What people read is written in the languages that Heed knows, wherever it runs.
     */
    public static void main(String[] args) {
        // Kafka Streams formats text for each record (KAFKA-19682). Java keeps the digits of this locale at hand, and
        // looks those of any other up each time: that is most of the cost.
        Locale.setDefault(Locale.US);
        // The charts of mails are drawn without a screen, also where one is named that is not there.
        System.setProperty("java.awt.headless", "true");
        System.exit(HeedCommand.run(args));
    }
}
