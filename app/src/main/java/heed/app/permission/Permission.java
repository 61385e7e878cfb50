package heed.app.permission;

import heed.app.settings.Component;
import java.util.Locale;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** One thing that a component must be allowed to do. */
public record Permission(Component component, ResourcePattern resource, AclOperation operation) {

    private static final String ANY_HOST = "*";

    static Permission of(Component component, ResourceType type, String name, AclOperation operation) {
        return new Permission(component, new ResourcePattern(type, name, PatternType.LITERAL), operation);
    }

    static Permission ofAllThatBegin(Component component, ResourceType type, String prefix, AclOperation operation) {
        return new Permission(component, new ResourcePattern(type, prefix, PatternType.PREFIXED), operation);
    }

    /** Returns the same as Kafka keeps it, for a principal. */
    public AclBinding binding(String principal) {
        return new AclBinding(
                resource, new AccessControlEntry(principal, ANY_HOST, operation, AclPermissionType.ALLOW));
    }

    /** Returns it in words that follow "may not". */
    public String text() {
        String type = resource.resourceType().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String what =
                switch (resource.resourceType()) {
                    case CLUSTER -> "the cluster";
                    default ->
                        resource.patternType() == PatternType.PREFIXED
                                ? type + "s that begin with " + resource.name()
                                : type + " " + resource.name();
                };
        return KafkaAcls.written(operation) + " " + what;
    }
}
