package heed.app.command;

import heed.app.explain.DropChoice;
import heed.app.explain.Explanation;
import heed.app.explain.WeeksOnTopics;
import heed.app.settings.ConfiguredHospitals;
import heed.app.settings.ConfiguredQuestionnaires;
import heed.app.settings.Settings;
import heed.app.tail.RecordJson;
import heed.schemas.Drop;
import heed.schemas.figures.Together;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.topic.Topics;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains one drop with the evidence that it stands on. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Explains a drop: its figures, what they mean, the evidence day by day, and how to check it.",
        footer = {
            "",
            "Examples:",
            "  heed explain 3f2a9c1e",
            "  heed explain 3f2a9c1e-7b54-3d0c-9a86-0c1d2e3f4a5b --welsh",
            "  heed explain 3f2a9c1e --json | jq .trail",
            "",
            "The id is in the field drop_id (`heed tail drops --from-beginning`) and in the page's address of a drop."
        })
final class ExplainCommand implements Callable<Integer> {

    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Parameters(paramLabel = "DROP_ID", description = "The drop's id, or how it begins: eight characters at least.")
    private String id;

    @Option(names = "--welsh", description = "Sum up in Welsh.")
    private boolean welsh;

    @Option(names = "--json", description = "Print the record as JSON instead.")
    private boolean json;

    @Option(
            names = "--hospital",
            paramLabel = "CODE",
            description = "Where there is no such drop, name those of this hospital only.")
    private Optional<String> hospital = Optional.empty();

    ExplainCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (id.length() < DropChoice.SHORTEST) {
            throw new ParameterException(
                    spec.commandLine(),
                    "DROP_ID: may be shortened to " + DropChoice.SHORTEST + " characters, '" + id + "' has "
                            + id.length());
        }
        Settings settings = options.read(context);
        TargetServers target = TargetServers.of(settings, context);
        Drop drop = DropChoice.of(target.values(Topics.DROPS).newestBy(Drop::getDropId), id, hospital);
        lines(drop, settings, target).forEach(context.out()::println);
        return 0;
    }

    private List<String> lines(Drop drop, Settings settings, TargetServers target) {
        if (json) {
            return List.of(RecordJson.of(drop).toPrettyString());
        }
        HospitalDirectory directory = ConfiguredHospitals.read(settings.hospitals());
        var weeks = new WeeksOnTopics(target.values(Topics.SCORES), target.values(Topics.MOVEMENTS));
        var explanation = new Explanation(
                drop,
                weeks.beside(drop, directory.byCode(drop.getHospital()).zone()),
                Together.around(drop, target.values(Topics.EPISODES).newest().values()),
                directory,
                ConfiguredQuestionnaires.read(settings.questionnaires()));
        return welsh ? explanation.welsh() : explanation.english();
    }
}
