package heed.app.permission;

import heed.app.access.Accounts;
import heed.app.backup.Backup;
import heed.app.server.pipeline.PipelineUse;
import heed.app.settings.AccessKind;
import heed.app.settings.Component;
import heed.app.settings.Installation;
import heed.app.settings.ProcessingGuarantee;
import heed.app.settings.Settings;
import heed.connectors.KafkaActionWriter;
import heed.connectors.KafkaFeedbackWriter;
import heed.connectors.PulseWriter;
import heed.connectors.notify.Notifier;
import heed.connectors.theme.weeks.ThemeWeeks;
import heed.connectors.words.CommentWriter;
import heed.monitoring.access.AccountBook;
import heed.monitoring.access.AuditTrail;
import heed.monitoring.readmodel.ReadModel;
import heed.schemas.reader.Destination;
import heed.schemas.reader.Route;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Gathers what the components must be allowed to do from what they say of themselves: the page from the routes of what
 * it reads, the pipeline from its topology. What Kafka allows with something else is left out: to read or to write is
 * to describe, and to write is to write idempotently.
 */
public final class Permissions {

    private final Settings settings;
    private final Set<Permission> all = new LinkedHashSet<>();
    private final Set<String> used = new LinkedHashSet<>();

    private Permissions(Settings settings) {
        this.settings = settings;
    }

    /** Returns everything that an installation must be allowed to do. */
    public static List<Permission> of(Installation installation, Clock clock) {
        var permissions = new Permissions(installation.settings());
        permissions.pipeline(PipelineUse.of(installation));
        permissions.intake();
        permissions.page(clock);
        permissions.notifier();
        permissions.themes();
        permissions.commands();
        return List.copyOf(permissions.all);
    }

    private void pipeline(PipelineUse use) {
        use.reads().forEach(topic -> topic(Component.PIPELINE, topic, AclOperation.READ));
        use.writes().forEach(topic -> topic(Component.PIPELINE, topic, AclOperation.WRITE));
        String application = settings.pipeline().applicationId();
        for (AclOperation operation : List.of(AclOperation.READ, AclOperation.WRITE, AclOperation.CREATE)) {
            all.add(Permission.ofAllThatBegin(
                    Component.PIPELINE, ResourceType.TOPIC, PipelineUse.internal(application), operation));
        }
        all.add(Permission.of(Component.PIPELINE, ResourceType.GROUP, application, AclOperation.READ));
        if (settings.pipeline().guarantee() == ProcessingGuarantee.EXACTLY_ONCE_V2) {
            all.add(Permission.ofAllThatBegin(
                    Component.PIPELINE,
                    ResourceType.TRANSACTIONAL_ID,
                    PipelineUse.internal(application),
                    AclOperation.WRITE));
        }
        preparesTopics(Component.PIPELINE);
    }

    private void intake() {
        topic(Component.INTAKE, KafkaFeedbackWriter.TOPIC.name(), AclOperation.WRITE);
        topic(Component.INTAKE, CommentWriter.TOPIC.name(), AclOperation.WRITE);
        topic(Component.INTAKE, PulseWriter.TOPIC.name(), AclOperation.WRITE);
    }

    private void page(Clock clock) {
        readsAll(new ReadModel(clock, settings.disclosure()));
        topic(Component.PAGE, KafkaActionWriter.TOPIC.name(), AclOperation.WRITE);
        if (settings.comments().areShown()) {
            topic(Component.PAGE, Topics.COMMENTS.name(), AclOperation.READ);
        }
        if (settings.unsubscribesAt().isPresent()) {
            topic(Component.PAGE, Topics.UNSUBSCRIPTIONS.name(), AclOperation.WRITE);
        }
        if (settings.access().kind() != AccessKind.OPEN) {
            var book = new AccountBook();
            readsAll(book);
            book.routes().forEach(route -> topic(Component.PAGE, route.topic().name(), AclOperation.WRITE));
            topic(Component.PAGE, Topics.KEYS.name(), AclOperation.READ);
            topic(Component.PAGE, Topics.KEYS.name(), AclOperation.WRITE);
            readsAll(new AuditTrail());
            topic(Component.PAGE, Topics.AUDIT.name(), AclOperation.WRITE);
        }
    }

