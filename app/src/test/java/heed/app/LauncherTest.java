package heed.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    private static final String JAVA =
            """
            #!/usr/bin/env bash
            TREE=
            [[ -z "${JAVA_TOOL_OPTIONS:-}" ]] || echo "Picked up $JAVA_TOOL_OPTIONS" >&2
            archive= list=
            for each in "$@"; do
              case "$each" in
                -XX:DumpLoadedClassList=*) name="${each##*/}"; echo "$name" >"${each#*=}" ;;
                -Dheed.registry.option=-XX:DumpLoadedClassList=*) echo registry >"${each##*=}" ;;
                -XX:SharedClassListFile=*) list="${each#*=}" ;;
                -XX:SharedArchiveFile=*) archive="${each#*=}" ;;
              esac
            done
            case " $* " in
              *' -XshowSettings:properties '*) printf '    %s\n' 'java.specification.version = 17' "java.runtime.version = ${BUILD:-17.0.15+6-Debian-1}" ;;
              *' -Xshare:dump '*) [[ -z "${JAVA_TOOL_OPTIONS:-}" ]] && cat "$list" >"$archive" ;;
              *' -Xshare:on '*) [[ -s "$archive" ]] ;;
              *' up --data '*) UP; ;;
              *) printf '%s\\n' "$@" ;;
            esac
            """;

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

    @Test
    void buildsFlinkWhereAContenderIsFlinkAndNotWhereAnythingElseIsCalledSo() throws Exception {
        // Given
        built("");
        String bench = "find_java; make_ready() { :; }; run_bench ";
        String said = "-Dheed.bench.flink=" + tree.resolve("bench/flink/target/lib") + "\n";

        // When
        String named = launcher(bench + "--rounds 1 --contenders heed,flink-hashmap");
        String joined = launcher(bench + "--contenders=flink-rocksdb");
        String other = launcher(bench + "--contenders heed --results /tmp/flink-1,flink-2");

        // Then
        assertThat(named).contains(said).contains("Flink takes 140 MB").doesNotContain("--flink");
        assertThat(joined).contains(said);
        assertThat(other).doesNotContain("-Dheed.bench.flink").doesNotContain("Flink takes");
    }

    /** Java would end at once with one that was cut off. */
    @Test
    void keepsAnArchiveOfClassesThatIsWholeAndNoneThatWasCutOff() throws Exception {
        // Given
        Files.writeString(tree.resolve("list"), "java/lang/Object\norg/junit/jupiter/api/Test\n");
        Path jar = Path.of(
                Test.class.getProtectionDomain().getCodeSource().getLocation().toURI());

        // When
        launcher("find_java; begun=$SECONDS; lay_out \"$root/all\" \"$root/new\" '" + jar
                + "' \"$root/list\" >/dev/null;" + " keep_archive \"$root/new\" \"$root/whole.jsa\" '" + jar + "'");
        launcher("find_java; head -c 2000000 \"$root/whole.jsa\" >\"$root/cut.new\";"
                + " keep_archive \"$root/cut.new\" \"$root/cut.jsa\" '" + jar + "'");

        // Then
        assertThat(tree.resolve("whole.jsa")).isNotEmptyFile();
        assertThat(tree.resolve("cut.jsa")).doesNotExist();
        assertThat(tree.resolve("cut.new")).doesNotExist();
        assertThat(tree.toFile().list()).doesNotContain("new").noneMatch(name -> name.startsWith(".kept"));
    }

    @Test
    void saysWhyItLearnedNothingAndGoesOn() throws Exception {
        // When
        String said = launcher("find_java; learn; echo on");

        // Then
        assertThat(said).endsWith("heed: that did not come off, and it starts as it is: its registry is missing\non\n");
    }

    @Test
    void laysOutWhatAStartLoadedWhateverVariablesAddForEveryJava() throws Exception {
        // Given
        built("echo 'Ctrl-C stops it.'; exec sleep 600");

        // When
        String said = launcher("export JAVA_TOOL_OPTIONS=-Dnoise=yes; find_java; learn");

        // Then
        assertThat(said).contains("\nheed: done in ");
        assertThat(tree.resolve("app/target/heed/heed-17.0.15+6_Debian_1.jsa")).hasContent("up\nhelp\nimport\ndoctor");
        assertThat(tree.resolve("app/target/heed/registry-17.0.15+6_Debian_1.jsa"))
                .hasContent("registry");
        assertThat(tree.resolve("temporary")).isEmptyDirectory();
    }

    /** No stop would make a better archive than that of the commands that could run. */
    @Test
    void laysOutNothingWhereItDidNotComeUpAndSaysWhatItSaid() throws Exception {
        // Given
        built("echo 'heed: no port is free' >&2; exit 1");

        // When
        String said = launcher("find_java; learn; echo on");

        // Then
        assertThat(said).endsWith("heed: that did not come off, and it starts as it is: heed: no port is free\non\n");
        assertThat(tree.resolve("app/target/heed").toFile().list()).containsExactlyInAnyOrder("lib", "registry");
        assertThat(tree.resolve("temporary")).isEmptyDirectory();
    }

    @Test
    void waitsNoLongerForItThanItMay() throws Exception {
        // Given
        built("echo $$ >\"$TREE/up\"; exec sleep 600");

        // When
        String said = launcher("find_java; learning_limit=1; learn; echo on");

        // Then
        assertThat(said).endsWith("heed: that did not come off, and it starts as it is: it took more than 1 s\non\n");
        assertThat(isAlive(Files.readString(tree.resolve("up")))).isFalse();
    }

    @Test
    void takesWhatItStartedWithItWhereItIsStopped() throws Exception {
        // Given
        built("echo $$ >\"$TREE/up.new\"; mv \"$TREE/up.new\" \"$TREE/up\"; exec sleep 600");
        Process bash = start("find_java; learn; echo on");

        // When
        await().until(() -> Files.exists(tree.resolve("up")));
        bash.toHandle().destroy();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // Then
        assertThat(bash.waitFor()).as(said).isEqualTo(143);
        assertThat(said).doesNotContain("on\n");
        assertThat(isAlive(Files.readString(tree.resolve("up")))).isFalse();
        assertThat(tree.resolve("temporary")).isEmptyDirectory();
    }

    @Test
    void runsWhatReadsWholeTopicsWithBothCompilersAndWhatIsSoonOverWithOne() throws Exception {
        // Given
        built("");
        String run = "find_java; make_ready() { :; }; run ";

        // When
        List<String> reading = new ArrayList<>();
        for (String command :
                List.of("up", "export scores", "backup file", "tail scores", "rejected replay", "erase id")) {
            reading.add(launcher(run + command));
        }
        String brief = launcher(run + "doctor");
        String none = launcher(run);

        // Then
        assertThat(reading).allSatisfy(flags -> assertThat(flags)
                .contains("ParallelGC", "FreqInlineSize=60")
                .doesNotContain("TieredStop"));
        assertThat(brief).contains("TieredStopAtLevel=1", "SerialGC");
        assertThat(none).contains("TieredStopAtLevel=1", "SerialGC");
    }

    @Test
    void showsOnATerminalThatJavaStartsUntilJavaEndsIt() throws Exception {
        // Given
        built("");
        String run = "find_java; make_ready() { :; }; on_terminal() { true; }; run ";

        // When
        String starting = launcher(run + "demo");
        String brief = launcher(run + "doctor");

        // Then
        // The one here ends with its Java, which does not end it
        assertThat(starting)
                .contains("\rheed: starting, 0 s ")
                .containsPattern("-Dheed\\.moving=[1-9][0-9]*\n")
                .contains("-Dheed.terminal=true\n");
        assertThat(brief).doesNotContain("heed: starting", "-Dheed.moving");
    }

    @Test
    void takesTheArchivesOfTheBuildAlsoWhereSystemdSaysWhereSuchThingsAreKept() throws Exception {
        // Given
        built("");
        Path cache = Files.createDirectories(tree.resolve("cache"));
        Path laidOut = Files.createFile(tree.resolve("app/target/heed/heed-17.0.15+6_Debian_1.jsa"));
        Files.createFile(tree.resolve("app/target/heed/registry-17.0.15+6_Debian_1.jsa"));
        String run = "find_java; make_ready() { :; }; export CACHE_DIRECTORY=\"$root/cache\"; run up";

        // When
        String withThem = launcher(run);
        Files.delete(laidOut);
        String without = launcher(run);

        // Then
        assertThat(withThem)
                .contains("-XX:SharedArchiveFile=" + laidOut + "\n")
                .contains("=-XX:SharedArchiveFile=" + laidOut.resolveSibling("registry-17.0.15+6_Debian_1.jsa") + "\n");
        assertThat(without)
                .contains("-XX:ArchiveClassesAtExit=" + cache.resolve("heed-17.0.15+6_Debian_1.jsa."))
                .contains("-Dheed.archives=true\n");
    }

    /** Java says nothing where an archive is another build's, and would use none. */
    @Test
    void afterAnUpdateOfJavaClassesAreLaidOutAnewAndTheOldOnesAreGoneButForTheNewest() throws Exception {
        // Given
        built("");
        Path program = tree.resolve("app/target/heed");
        for (String old : List.of(
                "heed-17.jsa",
                "heed-17.0.13+11.jsa",
                "registry-17.0.13+11.jsa",
                "heed-17.0.14+7.jsa",
                "heed-17.0.14+7.jsa.12",
                "registry-17.0.14+7.jsa",
                "heed-25.jsa")) {
            Files.createFile(program.resolve(old));
        }
        Files.setLastModifiedTime(
                program.resolve("heed-17.0.14+7.jsa"),
                FileTime.from(Instant.now().plus(Duration.ofHours(1))));
        String run = "export BUILD=17.0.15+6; find_java; make_ready() { :; }; run up";

        // When
        String first = launcher(run);
        Files.writeString(program.resolve("heed-17.0.15+6.jsa.34"), "what the first stop wrote");
        String second = launcher(run);

        // Then
        assertThat(first)
                .contains("-XX:ArchiveClassesAtExit=" + program.resolve("heed-17.0.15+6.jsa."))
                .doesNotContain("SharedArchiveFile");
        assertThat(second).contains("-XX:SharedArchiveFile=" + program.resolve("heed-17.0.15+6.jsa") + "\n");
        assertThat(program.toFile().list())
                .containsExactlyInAnyOrder(
                        "lib",
                        "registry",
                        "heed-17.0.15+6.jsa",
                        "heed-17.0.14+7.jsa",
                        "registry-17.0.14+7.jsa",
                        "heed-25.jsa");
    }

    /**
     * Puts a built program into {@link #tree} and a Java that does no more than the launcher asks of it: it writes the
     * lists and archives that it is told to, and in place of {@code up} runs what is given. All else has it say with
     * what it was called, each on a line.
     */
    private void built(String up) throws Exception {
        Path distribution = Files.createDirectories(tree.resolve("app/target/heed"));
        Files.createDirectories(distribution.resolve("lib"));
        Files.createFile(
                Files.createDirectories(distribution.resolve("registry")).resolve("app-runner.jar"));
        Files.createDirectories(tree.resolve("temporary"));
        Path java = Files.createDirectories(tree.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, JAVA.replace("TREE=", "TREE='" + tree + "'").replace("UP;", up));
        assertThat(java.toFile().setExecutable(true)).isTrue();
    }

    private static boolean isAlive(String pid) {
        return ProcessHandle.of(Long.parseLong(pid.strip()))
                .map(ProcessHandle::isAlive)
                .orElse(false);
    }

    /** Returns what the launcher's functions say of {@link #tree}. */
    private String launcher(String call) throws Exception {
        Process bash = start(call);
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        return said;
    }

    private Process start(String call) throws Exception {
        String functions = Files.readString(Path.of("..", "heed"))
                .replaceFirst("(?m)^root=.*$", "root='" + tree + "'")
                .replaceFirst("(?s)\nfind_java\ncase .*", "\n");
        var builder = new ProcessBuilder("bash", "-s").redirectErrorStream(true);
        builder.environment().remove("CACHE_DIRECTORY");
        Path java = tree.resolve("jdk");
        if (Files.exists(java)) {
            builder.environment()
                    .putAll(Map.of(
                            "JAVA_HOME",
                            java.toString(),
                            "TMPDIR",
                            tree.resolve("temporary").toString()));
        }
        Process bash = builder.start();
        try (var in = bash.outputWriter()) {
            in.write(functions + call + "\n");
        }
        return bash;
    }
}
