package heed.app.command;

import heed.app.doctor.KafkaRefusal;
import heed.app.server.StartException;
import heed.app.settings.Component;
import heed.app.settings.SettingsException;
import heed.schemas.hospital.HospitalException;
import heed.schemas.questionnaire.QuestionnaireException;
import heed.schemas.yaml.FileProblemsException;
import java.io.InputStream;
import java.util.List;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The heed command. Exit codes: 0 done, 1 failed, 2 wrong usage or settings. */
@Command(
        name = "heed",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Turns patients' feedback into live scores for hospitals, and says when care gets worse.",
        footer = {
            "",
            "Begin with `heed demo`: it needs nothing installed and leaves nothing behind.",
            "`heed help COMMAND` has examples. The launcher knows two more: build, test.",
            "Exit codes: 0 done, 1 failed, 2 wrong usage or settings."
        })
public final class HeedCommand {

    private static final int FAILED = 1;
    private static final String OF_KAFKA = "org.apache.kafka.";

    /** Runs what the arguments ask for and returns the exit code. */
    public static int run(String... arguments) {
        return commandLine(CommandContext.real()).execute(arguments);
    }

    static CommandLine commandLine(CommandContext context) {
        return commandLine(context, System.in);
    }

    static CommandLine commandLine(CommandContext context, InputStream in) {
        CommandLine line = new CommandLine(new HeedCommand());
        List.of(
                        new UpCommand(context),
                        new DemoCommand(context),
                        new ImportCommand(context),
                        new BackfillCommand(context),
                        new FormLinksCommand(context),
                        new TailCommand(context),
                        new ExportCommand(context),
                        new ReportCommand(context),
                        new RecountCommand(context),
                        new WatchCommand(context, in),
                        new ExplainCommand(context),
                        new RebaselineCommand(context),
                        new BudgetCommand(context),
                        new TopicsCommand(context),
                        new AclsCommand(context),
                        new BackupCommand(context),
                        new RestoreCommand(context),
                        new CalibrateCommand(context),
                        new ThemesCommand(context),
                        new AuditCommand(context),
                        new EraseCommand(context),
                        new DoctorCommand(context))
                .forEach(line::addSubcommand);
        addGroups(line, context);
        List.of(new CompletionCommand(), new ManCommand(), new CommandLine.HelpCommand())
                .forEach(line::addSubcommand);
        return line.setOut(context.out())
                .setErr(context.err())
                .setUsageHelpAutoWidth(true)
                .setUsageHelpLongOptionsMaxWidth(28)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(WrongUsage::say)
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, context));
    }

    private static void addGroups(CommandLine line, CommandContext context) {
        var questionnaires = new QuestionnairesCommand(context);
        add(line, questionnaires, questionnaires.subcommands());
        var users = new UsersCommand(context);
        add(line, users, users.subcommands());
        var keys = new KeysCommand(context);
        add(line, keys, keys.subcommands());
        var notify = new NotifyCommand(context);
        add(line, notify, notify.subcommands());
        var sinks = new SinkCommand(context);
        add(line, sinks, sinks.subcommands());
        var rejected = new RejectedCommand(context);
        add(line, rejected, rejected.subcommands());
    }

    private static void add(CommandLine line, Object command, List<Object> subcommands) {
        CommandLine of = new CommandLine(command);
        subcommands.forEach(of::addSubcommand);
        line.addSubcommand(of);
    }

    /** An exception's message is written for the user; what it came from goes to the log. */
    private static int report(Exception failure, CommandContext context) {
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
        LoggerFactory.getLogger(HeedCommand.class).debug("A command failed", failure);
        context.err()
                .println("heed: "
                        + KafkaRefusal.words(failure, Component.COMMANDS)
                                .filter(words -> !(failure instanceof StartException))
                                .map(words -> "Kafka: " + words)
                                .orElseGet(() -> said(failure)));
        return failure instanceof SettingsException
                        || failure instanceof QuestionnaireException
                        || failure instanceof HospitalException
                        || failure instanceof FileProblemsException
                ? WrongUsage.EXIT_CODE
                : FAILED;
    }

    /** Kafka's own leave the reason to their cause: "Failed to construct kafka consumer" says nothing. */
    private static String said(Throwable failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        Throwable cause = failure.getCause();
        return cause == null || !failure.getClass().getName().startsWith(OF_KAFKA)
                ? message
                : message + ": " + said(cause);
    }
}
