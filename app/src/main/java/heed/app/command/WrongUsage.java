package heed.app.command;

import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with the arguments, and where the right ones are listed. */
final class WrongUsage {

    static final int EXIT_CODE = 2;

    private static final String OF_PICOCLI = "Error: ";

    private WrongUsage() {}

    /** Prints the line, or all that there is to whoever asked for nothing, and returns the exit code. */
    static int say(ParameterException mistake, String... arguments) {
        CommandLine command = mistake.getCommandLine();
        if (arguments.length == 0) {
            command.usage(command.getErr());
            return EXIT_CODE;
        }
        command.getErr().println("heed: " + sentence(words(mistake)) + " " + where(command));
        return EXIT_CODE;
    }

    private static String words(ParameterException mistake) {
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        String message = Objects.requireNonNullElse(mistake.getMessage(), "")
                .lines()
                .findFirst()
                .orElse("");
        return message.startsWith(OF_PICOCLI) ? message.substring(OF_PICOCLI.length()) : message;
    }

    private static String unmatched(UnmatchedArgumentException mistake) {
        String argument = mistake.getUnmatched().get(0);
        boolean meantCommand = !mistake.getCommandLine().getSubcommands().isEmpty() && !argument.startsWith("-");
        String what = (meantCommand ? "there is no command '" : "there is no place for '") + argument + "'";
        if (argument.startsWith("-")) {
            what = "there is no option '" + argument + "'";
        }
        return mistake.getSuggestions().isEmpty()
                ? what
                : what + "; did you mean " + String.join(" or ", mistake.getSuggestions()) + "?";
    }

    private static String sentence(String words) {
        return words.endsWith(".") || words.endsWith("?") ? words : words + ".";
    }

    private static String where(CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        return command.getParent() == null
                ? "`heed help` lists the commands."
                : "`" + name + " --help` says what it takes.";
    }
}
