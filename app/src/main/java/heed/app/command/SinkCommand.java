package heed.app.command;

import java.util.List;
import picocli.CommandLine.Command;

/** Writes results to where others read them. */
@Command(
        name = "sink",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Writes the results to a database as they come.",
        footer = {
            "",
            "Examples:",
            "  heed sink postgres --url postgresql://db:5432/heed --user heed --password-file /run/secrets/db",
            "",
            "Needs a Heed that runs on the data directory, or the servers that it uses."
        })
final class SinkCommand {

    private final CommandContext context;

    SinkCommand(CommandContext context) {
        this.context = context;
    }

    List<Object> subcommands() {
        return List.of(new PostgresCommand(context));
    }
}
