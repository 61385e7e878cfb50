package heed.app;

import heed.app.settings.Settings;
import heed.connectors.KafkaFeedbackWriter;
import heed.connectors.fft.FftImport;
import heed.connectors.fft.FftSource;
import heed.connectors.fft.FftSummary;
import heed.schemas.Topics;
import heed.schemas.hospital.HospitalDirectory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.ProducerConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports a file of published figures. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Imports a file of published figures as the responses that it counts.",
        footer = {
            "",
            "Examples:",
            "  heed import fft_inpatient_trusts_2026-03.csv --format fft-trusts",
            "  heed import figures.csv --format fft-trusts --month 2026-03",
            "",
            "Importing the same file again changes nothing. A row that can't be true is named and left out,",
            "and the command exits with 1; the other rows are imported all the same."
        })
final class ImportCommand implements Callable<Integer> {

    private final World world;

    @Mixin
    private SettingsOptions options;

    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path file;

    @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}")
    private Format format;

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "Month of the figures; default: from the file's name, ..._YYYY-MM.csv.")
    private Optional<String> month = Optional.empty();

    ImportCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = options.read(world);
        Target target = Target.of(settings, world);
        HospitalDirectory hospitals = UpCommand.hospitals(settings.hospitals());
        FftSource source =
                switch (format) {
                    case FFT_TRUSTS ->
                        month.map(text -> FftSource.ofFile(file, FftSource.monthOf(text)))
                                .orElseGet(() -> FftSource.ofFile(file));
                };
        try (var writer = KafkaFeedbackWriter.connect(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, target.bootstrap()),
                target.serdes().of(Topics.FEEDBACK).serializer(),
                KafkaFeedbackWriter.Config.defaults())) {
            var importing = new FftImport(
                    writer,
                    code -> hospitals.byCode(code).zone(),
                    settings.pipeline().lateness(),
                    world.clock());
            return report(importing.run(source, new ProgressBar(world.err(), "responses")));
        }
    }

    private int report(FftSummary summary) {
        summary.rejected().forEach(row -> world.err().println("left out, " + row));
        world.out()
                .println("Imported " + summary.responses() + " responses of " + summary.rows() + " hospitals for "
                        + summary.month()
                        + (summary.rejected().isEmpty()
                                ? "."
                                : "; left out " + summary.rejected().size() + " row(s)."));
        return summary.rejected().isEmpty() ? 0 : 1;
    }

    /** The formats by the names that a user types. */
    enum Format {
        FFT_TRUSTS;

        @Override
        public String toString() {
            return "fft-trusts";
        }
    }
}
