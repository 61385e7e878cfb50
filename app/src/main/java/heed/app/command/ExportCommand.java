package heed.app.command;

import heed.app.export.ExportFile;
import heed.app.export.ExportFormat;
import heed.app.export.PublishedRows;
import heed.app.settings.ConfiguredHospitals;
import heed.app.settings.Settings;
import heed.connectors.export.TopicRows;
import heed.monitoring.readmodel.ReadModel;
import heed.schemas.Audience;
import heed.schemas.AuditKind;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.flat.DataDictionary;
import heed.schemas.flat.DaySpan;
import heed.schemas.flat.FlatTable;
import heed.schemas.flat.FlatTables;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.reader.CommittedConsumers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Writes the results, or the responses, as a file. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Writes scores, drops, comparisons, responses or themes by week as one file, up to now, and ends.",
        footer = {
            "",
            "Examples:",
            "  heed export scores --from 2026-03 --to 2026-03 --output march.csv",
            "  heed export league --format xlsx --output league.xlsx",
            "  heed export scores --format parquet --output scores.parquet",
            "  heed export drops | head",
            "  heed export scores --audience published --output open-data.csv",
            "  heed export --dictionary",
            "",
            "A row is of one day, local to its hospital: of its window's first, or when its drop was opened, or its response given, or",
            "its week's Monday.",
            "Whoever may read the topics has all of this anyway: --audience published writes what may be shown to everybody.",
            "Each export stands in the audit. `feedback` has single responses: keep the file as you keep those."
        })
final class ExportCommand implements Callable<Integer> {

    /** Whom a file is for. Not the records' own enum, which would have Avro set up for every help. */
    private enum Whose {
        INTERNAL,
        PUBLISHED
    }

    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Parameters(
            arity = "0..1",
            paramLabel = "TABLE",
            description = "One of ${COMPLETION-CANDIDATES}.",
            completionCandidates = TableNames.class,
            converter = TableNames.class)
    private @Nullable FlatTable<?> table;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "First day, or month, such as 2026-03-01 or 2026-03; else all that there is.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DAY", description = "Last day, or month, itself among them.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--hospital", paramLabel = "CODE", description = "Only rows of this hospital.")
    private Optional<String> hospital = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "csv (default), xlsx or parquet.")
    private ExportFormat format = ExportFormat.CSV;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to; CSV is printed where none is given.")
    private @Nullable Path output;

    @Option(
            names = "--audience",
            paramLabel = "WHO",
            description = "internal (default): all that the topics have; published: what may be shown to everybody.")
    private Whose audience = Whose.INTERNAL;

    @Option(names = "--dictionary", description = "Print what each column means instead, of TABLE or of all.")
    private boolean dictionary;

    ExportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (dictionary) {
            context.out().print(DataDictionary.of(table == null ? FlatTables.all() : List.of(table)));
            context.out().flush();
            return 0;
        }
        if (table == null) {
            throw refused("TABLE is missing: one of " + String.join(", ", new TableNames()) + ".");
        }
        return export(table, checked(table));
    }

    private DaySpan checked(FlatTable<?> table) {
        if (output == null && format != ExportFormat.CSV) {
            throw refused("--format " + format.name().toLowerCase(Locale.ROOT) + " needs --output FILE.");
        }
        if (audience == Whose.PUBLISHED && table.equals(FlatTables.FEEDBACK)) {
            throw refused("--audience published has no feedback: single responses are shown to nobody else.");
        }
        if (audience == Whose.PUBLISHED && table.equals(FlatTables.THEMES)) {
            throw refused("--audience published has no themes: what patients wrote about is for staff alone.");
        }
        try {
            return DaySpan.of(from, to);
        } catch (IllegalArgumentException e) {
            throw refused("--" + e.getMessage());
        }
    }

    private <R extends SpecificRecord> int export(FlatTable<R> table, DaySpan span)
            throws IOException, InterruptedException {
        Settings settings = options.read(context);
        TargetServers target = TargetServers.of(settings, context);
        ExportFile.Rows rows = audience == Whose.PUBLISHED
                ? published(table, span, settings, target)
                : all(table, span, ConfiguredHospitals.read(settings.hospitals()), target);
        target.audit(context).note(AuditKind.EXPORTED, about(table), hospital.orElse(null));
        TopicRows.Written written = output == null
                ? ExportFile.print(context.out(), table, rows)
                : ExportFile.write(output, format, table, rows);
        if (written.unreadable() > 0) {
            context.err()
                    .println("heed: " + written.unreadable() + " records of "
                            + table.topic().name() + " are none of ours and left out.");
        }
        if (output != null) {
            context.err().println("heed: wrote " + written.rows() + " rows to " + output);
        }
        return 0;
    }

    private <R extends SpecificRecord> ExportFile.Rows all(
            FlatTable<R> table, DaySpan span, HospitalDirectory hospitals, TargetServers target) {
        return new TopicRows<>(
                table,
                target.serdes(),
                CommittedConsumers.of(target.client()),
                record -> span.has(table.day(record, hospitals))
                        && hospital.map(table.hospital(record)::equals).orElse(true))::writeTo;
    }

    private ExportFile.Rows published(FlatTable<?> table, DaySpan span, Settings settings, TargetServers target) {
        Disclosure disclosure = Disclosure.to(
                        Audience.PUBLISHED, settings.audiences().minimums())
                .closing(settings.pipeline().lateness());
        return new PublishedRows(
                        new ReadModel(context.clock(), disclosure),
                        ConfiguredHospitals.read(settings.hospitals()),
                        context.clock())
                .read(CommittedConsumers.of(target.client()), target.serdes())
                .rows(table, span, code -> hospital.map(code::equals).orElse(true));
    }

    /** Says what was taken, in codes that were typed. */
    private String about(FlatTable<?> table) {
        return Stream.of(
                        Optional.of("export " + table.name()),
                        Optional.of(audience.name().toLowerCase(Locale.ROOT)),
                        from.map(day -> "from " + day),
                        to.map(day -> "to " + day))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private ParameterException refused(String words) {
        return new ParameterException(spec.commandLine(), words);
    }

    /** The tables by the names that a user types. */
    static final class TableNames implements Iterable<String>, ITypeConverter<FlatTable<?>> {

        @Override
        public Iterator<String> iterator() {
            return FlatTables.all().stream().<String>map(FlatTable::name).iterator();
        }

        @Override
        public FlatTable<?> convert(String name) {
            return FlatTables.all().stream()
                    .filter(table -> table.name().equals(name.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "must be one of " + String.join(", ", this) + ", was '" + name + "'"));
        }
    }
}
