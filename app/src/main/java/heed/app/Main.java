package heed.app;

import heed.app.command.HeedCommand;

/** Starts the program; the launcher and the image name this class. */
public final class Main {

    private Main() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] args) {
        System.exit(HeedCommand.run(args));
    }
}
