package heed.app.command;

import heed.app.access.NotedAct;
import heed.app.settings.ConfiguredHospitals;
import heed.app.settings.Settings;
import heed.connectors.KafkaFeedbackWriter;
import heed.connectors.heard.HeardMonths;
import heed.connectors.published.ImportSummary;
import heed.connectors.published.PublishedFormat;
import heed.connectors.published.PublishedImport;
import heed.connectors.published.PublishedSource;
import heed.connectors.published.fft.FftService;
import heed.connectors.published.fft.FftTrusts;
import heed.connectors.published.ncpes.NcpesTrustQuestions;
import heed.schemas.AuditKind;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedRecords;
import heed.schemas.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports a file: rows that are responses, by a mapping, or published figures. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Imports a file of responses, or of published figures as the responses that it counts.",
        footer = {
            "",
            "Examples:",
            "  heed import april.csv --guess > ward-tablets.yaml",
            "  heed import april.csv --mapping ward-tablets.yaml",
            "  heed import export.csv --mapping limesurvey",
            "  heed import old.csv --mapping ward-tablets.yaml --print > history.ndjson",
            "  heed import fft_inpatient_trusts_2026-03.csv --format fft-trusts",
            "  heed import figures.csv --format fft-trusts --month 2026-03",
            "  heed import fft_2026-03.xlsx --format fft-trusts --sheet Trusts",
            "  heed import fft_ae_2026-03.csv --format fft-trusts --service ae",
            "  heed import ncpes_2018_trust_questions.csv --format ncpes-trust-questions",
            "",
            "With a mapping each row of a CSV, TSV, NDJSON or XLSX file is a response, which arrives now. --guess writes a first",
            "mapping and shows ten rows as it reads them. A row that can't be read right is named with its line and",
            "refused, and the command exits with 1; the other rows are imported all the same. --print imports nothing",
            "and writes the responses as `heed backfill` takes them: what is older than the lateness is a history.",
            "Mappings that come with Heed: formbricks, limesurvey, microsoft-forms.",
            "",
            "fft-trusts: counts of the Friends and Family Test, by trust or practice and month: of each answer, as NHS",
            "England's monthly files have them, or of positive and negative ones. --service says of which service; else",
            "it is of inpatients. Until March 2020 other answers could be given: such files are figures of fft-2013.",
            "Rows of totals are named and left out; figures that are suppressed are counted, and bring no responses.",
            "ncpes-trust-questions: percentages of the National Cancer Patient Experience Survey 2018, by trust",
            "and question. Each question's count of the month is the published one, and its score the one before",
            "adjustment: 164 of 3,367 percentages round to one less, having been rounded twice when published,",
            "and 236 of 3,364 ratings differ from those of adjusted figures. Which patient gave which answers,",
            "and when, is not published and is made up: for tests and demonstrations.",
            "",
            "Published figures count by the month: in scores of months, comparisons and monthly charts. The watch",
            "learns nothing from them, for they have no days.",
            "",
            "Importing the same file again changes nothing. A row that can't be true is named and left out,",
            "and the command exits with 1; the other rows are imported all the same. So is the row of a hospital that",
            "has responses of the month here, its own or a history's: its patients would count twice."
        })
