package heed.app.command;

import heed.app.budget.BudgetTexts;
import heed.app.settings.ConfiguredBudget;
import heed.app.settings.ConfiguredHospitals;
import heed.app.settings.ConfiguredQuestionnaires;
import heed.app.settings.Settings;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.name.NearestName;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.Questionnaires;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says by how many false alarms whom the settings will disturb. */
@Command(
        name = "budget",
        mixinStandardHelpOptions = true,
        description = "Says in words how often chance alone will disturb whom in a year, by the settings as they are.",
        footer = {
            "",
            "Examples:",
            "  heed budget",
            "  heed budget --questionnaire fft-2020 --hospitals 12 --units 8",
            "  heed budget --questionnaire fft-2020 --hospitals 200 --want 1-per-month",
            "  heed budget --set watch.measure-false-alarm-days=fft-2020.positive=365",
            "",
            "Without --questionnaire all that are configured count as asked at every hospital. Needs no servers."
        })
final class BudgetCommand implements Callable<Integer> {

    private static final int MOST_UNITS = 1_000;
    private static final int MOST_HOSPITALS = 10_000;

    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Option(
            names = "--questionnaire",
            paramLabel = "ID",
            description = "One that is asked; may be given several times.")
    private List<String> ids = List.of();

    @Option(
            names = "--hospital",
            paramLabel = "CODE",
            description = "The one hospital to show; default: one that the hospitals' file does not single out.")
    private Optional<String> hospital = Optional.empty();

    @Option(
            names = "--hospitals",
            paramLabel = "N",
            description = "How many hospitals somebody watches; default: those of the hospitals' file.")
    private Optional<Integer> hospitals = Optional.empty();

    @Option(names = "--units", paramLabel = "U", description = "How many units of each hospital are watched too.")
    private int units;

    @Option(
            names = "--want",
            paramLabel = "N-per-PERIOD",
            description =
                    "How often is bearable, such as 1-per-month: says what to set. PERIOD is year, month or week.")
    private Optional<String> want = Optional.empty();

    BudgetCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        requireWithin("--units", units, 0, MOST_UNITS);
        hospitals.ifPresent(number -> requireWithin("--hospitals", number, 1, MOST_HOSPITALS));
        Settings settings = options.read(context);
        Questionnaires questionnaires = ConfiguredQuestionnaires.read(settings.questionnaires());
        HospitalDirectory directory = ConfiguredHospitals.read(settings.hospitals());
        var texts = new BudgetTexts(
                ConfiguredBudget.of(settings.watch(), directory, questionnaires),
                directory,
                questionnaires,
                asked(questionnaires),
                settings.watch().silenceFalseAlarmDays());
        try {
            texts.of(hospital, hospitals, units, want).forEach(context.out()::println);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--want: " + e.getMessage(), e);
        }
        return 0;
    }

    private List<Questionnaire> asked(Questionnaires questionnaires) {
        if (ids.isEmpty()) {
            return questionnaires.all();
        }
        List<String> known =
                questionnaires.all().stream().map(Questionnaire::id).toList();
        return ids.stream()
                .distinct()
                .map(id -> questionnaires
                        .byId(id)
                        .orElseThrow(() -> new ParameterException(
                                spec.commandLine(),
                                "--questionnaire: there is no " + id + "; the nearest is "
                                        + NearestName.of(id, known))))
                .toList();
    }

    private void requireWithin(String option, int number, int least, int most) {
        if (number < least || number > most) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + ": must be a whole number from " + least + " to " + most + ", was " + number);
        }
    }
}
