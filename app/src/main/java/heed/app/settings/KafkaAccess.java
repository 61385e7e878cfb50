package heed.app.settings;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How each component's clients are secured. */
public record KafkaAccess(Map<Component, ClientSecurity> components) {

    /** Secures none. */
    public static final KafkaAccess NONE = new KafkaAccess(Map.of());

    public KafkaAccess {
        components = Map.copyOf(components);
    }

    /** Returns how the clients of a component are secured. */
    public ClientSecurity of(Component component) {
        return components.getOrDefault(component, ClientSecurity.NONE);
    }

    /** Returns where any of them asks for tokens. */
    public Set<String> tokenEndpoints() {
        return Arrays.stream(Component.values())
                .flatMap(component -> of(component).tokenEndpoint().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