final class ImportCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private SettingsOptions options;

    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path file;

    @ArgGroup
    private Way way = new Way();

    @Spec
    private CommandSpec spec;

    @Option(names = "--print", description = "With --mapping: writes the responses to standard output, for backfill.")
    private boolean print;

    @Option(
            names = "--questionnaire",
            paramLabel = "ID",
            description = "With --guess: the questionnaire; default: the one that most columns fit.")
    private Optional<String> questionnaire = Optional.empty();

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "Month of the figures; default: as the file's name says it; for the survey of 2018, 2018-06.")
    private Optional<String> month = Optional.empty();

    @Option(
            names = "--sheet",
            paramLabel = "NAME",
            description = "Sheet of a workbook of published figures; default: the only one that has anything in it.")
    private Optional<String> sheet = Optional.empty();

    @Option(
            names = "--service",
            paramLabel = "SERVICE",
            description = "With fft-trusts: ${COMPLETION-CANDIDATES}; default: inpatient, unless the file's name speaks"
                    + " of another.")
    private Optional<FftService> service = Optional.empty();

    ImportCommand(CommandContext context) {
        this.context = context;
    }

    /** How the file is read: one of these. */
    static final class Way {

        @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}")
        private Optional<Format> format = Optional.empty();

        @Option(
                names = "--mapping",
                paramLabel = "MAPPING",
                description =
                        "The mapping of a file whose rows are responses: a YAML file, or the name of one that comes"
                                + " with Heed.")
        private Optional<String> mapping = Optional.empty();

        @Option(names = "--guess", description = "Writes a first mapping of FILE to standard output.")
        private boolean guess;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!Files.exists(file)) {
            throw new ParameterException(spec.commandLine(), "there is no file " + file);
        }
        if (Files.isDirectory(file)) {
            throw new ParameterException(
                    spec.commandLine(), file + " is a directory: name a file in it, one at a time");
        }
        if (way.format.isEmpty() && way.mapping.isEmpty() && !way.guess) {
            throw new ParameterException(
                    spec.commandLine(),
                    "say what " + file.getFileName() + " is: --mapping MAPPING where a row is a response, --guess for"
                            + " a first mapping, --format FORMAT for published figures");
        }
        if (service.isPresent() && !way.format.equals(Optional.of(Format.FFT_TRUSTS))) {
            throw new ParameterException(spec.commandLine(), "--service goes with --format fft-trusts alone");
        }
        Settings settings = options.read(context);
        if (way.format.isPresent()) {
            return importPublished(settings, way.format.get());
        }
        var rows = new RowFiles(context, settings, file);
        if (way.guess) {
            return rows.guess(questionnaire);
        }
        String mapping = way.mapping.orElseThrow();
        return print ? rows.print(mapping) : rows.importAs(mapping);
    }

    private int importPublished(Settings settings, Format format) throws InterruptedException {
        TargetServers target = TargetServers.of(settings, context);
        HospitalDirectory hospitals = ConfiguredHospitals.read(settings.hospitals());
        PublishedFormat reading = format.reading(service);
        PublishedSource whole = month.map(text -> PublishedSource.ofFile(file, PublishedSource.monthOf(text)))
                .orElseGet(() -> PublishedSource.ofFile(file, reading));
        PublishedSource source = sheet.map(whole::of).orElse(whole);
        var connection = target.client();
        var serde = target.serdes().of(Topics.FEEDBACK);
        Function<String, ZoneId> zones = code -> hospitals.byCode(code).zone();
        try (var topic = new CommittedRecords(CommittedConsumers.of(connection).get(), List.of(Topics.FEEDBACK));
                var writer = KafkaFeedbackWriter.connect(
                        connection, serde.serializer(), KafkaFeedbackWriter.Config.defaults())) {
            var importing = new PublishedImport(
                    reading,
                    writer,
                    zones,
                    settings.pipeline().lateness(),
                    context.clock(),
                    codes -> HeardMonths.in(topic::readToEnd, codes, zones, serde.deserializer()));
            return report(new NotedAct(target.audit(context), AuditKind.BROUGHT_IN, "import", null)
                    .inParts(beginning ->
                            importing.run(source, ProgressBar.of(context, "responses"), beginning::begin)));
        }
    }

    private int report(ImportSummary summary) {
        summary.rest().totals().forEach(row -> context.err()
                .println("a total, line " + row.line() + ": " + row.label()
                        + (row.said().isEmpty()
                                ? ""
                                : " has " + row.said() + " responses; those imported are " + summary.responses())));
        summary.rest().rejected().forEach(row -> context.err().println("left out, " + row));
        summary.answered().forEach(code -> context.err()
                .println("left out, " + code + ": it has responses of " + summary.month()
                        + " here. Beside published figures its patients would count twice, and what these"
                        + " responses say could be told by subtraction."));
        int leftOut = summary.rest().rejected().size() + summary.answered().size();
        context.out()
                .println("Imported " + summary.responses() + " responses of " + summary.hospitals() + " hospitals for "
                        + summary.month()
                        + (summary.withheld() == 0
                                ? ""
                                : "; " + summary.withheld()
                                        + " suppressed figures, of too few answers to publish, have none")
                        + (leftOut == 0 ? "." : "; left out " + leftOut + " row(s)."));
        return leftOut == 0 ? 0 : 1;
    }

    /** The formats by the names that a user types. */
    enum Format {
        FFT_TRUSTS("fft-trusts") {
            @Override
            PublishedFormat reading(Optional<FftService> service) {
                return new FftTrusts(service);
            }
        },
        NCPES_TRUST_QUESTIONS("ncpes-trust-questions") {
            @Override
            PublishedFormat reading(Optional<FftService> service) {
                return new NcpesTrustQuestions();
            }
        };

        private final String typed;

        Format(String typed) {
            this.typed = typed;
        }

        abstract PublishedFormat reading(Optional<FftService> service);

        @Override
        public String toString() {
            return typed;
        }
    }
}
