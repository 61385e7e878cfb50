package heed.app.doctor;

import heed.app.server.instance.RunningInstance;
import heed.app.server.topics.TopicCheck;
import heed.app.server.topics.TopicDifference;
import heed.app.settings.Component;
import heed.app.settings.ConfiguredBudget;
import heed.app.settings.ConfiguredHospitals;
import heed.app.settings.ConfiguredQuestionnaires;
import heed.app.settings.Installation;
import heed.app.settings.Settings;
import heed.app.settings.SettingsException;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.hospital.HospitalException;
import heed.schemas.questionnaire.QuestionnaireException;
import heed.schemas.yaml.FileProblemsException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Looks at everything that Heed needs. */
public final class Doctor {

    private static final int LIMIT_MS = 5_000;

    private final Settings settings;
    private final Optional<RunningInstance> running;
    private final HttpClient http;
    private final Clock clock;

    /** Creates a doctor; {@code running} is the Heed that runs on the data directory, if one does. */
    public Doctor(Settings settings, Optional<RunningInstance> running, HttpClient http, Clock clock) {
        this.http = http;
        this.settings = settings;
        this.running = running;
        this.clock = clock;
    }

    /** Returns what the running Heed answers, then what was found, in the order in which things should be mended. */
    public List<Finding> examine() throws InterruptedException {
        List<Finding> findings = new ArrayList<>(new RunningHeedCheck(settings, running, http).run());
        findings.add(Finding.ok("settings are all readable"));
        findings.addAll(questionnaires());
        findings.addAll(new WebhooksCheck(settings).run());
        findings.addAll(new FhirCheck(settings).run());
        findings.addAll(hospitals());
        findings.addAll(new CommentsCheck(settings.comments()).run());
        findings.addAll(new ProviderCheck(settings.access(), clock).run());
        new SecondFactorKeyCheck(settings.access().kind(), settings.data())
                .run()
                .ifPresent(findings::add);
        findings.addAll(new RoutesCheck(settings, clock).run());
        findings.addAll(new MachineCheck(settings, running).run());
        var certificates = new CertificateCheck(clock);
        certificates.run("page", settings.page()).ifPresent(findings::add);
        certificates.run("intake", settings.intake().listener()).ifPresent(findings::add);
        Optional<String> bootstrap = settings.servers().bootstrap().or(() -> running.map(RunningInstance::bootstrap));
        if (bootstrap.isEmpty()) {
            findings.add(Finding.ok("embedded Kafka and registry are set, and not running: `heed up` starts them"));
            return findings;
        }
        findings.addAll(identities());
        findings.addAll(brokers(bootstrap.get()));
        var registry = settings.servers().registry().or(() -> running.map(RunningInstance::registry));
        if (registry.isPresent()) {
            findings.addAll(new RegistryCheck(registry.get(), settings.servers().registryAccess()).run());
        }
        return findings;
    }

    private List<Finding> questionnaires() {
        try {
            int known = ConfiguredQuestionnaires.read(settings.questionnaires())
                    .all()
                    .size();
            return List.of(Finding.ok("questionnaires are all readable: " + known));
        } catch (QuestionnaireException e) {
            return e.problems().stream()
                    .map(problem -> Finding.problem(problem, "`heed questionnaires check FILE` says when it is mended"))
                    .toList();
        }
    }

    private List<Finding> hospitals() {
        try {
            HospitalDirectory hospitals = ConfiguredHospitals.read(settings.hospitals());
            int differing = ConfiguredBudget.of(
                            settings.watch(), hospitals, ConfiguredQuestionnaires.read(settings.questionnaires()))
                    .hospitals()
                    .size();
            return List.of(Finding.ok("hospitals in the file: "
                    + hospitals.listed().size() + ", with a false-alarm budget of their own: " + differing));
        } catch (HospitalException e) {
            return e.problems().stream()
                    .map(problem -> Finding.problem(problem, "Mend the file that hospitals.file names"))
                    .toList();
        } catch (SettingsException e) {
            return e.problems().stream()
                    .map(problem -> Finding.problem(problem.what(), "`heed budget` says when it is mended"))
                    .toList();
        } catch (QuestionnaireException e) {
            return List.of(); // Said already of the questionnaires.
        }
    }

    /** Says as whom Kafka and the registry are spoken to, secrets masked; nothing where they ask nobody. */
    private List<Finding> identities() {
        if (settings.servers().embedded()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (Component component : settings.components()) {
            findings.add(Finding.ok("to Kafka, the " + component.text() + " is: "
                    + settings.servers().kafka().of(component)));
        }
        findings.add(Finding.ok(
                "to the schema registry, Heed is: " + settings.servers().registryAccess()));
        return findings;
    }

    private List<Finding> brokers(String bootstrap) throws InterruptedException {
        Map<String, Object> connection =
                settings.servers().kafka().of(Component.COMMANDS).client(bootstrap);
        connection.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, LIMIT_MS);
        connection.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LIMIT_MS);
        try (Admin admin = Admin.create(connection)) {
            List<Finding> findings = new ArrayList<>(new BrokerCheck(admin, bootstrap, settings.pipeline()).run(clock));
            if (findings.size() > 1) {
                findings.addAll(topics(admin));
                findings.addAll(permissions(bootstrap));
            }
            return findings;
        } catch (org.apache.kafka.common.KafkaException e) {
            return List.of(BrokerCheck.unreachable(bootstrap, e.getCause() == null ? e : e.getCause()));
        }
    }

    /** Brokers of our own ask nobody. */
    private List<Finding> permissions(String bootstrap) throws InterruptedException {
        if (settings.servers().embedded()) {
            return List.of();
        }
        try {
            var installation = Installation.of(settings, ConfiguredHospitals.read(settings.hospitals()));
            return new PermissionFindings(installation, bootstrap, clock).all();
        } catch (HospitalException | SettingsException | QuestionnaireException | FileProblemsException e) {
            return List.of(); // Said already of hospitals, questionnaires and what the intake takes.
        }
    }

    private List<Finding> topics(Admin admin) throws InterruptedException {
        try {
            List<TopicDifference> differences = new TopicCheck(admin, settings).differences();
            return differences.isEmpty()
                    ? List.of(Finding.ok("topics are all as they must be"))
                    : differences.stream()
                            .map(difference -> Finding.problem(difference.what(), difference.remedy()))
                            .toList();
        } catch (ExecutionException e) {
            return List.of(Finding.problem(
                    "topics can't be looked at: "
                            + Objects.requireNonNull(e.getCause(), "a failed future says why")
                                    .getMessage(),
                    "Allow this client to describe them"));
        }
    }
}
