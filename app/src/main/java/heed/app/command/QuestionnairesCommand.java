package heed.app.command;

import heed.app.settings.ConfiguredQuestionnaires;
import heed.schemas.name.NearestName;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.QuestionnaireException;
import heed.schemas.questionnaire.Questionnaires;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists the questionnaires, shows one, and checks files of new ones. */
@Command(
        name = "questionnaires",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Lists the questionnaires that Heed takes, shows one, or checks files before they are used.",
        footer = {
            "",
            "Examples:",
            "  heed questionnaires list",
            "  heed questionnaires list --set questionnaires=DIR",
            "  heed questionnaires show experience-1",
            "  heed questionnaires check ward.yaml",
        })
final class QuestionnairesCommand {

    private final CommandContext context;

    QuestionnairesCommand(CommandContext context) {
        this.context = context;
    }

    List<Object> subcommands() {
        return List.of(new ListThem(context), new Check(context), new Show(context));
    }

    /** Lists what is known and where it comes from. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the questionnaires that Heed would start with.",
            footer = {
                "",
                "Examples:",
                "  heed questionnaires list",
                "  heed questionnaires list --set questionnaires=DIR"
            })
    static final class ListThem implements Callable<Integer> {

        private final CommandContext context;

        @Mixin
        private SettingsOptions options;

        ListThem(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            Questionnaires known =
                    ConfiguredQuestionnaires.read(options.read(context).questionnaires());
            int width = known.all().stream()
                    .mapToInt(each -> each.id().length())
                    .max()
                    .orElse(0);
            for (Questionnaire each : known.all()) {
                String from = known.fileOf(each).map(Path::toString).orElse("comes with Heed");
                context.out()
                        .println(each.id() + " ".repeat(width + 2 - each.id().length()) + each.title() + ", "
                                + QuestionnaireSheet.counted(each) + " (" + from + ")");
            }
            return 0;
        }
    }

    /** Says whether Heed would start with files beside the questionnaires that it has. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Reads files and says everything that is wrong with them, with file and line.",
            footer = {
                "",
                "Examples:",
                "  heed questionnaires check ward.yaml",
                "  heed questionnaires check DIR/*.yaml",
                "",
                "Exits with 1 where there is a problem. Changes nothing."
            })
    static final class Check implements Callable<Integer> {

        private final CommandContext context;

        @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files.")
        private List<Path> files;

        Check(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            try {
                Questionnaires shipped = Questionnaires.shipped();
                Questionnaires all = shipped.and(files);
                for (Questionnaire each :
                        all.all().subList(shipped.all().size(), all.all().size())) {
                    context.out()
                            .println(all.fileOf(each).map(file -> file + ": ").orElse("") + "valid. "
                                    + QuestionnaireSheet.summary(each) + ".");
                    context.out().println("  " + QuestionnaireSheet.watched(each));
                }
                return 0;
            } catch (QuestionnaireException e) {
                e.problems().forEach(context.out()::println);
                context.out().println(e.problems().size() + " problem(s) found.");
                return 1;
            }
        }
    }

    /** Shows one in full. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description =
                    "Shows a questionnaire: questions, answers, measures, and what each answer is worth in basis points.",
            footer = {
                "",
                "Examples:",
                "  heed questionnaires show fft-2020",
                "  heed questionnaires show ncpes-2018 | less"
            })
    static final class Show implements Callable<Integer> {

        private final CommandContext context;

        @Mixin
        private SettingsOptions options;

        @Parameters(paramLabel = "ID", description = "The questionnaire's id, as `heed questionnaires list` has it.")
        private String id;

        Show(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            Questionnaires known =
                    ConfiguredQuestionnaires.read(options.read(context).questionnaires());
            Questionnaire shown = known.byId(id).orElseThrow(() -> unknown(known));
            QuestionnaireSheet.lines(shown).forEach(context.out()::println);
            return 0;
        }

        private IllegalArgumentException unknown(Questionnaires known) {
            List<String> ids = known.all().stream().map(Questionnaire::id).toList();
            return new IllegalArgumentException("there is no questionnaire '" + id + "'; the nearest is "
                    + NearestName.of(id, ids) + ", all are " + String.join(", ", ids));
        }
    }
}
