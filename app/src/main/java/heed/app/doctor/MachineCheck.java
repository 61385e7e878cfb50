package heed.app.doctor;

import heed.app.server.instance.HeapFile;
import heed.app.server.instance.HeapUse;
import heed.app.server.instance.RunningInstance;
import heed.app.settings.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Looks at this machine: Java, ports, the data directory. */
final class MachineCheck {

    private static final int LEAST_JAVA = 17;
    private static final long GIB = 1L << 30;
    private static final long LEAST_FREE = 2 * GIB;

    private final Settings settings;
    private final Optional<RunningInstance> running;

    MachineCheck(Settings settings, Optional<RunningInstance> running) {
        this.settings = settings;
        this.running = running;
    }

    List<Finding> run() {
        return List.of(
                java(Runtime.version().feature()),
                LoggingCheck.run(),
                port("page.port", settings.page()),
                port("intake.port", settings.intake().listener()),
                writable(),
                space(),
                OpenFilesCheck.run(),
                new HeapCheck(new HeapFile(settings.data())).run(HeapUse.now().most()));
    }

    static Finding java(int version) {
        return version >= LEAST_JAVA
                ? Finding.ok("Java is version " + version)
                : Finding.problem("Java is version " + version, "Install " + LEAST_JAVA + " or newer");
    }

    private Finding port(String key, Settings.Listener listener) {
        if (listener.port() == 0 || isFree(listener)) {
            return Finding.ok(key + " " + listener.port() + " is free");
        }
        Optional<ProcessHandle> holder = new PortHolder(Path.of("/proc")).of(listener.port());
        if (holder.isPresent()
                && running.isPresent()
                && running.get().pid() == holder.get().pid()) {
            return Finding.ok(key + " " + listener.port() + " is held by the running Heed");
        }
        String by = holder.map(process -> "process " + process.pid()
                        + process.info()
                                .command()
                                .map(command -> " (" + command + ")")
                                .orElse(""))
                .orElse("another process");
        return Finding.problem(
                key + " " + listener.port() + " on " + listener.host() + " is taken by " + by,
                "Stop it, or set " + key + " to another port; 0 takes a free one");
    }

    private static boolean isFree(Settings.Listener listener) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(listener.host(), listener.port()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Finding writable() {
        Path existing = existing();
        return Files.isDirectory(existing) && Files.isWritable(existing)
                ? Finding.ok("data directory " + settings.data() + " can be written")
                : Finding.problem(
                        "data directory " + settings.data() + " can't be written",
                        "Make it writable, or choose another with --data");
    }

    private Finding space() {
        try {
            long free = Files.getFileStore(existing()).getUsableSpace();
            String shown = free / GIB + " GiB free for " + settings.data();
            return free >= LEAST_FREE
                    ? Finding.ok(shown)
                    : Finding.problem("only " + shown, "Free some, or choose another directory with --data");
        } catch (IOException e) {
            return Finding.problem("free space of " + settings.data() + " is not known: " + e, "Look at the disk");
        }
    }

    /** Returns the data directory, or the nearest directory above it that exists. */
    private Path existing() {
        Path path = settings.data().toAbsolutePath().normalize();
        while (!Files.exists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }
}
