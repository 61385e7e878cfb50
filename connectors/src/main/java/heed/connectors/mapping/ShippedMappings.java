package heed.connectors.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Knows the mappings that come with Heed. */
public final class ShippedMappings {

    private static final List<String> NAMES = List.of("formbricks", "limesurvey", "microsoft-forms");

    private ShippedMappings() {}

    /** Returns their names. */
    public static List<String> names() {
        return NAMES;
    }

    /** Returns the text of one of {@link #names}. */
    public static String text(String name) {
        String resource = "heed/mappings/" + name + ".yaml";
        try (InputStream in = ShippedMappings.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks the resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
