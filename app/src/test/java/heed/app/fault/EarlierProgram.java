package heed.app.fault;

import heed.app.acceptance.HeedProcess;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program of an earlier commit, from the history of this repository: its sources alone, compiled without the checks
 * of the build, on the libraries of today.
 */
final class EarlierProgram {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> MODULES = List.of("schemas", "topology", "connectors", "monitoring", "app");
    /** Runs in a worker of Kafka Connect, on its libraries; the program has none of it. */
    private static final Path OF_CONNECT = Path.of("heed", "connectors", "connect");

    private static final String NO_UPGRADE = "No upgrade: ";
    private static final long MINUTES = 10;

    private final String commit;
    private final Path directory;

    private EarlierProgram(String commit, Path directory) {
        this.commit = commit;
        this.directory = directory;
    }

    /** Returns why there is nothing to upgrade from; nothing where there is. */
    static Optional<String> obstacle() throws IOException, InterruptedException {
        Optional<String> commit = commit();
        if (commit.isEmpty()) {
            return Optional.of(
                    "there is no commit before this one here: fetch some history, or name one by -Dheed.fault.before=COMMIT");
        }
        return git("log", "--format=%B", commit.get() + "..HEAD")
                .output()
                .lines()
                .filter(line -> line.startsWith(NO_UPGRADE))
                .findFirst();
    }

    /**
     * Returns the commit of {@code -Dheed.fault.before=COMMIT}, else the one before this one; nothing where there is
     * none, as in a shallow clone and an archive.
     */
    private static Optional<String> commit() throws IOException, InterruptedException {
        Run top = git("rev-parse", "--show-toplevel");
        if (top.code() != 0 || !Path.of(top.output().strip()).equals(ROOT.toRealPath())) {
            return Optional.empty();
        }
        return parsed(System.getProperty("heed.fault.before", "HEAD^"));
    }

    private static Optional<String> parsed(String name) throws IOException, InterruptedException {
        Run run = git("rev-parse", "--verify", "--quiet", name + "^{commit}");
        return run.code() == 0 ? Optional.of(run.output().strip()) : Optional.empty();
    }

    /** Compiles the program of the commit before this one below {@code directory}. */
    static EarlierProgram build(Path directory) throws IOException, InterruptedException {
        String commit = commit().orElseThrow();
        Files.createDirectories(directory);
        must(ROOT, "bash", "-c", "git archive " + commit + " | tar -x -C '" + directory + "'");
        must(
                directory,
                "mvn",
                "-B",
                "-q",
                "-ntp",
                "-pl",
                "schemas/oracle,schemas",
                "generate-sources",
                "-Dspotless.apply.skip",
                "-Dspotless.check.skip");
        EarlierProgram program = new EarlierProgram(commit, directory);
        program.compile();
        return program;
    }

    private void compile() throws IOException, InterruptedException {
        List<String> sources = new ArrayList<>();
        List<Path> roots = new ArrayList<>(List.of(directory.resolve("schemas/target/generated-sources/avro")));
        MODULES.forEach(module -> roots.add(directory.resolve(module).resolve("src/main/java")));
        for (Path root : roots) {
            try (Stream<Path> all = Files.walk(root)) {
                all.filter(file -> !root.relativize(file).startsWith(OF_CONNECT))
                        .map(Path::toString)
                        .filter(name -> name.endsWith(".java"))
                        .forEach(sources::add);
            }
        }
        Path list = Files.write(directory.resolve("sources"), sources);
        must(
                directory,
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "--release",
                "17",
                "-proc:none",
                "-nowarn",
                "-parameters",
                "-cp",
                libraries(),
                "-d",
                directory.resolve("classes").toString(),
                "@" + list);
    }

    /** Returns the file of settings that came with the program. */
    Path settings() {
        return directory.resolve("heed.yaml");
    }

    /** Returns the class path that the program runs on. */
    String classPath() throws IOException {
        return directory.resolve("classes")
                + File.pathSeparator
                + MODULES.stream()
                        .map(module -> directory.resolve(module).resolve("src/main/resources"))
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator))
                + File.pathSeparator
                + libraries();
    }

    /** Returns what the built program stands on, without its own modules. */
    private static String libraries() throws IOException {
        try (Stream<Path> all = Files.list(HeedProcess.LIBRARIES)) {
            return all.filter(jar -> !jar.getFileName().toString().startsWith("heed-"))
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static Run git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        return run(ROOT, command);
    }

    private record Run(int code, String output) {}

    private static void must(Path in, String... command) throws IOException, InterruptedException {
        Run run = run(in, List.of(command));
        if (run.code() != 0) {
            throw new IllegalStateException(command[0] + " ended with " + run.code() + ":\n" + run.output());
        }
    }

    private static Run run(Path in, List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("heed-fault-", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(in.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Run(-1, command + " took more than " + MINUTES + " minutes");
            }
            return new Run(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
        } finally {
            Files.delete(said);
        }
    }

    @Override
    public String toString() {
        return commit;
    }
}
