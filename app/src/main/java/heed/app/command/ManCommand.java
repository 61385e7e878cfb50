package heed.app.command;

import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Prints the manual page of all commands, from what {@code --help} says of each: in the macros of man(7), so that man
 * shows it as it shows every other.
 */
@Command(
        name = "man",
        mixinStandardHelpOptions = true,
        description = "Prints the manual page of all commands.",
        footer = {"", "Examples:", "  heed man | man -l -", "  heed man > /usr/local/share/man/man1/heed.1"})
final class ManCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        CommandLine heed = spec.root().commandLine();
        var page = new StringBuilder();
        line(page, ".TH HEED 1 \"\" \"" + heed.getCommandSpec().version()[0] + "\" \"Heed\"");
        line(page, ".SH NAME");
        line(page, "heed \\- near-real-time monitoring of patients' experience");
        line(page, ".SH SYNOPSIS");
        text(page, "heed COMMAND [OPTION]...");
        line(page, ".SH DESCRIPTION");
        describe(page, heed);
        line(page, ".SH COMMANDS");
        heed.getSubcommands().values().forEach(each -> command(page, each));
        heed.getOut().print(page);
        heed.getOut().flush();
    }

    private static void command(StringBuilder page, CommandLine command) {
        line(page, ".SS " + escaped(command.getCommandSpec().qualifiedName()));
        literally(page, synopsis(command).lines().toList());
        describe(page, command);
        for (Map.Entry<String, CommandLine> each : command.getSubcommands().entrySet()) {
            command(page, each.getValue());
        }
    }

    /** What it does, its options, and its footer, which is laid out by its author. */
    private static void describe(StringBuilder page, CommandLine command) {
        Help help = command.getHelp();
        text(page, help.description());
        literally(page, (help.parameterList() + help.optionList()).lines().toList());
        literally(page, help.footer().lines().toList());
    }

    private static String synopsis(CommandLine command) {
        return command.getHelp().synopsis(0);
    }

    private static void literally(StringBuilder page, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        line(page, ".PP");
        line(page, ".nf");
        lines.forEach(each -> text(page, each));
        line(page, ".fi");
    }

    private static void text(StringBuilder page, String text) {
        text.lines().forEach(each -> line(page, escaped(each)));
    }

    /**
     * A point or an apostrophe at the start of a line would be a macro, and a backslash begins what is none of ours.
     */
    private static String escaped(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }

    private static void line(StringBuilder page, String line) {
        page.append(line).append('\n');
    }
}
