package heed.app.command;

import heed.app.form.FormKey;
import heed.app.settings.ConfiguredHospitals;
import heed.app.settings.ConfiguredQuestionnaires;
import heed.app.settings.Settings;
import heed.connectors.form.FormLink;
import heed.connectors.form.FormLinks;
import heed.monitoring.draw.QrSvg;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.hospital.UnknownHospitals;
import heed.schemas.name.Codes;
import heed.schemas.name.NearestName;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.Questionnaires;
import java.net.URI;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes links to the form, for walls, devices and messages. */
@Command(
        name = "form-links",
        mixinStandardHelpOptions = true,
        description = "Prints links to the form that patients answer, or QR codes of them as SVG.",
        footer = {
            "",
            "Examples:",
            "  heed form-links --hospital H1 --unit Ward-7 --url https://feedback.example --qr > ward-7.svg",
            "  heed form-links --hospital H1 --unit Ward-7 --url https://feedback.example --kiosk",
            "  heed form-links --hospital H1 --url https://feedback.example --once 500 --days 30 > links.txt",
            "",
            "Links are signed with form.key of the data directory, and good for nothing without it."
        })
final class FormLinksCommand implements Callable<Integer> {

    private static final int MOST_ONCE = 100_000;
    private static final int ID_BYTES = 16;

    private final CommandContext context;

    @Mixin
    private SettingsOptions options;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--hospital",
            paramLabel = "CODE",
            required = true,
            description = "The hospital that is asked about.")
    private String hospital;

    @Option(names = "--unit", paramLabel = "CODE", description = "Its ward or service; else the whole hospital.")
    private @Nullable String unit;

    @Option(
            names = "--questionnaire",
            paramLabel = "ID",
            defaultValue = "fft-2020",
            description = "What is asked; ${DEFAULT-VALUE} where it is not given.")
    private String questionnaire;

    @Option(names = "--kiosk", description = "For a device that stands there: clear and next.")
    private boolean kiosk;

    @Option(names = "--once", paramLabel = "N", description = "N links of which each counts once, for messages.")
    private @Nullable Integer once;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "365",
            description = "How long they are good; ${DEFAULT-VALUE} days where it is not given.")
    private int days;

    @Option(names = "--url", paramLabel = "URL", description = "What people reach the intake by, without a path.")
    private @Nullable URI url;

    @Option(names = "--qr", description = "Prints QR codes as SVG instead of links, one drawing a line.")
    private boolean qr;

    FormLinksCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Settings settings = options.read(context);
        HospitalDirectory hospitals = ConfiguredHospitals.read(settings.hospitals());
        check(settings, hospitals);
        var random = new SecureRandom();
        FormLinks links = FormKey.links(settings.data(), random);
        String base = base(settings.intake().listener());
        LocalDate until =
                context.clock().instant().atZone(ZoneOffset.UTC).toLocalDate().plusDays(days);
        FormLink.Kind kind = once != null ? FormLink.Kind.ONCE : kiosk ? FormLink.Kind.KIOSK : FormLink.Kind.POSTER;
        String title = hospitals.byCode(hospital).name() + (unit == null ? "" : ", " + unit);
        for (int i = 0; i < (once == null ? 1 : once); i++) {
            byte[] id = new byte[ID_BYTES];
            random.nextBytes(id);
            var link = new FormLink(
                    questionnaire,
                    hospital,
                    Optional.ofNullable(unit),
                    kind,
                    HexFormat.of().formatHex(id),
                    until);
            String address = base + "/form/" + links.token(link);
            context.out().println(qr ? QrSvg.of(address, title).toString() : address);
        }
        return 0;
    }

    private void check(Settings settings, HospitalDirectory hospitals) {
        require(Codes.isCode(hospital), "--hospital must match " + Codes.PATTERN);
        require(unit == null || Codes.isCode(unit), "--unit must match " + Codes.PATTERN);
        require(
                settings.limits().unknown() != UnknownHospitals.REJECT || hospitals.lists(hospital),
                hospital + " is not in the hospitals' file, which is the list of who may send");
        require(once == null || !kiosk, "--once and --kiosk are two kinds of links");
        require(once == null || (once >= 1 && once <= MOST_ONCE), "--once must be 1 to " + MOST_ONCE);
        require(days >= 1 && days <= 3650, "--days must be 1 to 3650");
        require(
                url == null
                        || (url.getHost() != null && List.of("http", "https").contains(url.getScheme())),
                "--url must be an address as https://feedback.example");
        Questionnaires known = ConfiguredQuestionnaires.read(settings.questionnaires());
        List<String> ids = known.all().stream().map(Questionnaire::id).toList();
        require(
                ids.contains(questionnaire),
                "there is no questionnaire " + questionnaire + "; the nearest is "
                        + NearestName.of(questionnaire, ids));
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }

    private String base(Settings.Listener listener) {
        if (url != null) {
            return url.toString().replaceAll("/+$", "");
        }
        context.err().println("heed: without --url these links lead to this machine's own intake");
        String host = listener.host().contains(":") ? "[" + listener.host() + "]" : listener.host();
        return (listener.certificate().isPresent() ? "https" : "http") + "://" + host + ":" + listener.port();
    }
}
