package heed.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    @TempDir
    private Path tree;

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

    @Test
    void takesACopyForBuiltWhoseFilesHaveOtherTimesAndNotOneWhoseFilesSaySomethingElse() throws Exception {
        // Given
        Path source = Files.writeString(
                Files.createDirectories(tree.resolve("app/src/main/java")).resolve("A.java"), "class A {}");
        Path built = Files.createDirectories(tree.resolve("app/target/heed")).resolve(".built");
        Files.writeString(built, launcher("sum_of_sources"));
        String unchanged = launcher("why_build \"$root/app/target/heed\"");

        // When
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(3_600)));
        String copied = launcher("why_build \"$root/app/target/heed\"");
        Files.writeString(source, "class A { }");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(7_200)));
        String changed = launcher("why_build \"$root/app/target/heed\"");

        // Then
        assertThat(unchanged).isEmpty();
        assertThat(copied).isEmpty();
        assertThat(changed).isEqualTo("app/src/main/java/A.java has changed");
    }

    @Test
    void saysWhatAProgramThatCameBuiltCannotDo() throws Exception {
        // Given
        Files.createDirectories(tree.resolve("lib"));

        // When
        String refusal = launcher("(require_source build) || true");
        String ready = launcher("make_ready app \"$distribution\" && echo \"$distribution\"");

        // Then
        assertThat(refusal).startsWith("heed: 'build' needs the source of Heed");
        assertThat(ready).isEqualTo(tree + "\n");
    }

    /** Java would end at once with one that was cut off. */
    @Test
    void keepsAnArchiveOfClassesThatIsWholeAndNoneThatWasCutOff() throws Exception {
        // Given
        Files.writeString(tree.resolve("list"), "java/lang/Object\norg/junit/jupiter/api/Test\n");
        Path jar = Path.of(
                Test.class.getProtectionDomain().getCodeSource().getLocation().toURI());

        // When
        launcher("find_java; lay_out \"$root/all\" \"$root/whole.jsa\" '" + jar + "' \"$root/list\" >/dev/null");
        launcher("find_java; head -c 2000000 \"$root/whole.jsa\" >\"$root/cut.new\";"
                + " keep_archive \"$root/cut.new\" \"$root/cut.jsa\" '" + jar + "'");

        // Then
        assertThat(tree.resolve("whole.jsa")).isNotEmptyFile();
        assertThat(tree.resolve("cut.jsa")).doesNotExist();
        assertThat(tree.resolve("cut.new")).doesNotExist();
    }

    @Test
    void saysWhyItLearnedNothingAndGoesOn() throws Exception {
        // When
        String said = launcher("find_java; learn; echo on");

        // Then
        assertThat(said).endsWith("heed: that did not come off, and it starts as it is: its registry is missing\non\n");
    }

    /** Returns what the launcher's functions say of {@link #tree}. */
    private String launcher(String call) throws Exception {
        String functions = Files.readString(Path.of("..", "heed"))
                .replaceFirst("(?m)^root=.*$", "root='" + tree + "'")
                .replaceFirst("(?s)\nfind_java\ncase .*", "\n");
        Process bash =
                new ProcessBuilder("bash", "-s").redirectErrorStream(true).start();
        try (var in = bash.outputWriter()) {
            in.write(functions + call + "\n");
        }
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        return said;
    }
}
