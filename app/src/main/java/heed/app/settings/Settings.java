package heed.app.settings;

import heed.connectors.webhook.GivenSecrets;
import heed.monitoring.access.provider.ProviderSettings;
import heed.schemas.Audience;
import heed.schemas.WatchTime;
import heed.schemas.Window;
import heed.schemas.access.Role;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Minimums;
import heed.schemas.figures.FalseShare;
import heed.schemas.hospital.PlaceLimits;
import heed.schemas.listen.CertificateFiles;
import heed.schemas.listen.Proxies;
import heed.schemas.registry.RegistryAccess;
import heed.topology.detect.WatchMethod;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Holds the settings that a command runs with, one record for each module that takes them; {@code routes} is the file
 * that says who is told of changes.
 */
public record Settings(
        Path data,
        Servers servers,
        Listener page,
        ShownAtOnce shown,
        Intake intake,
        Hospitals hospitals,
        Optional<Path> questionnaires,
        PlaceLimits limits,
        Pipeline pipeline,
        Audiences audiences,
        Access access,
        Comments comments,
        Notes notes,
        Watch watch,
        Optional<Path> routes,
        Log log) {

    /** Returns the same settings with another page port, for a command that found the first taken. */
    public Settings withPagePort(int port) {
        return with(page.at(port), intake);
    }

    /** Returns the same settings with another intake port. */
    public Settings withIntakePort(int port) {
        return with(
                page,
                new Intake(
                        intake.listener.at(port),
                        intake.ackTimeout,
                        intake.clientRate,
                        intake.clientBurst,
                        intake.maxInFlight,
                        intake.webhooks,
                        intake.webhookSecrets,
                        intake.fhir));
    }

    private Settings with(Listener otherPage, Intake otherIntake) {
        return new Settings(
                data,
                servers,
                otherPage,
                shown,
                otherIntake,
                hospitals,
                questionnaires,
                limits,
                pipeline,
                audiences,
                access,
                comments,
                notes,
                watch,
                routes,
                log);
    }

    /** Returns the parts that run with these settings. */
    public List<Component> components() {
        return Arrays.stream(Component.values())
                .filter(part -> part != Component.NOTIFIER || routes.isPresent())
                .filter(part -> part != Component.THEMES || comments.areCounted())
                .toList();
    }

    /** Returns where people reach the page to stop mails; mail programs do it by HTTPS alone. */
    public Optional<URI> unsubscribesAt() {
        return page.publicUrl().filter(url -> routes.isPresent() && "https".equals(url.getScheme()));
    }

    /** Returns who the page and the metrics are for, and what they may be shown. */
    public Disclosure disclosure() {
        return Disclosure.to(audiences.page, audiences.minimums).closing(pipeline.lateness);
    }

    /** Servers that are used, and how they are shown who asks; an empty one is embedded. */
    public record Servers(
            Optional<String> bootstrap,
            Optional<URI> registry,
            SerdesKind serdes,
            KafkaAccess kafka,
            RegistryAccess registryAccess) {

        /** Tells whether both servers are embedded ones. */
        public boolean embedded() {
            return bootstrap.isEmpty() && registry.isEmpty();
        }
    }

    /**
     * An address that a server of ours listens on.
     *
     * @param port 0 takes a free one
     * @param names further host names that it is asked for by
     * @param publicUrl what people reach it by, where that is another address
     * @param certificate what it shows itself by; without one it speaks plain HTTP
     * @param proxies who is believed about whom they ask for
     */
    public record Listener(
            String host,
            int port,
            List<String> names,
            Optional<URI> publicUrl,
            Optional<CertificateFiles> certificate,
            Proxies proxies) {

        /** Returns an address that is reached by itself alone. */
        public static Listener direct(String host, int port) {
            return new Listener(host, port, List.of(), Optional.empty(), Optional.empty(), Proxies.none());
        }

        /** Returns all the names that it is asked for by, beside its host. */
        public List<String> allNames() {
            return Stream.concat(names.stream(), publicUrl.map(URI::getHost).stream())
                    .toList();
        }

        /** Tells whether this machine alone reaches it; a name that is not known now may be anything later. */
        public boolean isLoopback() {
            try {
                return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
            } catch (UnknownHostException e) {
                return false;
            }
        }

        private Listener at(int other) {
            return new Listener(host, other, names, publicUrl, certificate, proxies);
        }
    }

    /**
     * The HTTP intake, its limits, files of vendors whose deliveries and questionnaires whose FHIR responses it takes.
     */
    public record Intake(
            Listener listener,
            Duration ackTimeout,
            int clientRate,
            int clientBurst,
            int maxInFlight,
            Optional<Path> webhooks,
            GivenSecrets webhookSecrets,
            Optional<Path> fhir) {}

    /** Where hospitals' names and zones come from. */
    public record Hospitals(Optional<Path> file, ZoneId zone) {}

    /** The stream: how late, how often, how wide, how sure. */
    public record Pipeline(
            Duration lateness,
            int ledgerDays,
            Duration emitInterval,
            Window unitWindowsFrom,
            int threads,
            int partitions,
            int replication,
            ProcessingGuarantee guarantee,
            String applicationId,
            Duration sessionTimeout,
            int standbyReplicas) {}

    /** Who is shown figures of how many answers, and whom the page is for. */
    public record Audiences(Minimums minimums, Audience page) {}

    /**
     * Whether people have to sign in, how long they may do nothing then, how long a session lasts at most, by which
     * provider, where that is how, and for which roles a password here is not enough.
     */
    public record Access(
            AccessKind kind,
            Duration idle,
            Duration longest,
            Optional<ProviderSettings> provider,
            Set<Role> secondFactorFor) {}

    /** What is done with what patients wrote, how long it is kept, and which names are taken out of it. */
    public record Comments(CommentUse use, int longest, Duration retention, Optional<Path> names, ThemeUse themes) {

        /** Tells whether it is shown. */
        public boolean areShown() {
            return use == CommentUse.SHOWN;
        }

        /** Tells whether they are counted by what they are about. */
        public boolean areCounted() {
            return themes.counts();
        }

        /** Tells whether a theme's share of them is watched too. */
        public boolean areWatched() {
            return themes == ThemeUse.WATCHED;
        }
    }

    /** How long a note on charts may be, and how many of one place may stand at once. */
    public record Notes(int longest, int most) {}

    /**
     * How sure the watch must be: of hospitals, of units, of single measures, for readers of many hospitals, of
     * silences and of episodes; which time it goes by, and by which method; and which share of the lines listed for
     * readers of many may be there by chance.
     */
    public record Watch(
            int falseAlarmDays,
            int unitFalseAlarmDays,
            SortedMap<String, Integer> measureFalseAlarmDays,
            int publishedFalseAlarmDays,
            int silenceFalseAlarmDays,
            int episodeFalseAlarmDays,
            WatchTime time,
            WatchMethod rule,
            FalseShare listFalseShare) {}

    /** How the log file is written. */
    public record Log(LogLevel level, LogFormat format) {}
}
