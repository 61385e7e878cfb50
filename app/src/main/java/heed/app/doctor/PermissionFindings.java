package heed.app.doctor;

import heed.app.permission.KafkaAcls;
import heed.app.permission.Permission;
import heed.app.permission.PermissionCheck;
import heed.app.permission.Permissions;
import heed.app.server.pipeline.PipelineUse;
import heed.app.settings.ClientSecurity;
import heed.app.settings.Component;
import heed.app.settings.Installation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether Kafka lets each component in, and allows it what it must be allowed. */
public final class PermissionFindings {

    private static final Logger LOG = LoggerFactory.getLogger(PermissionFindings.class);
    private static final int LIMIT_MS = 10_000;

    private final Installation installation;
    private final String bootstrap;
    private final List<Permission> wanted;
    private final Collection<String> changelogs;

    /** Creates it for the brokers at {@code bootstrap}; {@code clock} is needed by what says what it reads. */
    public PermissionFindings(Installation installation, String bootstrap, Clock clock) {
        this.installation = installation;
        this.bootstrap = bootstrap;
        this.wanted = Permissions.of(installation, clock);
        this.changelogs = PipelineUse.of(installation).changelogs();
    }

    /** Returns what is missing, one finding each; where nothing is, that. */
    List<Finding> all() throws InterruptedException {
        List<Finding> problems = new ArrayList<>();
        for (Component component : installation.settings().components()) {
            problems.addAll(problems(component));
        }
        return problems.isEmpty() ? List.of(Finding.ok("Kafka allows every part of Heed what it needs")) : problems;
    }

    private List<Finding> problems(Component component) throws InterruptedException {
        try {
            return missing(component);
        } catch (ExecutionException | KafkaException e) {
            return refusal(component, e)
                    .or(() -> KafkaRefusal.untilTokens(e, component).map(PermissionFindings::finding))
                    .or(() -> Optional.of(Finding.problem(
                            "what the " + component.text() + " may do can't be asked of Kafka: " + e.getMessage(),
                            "Look again when Kafka answers")))
                    .stream()
                    .toList();
        }
    }

    /** Returns what Kafka refuses a component for certain; where it does not answer, nothing is certain. */
    public List<Finding> refusals(Component component) throws InterruptedException {
        try {
            return missing(component);
        } catch (ExecutionException | KafkaException e) {
            LOG.warn("What Kafka allows the {} is not known cause={}", component.text(), e.toString());
            return refusal(component, e).stream().toList();
        }
    }

    private List<Finding> missing(Component component) throws ExecutionException, InterruptedException {
        Map<String, Object> connection = security(component).client(bootstrap);
        connection.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, LIMIT_MS / 2);
        connection.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LIMIT_MS);
        try (Admin admin = Admin.create(connection)) {
            return missing(component, admin);
        }
    }

    /** Returns what a component lacks that {@code admin} shows Kafka it is. */
    public List<Finding> missing(Component component, Admin admin) throws ExecutionException, InterruptedException {
        return new PermissionCheck(admin, component, wanted, changelogs)
                .missing().stream().map(this::finding).toList();
    }

    private Finding finding(Permission missing) {
        Component component = missing.component();
        return Finding.problem(
                "the " + component.text() + " (" + principal(component) + ") may not " + missing.text(),
                "Run " + new KafkaAcls(bootstrap, this::principal).line(missing) + ", or `heed acls --apply` for all");
    }

    private String principal(Component component) {
        return security(component).principal().orElse("User:NAME");
    }

    private ClientSecurity security(Component component) {
        return installation.settings().servers().kafka().of(component);
    }

    private static Optional<Finding> refusal(Component component, Throwable failure) {
        return KafkaRefusal.words(failure, component).map(PermissionFindings::finding);
    }

    private static Finding finding(String words) {
        return Finding.refusal("Kafka", words);
    }
}
