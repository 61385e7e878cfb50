package heed.app.command;

import heed.app.doctor.KafkaRefusal;
import heed.app.server.StartException;
import heed.app.settings.Component;
import heed.app.settings.SettingsException;
import heed.app.terminal.MovingLine;
import heed.schemas.hospital.HospitalException;
import heed.schemas.questionnaire.QuestionnaireException;
import heed.schemas.yaml.FileProblemsException;
import java.io.InputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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
        CommandContext context = CommandContext.real();
        MovingLine.endLaunchers(context.err());
        Map<String, Supplier<CommandLine>> commands = commands(context, System.in);
        Supplier<CommandLine> named = arguments.length == 0 ? null : commands.get(arguments[0]);
        // To look at every command takes longer than to run one that does little.
        return commandLine(context, named == null ? commands.values() : List.of(named))
                .execute(arguments);
    }

    static CommandLine commandLine(CommandContext context) {
        return commandLine(context, System.in);
    }

    static CommandLine commandLine(CommandContext context, InputStream in) {
        return commandLine(context, commands(context, in).values());
    }

    private static CommandLine commandLine(CommandContext context, Collection<Supplier<CommandLine>> commands) {
        CommandLine line = new CommandLine(new HeedCommand());
        commands.forEach(each -> line.addSubcommand(each.get()));
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

    /** Returns by name, and in the order of the help, how each command is made that somebody may ask for by itself. */
    static Map<String, Supplier<CommandLine>> commands(CommandContext context, InputStream in) {
        Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
        commands.put("up", () -> new CommandLine(new UpCommand(context)));
        commands.put("demo", () -> new CommandLine(new DemoCommand(context)));
        commands.put("import", () -> new CommandLine(new ImportCommand(context)));
        commands.put("backfill", () -> new CommandLine(new BackfillCommand(context)));
        commands.put("form-links", () -> new CommandLine(new FormLinksCommand(context)));
        commands.put("tail", () -> new CommandLine(new TailCommand(context)));
        commands.put("export", () -> new CommandLine(new ExportCommand(context)));
        commands.put("report", () -> new CommandLine(new ReportCommand(context)));
        commands.put("recount", () -> new CommandLine(new RecountCommand(context)));
        commands.put("watch", () -> new CommandLine(new WatchCommand(context, in)));
        commands.put("explain", () -> new CommandLine(new ExplainCommand(context)));
        commands.put("rebaseline", () -> new CommandLine(new RebaselineCommand(context)));
        commands.put("budget", () -> new CommandLine(new BudgetCommand(context)));
        commands.put("topics", () -> new CommandLine(new TopicsCommand(context)));
        commands.put("acls", () -> new CommandLine(new AclsCommand(context)));
        commands.put("backup", () -> new CommandLine(new BackupCommand(context)));
        commands.put("restore", () -> new CommandLine(new RestoreCommand(context)));
        commands.put("calibrate", () -> new CommandLine(new CalibrateCommand(context)));
        commands.put("themes", () -> new CommandLine(new ThemesCommand(context)));
        commands.put("audit", () -> new CommandLine(new AuditCommand(context)));
        commands.put("erase", () -> new CommandLine(new EraseCommand(context)));
        commands.put("doctor", () -> new CommandLine(new DoctorCommand(context)));
        putGroups(commands, context);
        return commands;
    }

    private static void putGroups(Map<String, Supplier<CommandLine>> commands, CommandContext context) {
        commands.put("questionnaires", () -> {
            var questionnaires = new QuestionnairesCommand(context);
            return group(questionnaires, questionnaires.subcommands());
        });
        commands.put("users", () -> {
            var users = new UsersCommand(context);
            return group(users, users.subcommands());
        });
        commands.put("keys", () -> {
            var keys = new KeysCommand(context);
            return group(keys, keys.subcommands());
        });
        commands.put("notify", () -> {
            var notify = new NotifyCommand(context);
            return group(notify, notify.subcommands());
        });
        commands.put("sink", () -> {
            var sinks = new SinkCommand(context);
            return group(sinks, sinks.subcommands());
        });
        commands.put("rejected", () -> {
            var rejected = new RejectedCommand(context);
            return group(rejected, rejected.subcommands());
        });
    }

    private static CommandLine group(Object command, List<Object> subcommands) {
        CommandLine group = new CommandLine(command);
        subcommands.forEach(group::addSubcommand);
        return group;
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
                                .or(() -> KafkaRefusal.untilTokens(failure, Component.COMMANDS))
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
