package heed.topology;

import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** Finds what objects of the pipeline hold on to, through their fields, arrays and collections. */
public final class ReachedObjects {

    private ReachedObjects() {}

    /** Returns {@code roots} and all that they reach; of classes that are not the project's no field is looked at. */
    public static Set<Object> of(Collection<?> roots) throws ReflectiveOperationException {
        Set<Object> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> left = new ArrayDeque<>(roots);
        while (!left.isEmpty()) {
            Object object = left.pop();
            if (!reached.add(object)) {
                continue;
            }
            if (object instanceof Collection<?> several) {
                several.stream().filter(each -> each != null).forEach(left::push);
            } else if (object instanceof Map<?, ?> map) {
                map.values().stream().filter(each -> each != null).forEach(left::push);
            } else if (object instanceof Object[] array) {
                for (Object each : array) {
                    if (each != null) {
                        left.push(each);
                    }
                }
            } else if (object.getClass().getName().startsWith("heed.")) {
                pushFields(object, left);
            }
        }
        return reached;
    }

    private static void pushFields(Object object, Deque<Object> left) throws ReflectiveOperationException {
        for (Field field : object.getClass().getDeclaredFields()) {
            if (!field.getType().isPrimitive()) {
                field.setAccessible(true);
                Object value = field.get(object);
                if (value != null) {
                    left.push(value);
                }
            }
        }
    }
}
