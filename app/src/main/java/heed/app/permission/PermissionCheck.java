package heed.app.permission;

import heed.app.settings.Component;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * Asks Kafka, as a component, what it may do: whatever authorizer answers, and without a right to look at everybody's.
 * It changes nothing. Whether a topic that is not there yet may be read or written is not known until it is.
 */
public final class PermissionCheck {

    private static final String NOBODYS = "permission-check";

    private final Admin admin;
    private final Collection<String> changelogs;
    private final List<Permission> wanted;

    /** Creates a check of what {@code component} must be allowed; {@code admin} shows Kafka that it is that one. */
    public PermissionCheck(
            Admin admin, Component component, Collection<Permission> wanted, Collection<String> changelogs) {
        this.admin = admin;
        this.changelogs = changelogs;
        this.wanted =
                wanted.stream().filter(each -> each.component() == component).toList();
    }

    /**
     * Returns what the component may not do but must.
     *
     * @throws ExecutionException where Kafka does not answer, or does not let the component in
     */
    public List<Permission> missing() throws ExecutionException, InterruptedException {
        Set<Permission> missing = new HashSet<>();
        topics(missing);
        configs(missing);
        creations(missing);
        groups(missing);
        transactions(missing);
        cluster(missing);
        return wanted.stream().filter(missing::contains).toList();
    }

    private void topics(Set<Permission> missing) throws ExecutionException, InterruptedException {
        Set<String> names = of(ResourceType.TOPIC).stream()
                .flatMap(each -> namesOf(each).stream())
                .collect(Collectors.toSet());
        if (names.isEmpty()) {
            return;
        }
        var described = admin.describeTopics(names, new DescribeTopicsOptions().includeAuthorizedOperations(true))
                .topicNameValues();
        for (Permission each : of(ResourceType.TOPIC)) {
            if (each.operation() != AclOperation.CREATE && each.operation() != AclOperation.DESCRIBE_CONFIGS) {
                for (String name : namesOf(each)) {
                    Optional<Set<AclOperation>> may =
                            allowed(known(described.get(name)).thenApply(TopicDescription::authorizedOperations));
                    if (may.isPresent() && !may.get().contains(each.operation())) {
                        missing.add(each);
                    }
                }
            }
        }
    }

    /** Returns the topics by which a permission shows; of those that Kafka Streams names, all that it makes. */
    private Collection<String> namesOf(Permission permission) {
        return permission.resource().patternType() == PatternType.PREFIXED
                ? changelogs
                : List.of(permission.resource().name());
    }

    private void configs(Set<Permission> missing) throws ExecutionException, InterruptedException {
        Map<ConfigResource, Permission> asked = of(ResourceType.TOPIC).stream()
                .filter(each -> each.operation() == AclOperation.DESCRIBE_CONFIGS)
                .collect(Collectors.toMap(
                        each -> new ConfigResource(
                                ConfigResource.Type.TOPIC, each.resource().name()),
                        each -> each));
        for (var answer : admin.describeConfigs(asked.keySet()).values().entrySet()) {
            if (refused(answer.getValue())) {
                missing.add(known(asked.get(answer.getKey())));
            }
        }
    }

    private void creations(Set<Permission> missing) throws ExecutionException, InterruptedException {
        Map<String, Permission> asked = of(ResourceType.TOPIC).stream()
                .filter(each -> each.operation() == AclOperation.CREATE)
                .collect(Collectors.toMap(PermissionCheck::probe, each -> each));
        List<NewTopic> topics = asked.keySet().stream()
                .map(name -> new NewTopic(name, Optional.empty(), Optional.empty()))
                .toList();
        for (var answer : admin.createTopics(topics, new CreateTopicsOptions().validateOnly(true))
                .values()
                .entrySet()) {
            if (refused(answer.getValue())) {
                missing.add(known(asked.get(answer.getKey())));
            }
        }
    }

    private void groups(Set<Permission> missing) throws ExecutionException, InterruptedException {
        for (Permission each : of(ResourceType.GROUP)) {
            String group = each.resource().name();
            Optional<Set<AclOperation>> may = allowed(known(admin.describeConsumerGroups(
                                    List.of(group),
                                    new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true))
                            .describedGroups()
                            .get(group))
                    .thenApply(ConsumerGroupDescription::authorizedOperations));
            if (may.isPresent() && !may.get().contains(each.operation())) {
                missing.add(each);
            }
        }
    }

    private void transactions(Set<Permission> missing) throws ExecutionException, InterruptedException {
        for (Permission each : of(ResourceType.TRANSACTIONAL_ID)) {
            if (refused(admin.describeTransactions(List.of(probe(each))).description(probe(each)))) {
                missing.add(each);
            }
        }
    }

    private void cluster(Set<Permission> missing) throws ExecutionException, InterruptedException {
        for (Permission each : of(ResourceType.CLUSTER)) {
            Set<AclOperation> may = admin.describeCluster(
                            new DescribeClusterOptions().includeAuthorizedOperations(true))
                    .authorizedOperations()
                    .get();
            if (may == null || !may.contains(each.operation())) {
                missing.add(each);
            }
        }
    }

    private static <T> T known(@Nullable T answer) {
        return Objects.requireNonNull(answer, "what is asked for is answered");
    }

    private List<Permission> of(ResourceType type) {
        return wanted.stream()
                .filter(each -> each.resource().resourceType() == type)
                .toList();
    }

    /** Returns a name that a permission is about, which is nobody's where it is about a beginning. */
    private static String probe(Permission permission) {
        return permission.resource().patternType() == PatternType.PREFIXED
                ? permission.resource().name() + NOBODYS
                : permission.resource().name();
    }

    /**
     * Returns what is allowed, nothing of it where that is a secret too, or empty where what it is about is not there.
     */
    private static Optional<Set<AclOperation>> allowed(KafkaFuture<Set<AclOperation>> answer)
            throws ExecutionException, InterruptedException {
        try {
            return Optional.ofNullable(answer.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                return Optional.of(Set.of());
            }
            rethrowUnlessAnswered(e);
            return Optional.empty();
        }
    }

    private static boolean refused(KafkaFuture<?> answer) throws ExecutionException, InterruptedException {
        try {
            answer.get();
            return false;
        } catch (ExecutionException e) {
            rethrowUnlessAnswered(e);
            return e.getCause() instanceof AuthorizationException;
        }
    }

    /** That something is not there, is there already or would not do is an answer: it was allowed to be asked for. */
    private static void rethrowUnlessAnswered(ExecutionException failure) throws ExecutionException {
        Throwable cause = failure.getCause();
        if (cause instanceof AuthenticationException
                || (cause instanceof RetriableException && !(cause instanceof UnknownTopicOrPartitionException))) {
            throw failure;
        }
    }
}
