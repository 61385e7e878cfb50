package heed.app.permission;

import heed.app.settings.Component;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;

/** Writes permissions as commands of Kafka's own tool, {@code kafka-acls.sh}. */
public final class KafkaAcls {

    private final String bootstrap;
    private final Function<Component, String> principals;

    /** Writes for the brokers at {@code bootstrap}, which know the components by these principals. */
    public KafkaAcls(String bootstrap, Function<Component, String> principals) {
        this.bootstrap = bootstrap;
        this.principals = principals;
    }

    /** Returns commands that give all of them, as few as say the same. */
    public List<String> lines(Collection<Permission> permissions) {
        Map<Component, Map<ResourcePattern, TreeSet<AclOperation>>> byComponent = new TreeMap<>();
        permissions.forEach(each -> byComponent
                .computeIfAbsent(each.component(), any -> new LinkedHashMap<>())
                .computeIfAbsent(each.resource(), any -> new TreeSet<>())
                .add(each.operation()));
        List<String> lines = new ArrayList<>();
        byComponent.forEach((component, operations) -> {
            Map<String, List<ResourcePattern>> alike = new LinkedHashMap<>();
            operations.forEach(
                    (resource, all) -> alike.computeIfAbsent(head(component, resource, all), any -> new ArrayList<>())
                            .add(resource));
            alike.forEach((head, resources) -> lines.add(
                    head + resources.stream().map(KafkaAcls::named).distinct().collect(Collectors.joining())));
        });
        return lines;
    }

    /** Returns the command that gives one. */
    public String line(Permission permission) {
        return lines(List.of(permission)).get(0);
    }

    private String head(Component component, ResourcePattern resource, Collection<AclOperation> operations) {
        return "kafka-acls.sh --bootstrap-server " + bootstrap + " --add --allow-principal '"
                + principals.apply(component) + "'"
                + operations.stream()
                        .map(each -> " --operation " + written(each))
                        .collect(Collectors.joining())
                + (resource.patternType() == PatternType.PREFIXED ? " --resource-pattern-type prefixed" : "");
    }

    private static String named(ResourcePattern resource) {
        return switch (resource.resourceType()) {
            case TOPIC -> " --topic " + resource.name();
            case GROUP -> " --group " + resource.name();
            case TRANSACTIONAL_ID -> " --transactional-id " + resource.name();
            case CLUSTER -> " --cluster";
            case UNKNOWN, ANY, DELEGATION_TOKEN, USER ->
                throw new IllegalArgumentException("no permission is of a " + resource.resourceType());
        };
    }

    /** Returns the name that Kafka's tool has for an operation. */
    static String written(AclOperation operation) {
        return Arrays.stream(operation.name().split("_", -1))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
