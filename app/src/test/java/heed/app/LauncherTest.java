package heed.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LauncherTest {

    /** Maven would run no test, and say so to nobody, where the one that is named is gone. */
    @Test
    void theOneIntegrationTestOfTheQuickTestsIsThere() throws Exception {
        // Given
        Matcher named = Pattern.compile("-Dit\\.test=(\\w+)#(\\w+)").matcher(Files.readString(Path.of("..", "heed")));

        // When
        boolean isNamed = named.find();

        // Then
        assertThat(isNamed).isTrue();
        assertThat(Arrays.stream(Class.forName("heed.app.acceptance." + named.group(1))
                                .getDeclaredMethods())
                        .map(java.lang.reflect.Method::getName))
                .contains(named.group(2));
    }
}
