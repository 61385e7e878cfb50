package heed.topology;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Holds every property to as many tries as the system property {@code heed.most-tries} says, for {@code ./heed test
 * --quick}; without it each has all of its own. Found by jqwik through {@code META-INF/services}.
 */
public final class MostTries implements AroundPropertyHook {

    private static final Integer MOST = Integer.getInteger("heed.most-tries");

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        if (MOST != null) {
            int own = context.attributes().tries().orElse(MOST);
            context.attributes().setTries(Math.min(own, MOST));
        }
        return property.execute();
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }
}
