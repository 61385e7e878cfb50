package heed.app.command;

import heed.app.backup.Backup;
import heed.app.settings.Settings;
import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedRecords;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies what cannot be computed again to a file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Copies responses, actions and pulses, with their schemas, to one file.",
        footer = {
            "",
            "Examples:",
            "  heed backup heed-2026-11-29.avro",
            "  heed backup heed-2026-11-29.avro --bootstrap kafka:9092 --registry http://registry:8081",
            "",
            "FILE holds all that was committed when the command began; Heed may run meanwhile. Scores, drops and all",
            "other results are not in it: they come from what is, to the same digits. Nor are comments, which must",
            "stay erasable, nor settings, questionnaires and the hospitals file, which are files of yours.",
            "It holds patients' answers: it is made for its owner's eyes only, and is for you to keep safe."
        })
final class BackupCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private SettingsOptions options;

    @Parameters(paramLabel = "FILE", description = "The file to make; it must not be there yet.")
    private Path file;

    BackupCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = options.read(context);
        TargetServers target = TargetServers.of(settings, context);
        // A backup that was not made can't be had later; one that was not noted is known to whoever made it.
        target.noteTaken(context, "backup", null);
        var registry = target.schemas(context.clock());
        var consumers = CommittedConsumers.of(target.client());
        try (var records = new CommittedRecords(consumers.get(), Backup.topics())) {
            new Backup(registry)
                    .write(records, file, new ProgressBar(context.err(), "records")::at)
                    .forEach((topic, count) -> context.out().println("%-20s %d records".formatted(topic, count)));
        }
        context.out().println("The backup is " + file.toAbsolutePath().normalize() + ".");
        return 0;
    }
}
