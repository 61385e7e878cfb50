package heed.bench;

import com.sun.management.ThreadMXBean;
import heed.bench.entrant.Entrant;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** The main class of a contender's own process. */
final class ContenderProcess {

    /** Asks whether all is well: the process ends where it is not. */
    static final String WELL = "well";

    /** Asks for the bytes that all living threads have allocated. */
    static final String ALLOCATED = "allocated";

    /** Asks for the bytes of heap that are left after a collection. */
    static final String LIVE_HEAP = "live-heap";

    private ContenderProcess() {}

    /** Takes the name of a {@link Contender}, where the broker listens, threads, state directory and questionnaire. */
    public static void main(String[] args) throws IOException {
        // As the application does: what Kafka Streams formats for each record is dearer in other locales.
        Locale.setDefault(Locale.US);
        Contender contender = Contender.valueOf(args[0]);
        var settings = PipelineSettings.entrant(
                args[1], Integer.parseInt(args[2]), Path.of(args[3]), Survey.read(Path.of(args[4])));
        try (Entrant entrant = contender.enter(settings)) {
            entrant.start();
            System.out.println(ChildJvm.SAYS + "started");
            answer(entrant);
        }
        System.exit(0);
    }

    private static void answer(Entrant entrant) throws IOException {
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String question = questions.readLine(); question != null; question = questions.readLine()) {
            entrant.check();
            System.out.println(ChildJvm.SAYS + answerTo(question));
        }
    }

    private static String answerTo(String question) {
        return switch (question) {
            case WELL -> "yes";
            case ALLOCATED -> Long.toString(allocated());
            case LIVE_HEAP -> Long.toString(liveHeap());
            default -> throw new IllegalArgumentException("nobody knows an answer to " + question);
        };
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }

    private static long liveHeap() {
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