    private void notifier() {
        if (settings.routes().isPresent()) {
            Notifier.READS.forEach(topic -> topic(Component.NOTIFIER, topic.name(), AclOperation.READ));
            topic(Component.NOTIFIER, Topics.DELIVERIES.name(), AclOperation.WRITE);
        }
    }

    private void themes() {
        if (settings.comments().areCounted()) {
            topic(Component.THEMES, ThemeWeeks.READS.name(), AclOperation.READ);
            List<Topic<?>> written = settings.comments().areWatched() ? ThemeWeeks.WRITES_WATCHED : ThemeWeeks.WRITES;
            for (Topic<?> topic : written) {
                topic(Component.THEMES, topic.name(), AclOperation.READ);
                topic(Component.THEMES, topic.name(), AclOperation.WRITE);
            }
            all.add(Permission.of(
                    Component.THEMES,
                    ResourceType.TRANSACTIONAL_ID,
                    ThemeWeeks.transactionalId(settings.pipeline().applicationId()),
                    AclOperation.WRITE));
        }
    }

    private void readsAll(Destination destination) {
        destination.routes().stream()
                .map(Route::topic)
                .forEach(topic -> topic(Component.PAGE, topic.name(), AclOperation.READ));
    }

    /** Whoever operates Heed reads what Heed uses, brings back what a backup has, and says who may sign in. */
    private void commands() {
        List.copyOf(used).forEach(topic -> topic(Component.COMMANDS, topic, AclOperation.READ));
        writesAll(Backup.topics());
        writesAll(List.of(
                KafkaFeedbackWriter.TOPIC,
                CommentWriter.TOPIC,
                Topics.LABELS,
                KafkaActionWriter.TOPIC,
                Accounts.TOPIC,
                Topics.KEYS,
                Topics.AUDIT));
        if (settings.routes().isPresent()) {
            writesAll(List.of(Topics.UNSUBSCRIPTIONS));
        }
        // What comments are about is erased also where nothing counts it any more.
        topic(Component.COMMANDS, Topics.LABELS.name(), AclOperation.READ);
        topic(Component.COMMANDS, Topics.KEYS.name(), AclOperation.READ);
        topic(Component.COMMANDS, Topics.AUDIT.name(), AclOperation.READ);
        topic(Component.COMMANDS, Accounts.TOPIC.name(), AclOperation.READ);
        all.add(Permission.of(
                Component.COMMANDS, ResourceType.GROUP, settings.pipeline().applicationId(), AclOperation.DESCRIBE));
        all.add(Permission.of(Component.COMMANDS, ResourceType.CLUSTER, Resource.CLUSTER_NAME, AclOperation.DESCRIBE));
        preparesTopics(Component.COMMANDS);
    }

    private void writesAll(Collection<? extends Topic<?>> topics) {
        topics.forEach(topic -> topic(Component.COMMANDS, topic.name(), AclOperation.WRITE));
    }

    /** Creates those that are missing and looks whether the others are as they must be. */
    private void preparesTopics(Component component) {
        for (Topic<?> topic : Topics.all()) {
            boolean described = all.stream()
                    .anyMatch(each -> each.component() == component
                            && each.resource().name().equals(topic.name()));
            if (!described) {
                all.add(Permission.of(component, ResourceType.TOPIC, topic.name(), AclOperation.DESCRIBE));
            }
            all.add(Permission.of(component, ResourceType.TOPIC, topic.name(), AclOperation.CREATE));
            all.add(Permission.of(component, ResourceType.TOPIC, topic.name(), AclOperation.DESCRIBE_CONFIGS));
        }
    }

    private void topic(Component component, String topic, AclOperation operation) {
        used.add(topic);
        all.add(Permission.of(component, ResourceType.TOPIC, topic, operation));
    }
}
