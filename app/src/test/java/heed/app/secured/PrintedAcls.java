package heed.app.secured;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Reads commands of {@code kafka-acls.sh} as that tool does: every operation on every resource that is named. */
final class PrintedAcls {

    private PrintedAcls() {}

    static List<AclBinding> read(List<String> lines) {
        return lines.stream().flatMap(line -> read(line).stream()).toList();
    }

    private static List<AclBinding> read(String line) {
        List<String> words = List.of(line.split(" ", -1));
        List<AclOperation> operations = new ArrayList<>();
        List<Resource> resources = new ArrayList<>();
        String principal = "";
        PatternType pattern = PatternType.LITERAL;
        for (int i = 0; i < words.size(); i++) {
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            switch (words.get(i)) {
                case "--allow-principal" -> principal = next.replace("'", "");
                case "--operation" ->
                    operations.add(AclOperation.fromString(next.replaceAll("(?<=[a-z])(?=[A-Z])", "_")));
                case "--resource-pattern-type" -> pattern = PatternType.valueOf(next.toUpperCase(Locale.ROOT));
                case "--topic" -> resources.add(new Resource(ResourceType.TOPIC, next));
                case "--group" -> resources.add(new Resource(ResourceType.GROUP, next));
                case "--transactional-id" -> resources.add(new Resource(ResourceType.TRANSACTIONAL_ID, next));
                case "--cluster" -> resources.add(new Resource(ResourceType.CLUSTER, Resource.CLUSTER_NAME));
                default -> {}
            }
        }
        List<AclBinding> bindings = new ArrayList<>();
        for (Resource resource : resources) {
            for (AclOperation operation : operations) {
                bindings.add(new AclBinding(
                        new ResourcePattern(resource.resourceType(), resource.name(), pattern),
                        new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW)));
            }
        }
        return bindings;
    }
}
