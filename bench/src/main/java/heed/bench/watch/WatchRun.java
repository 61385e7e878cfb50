package heed.bench.watch;

import com.sun.management.OperatingSystemMXBean;
import heed.schemas.WatchTime;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.topology.episode.EpisodeTopology;
import heed.topology.response.Answers;
import heed.topology.response.Change;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Response;
import heed.topology.store.WriteBehindStore;
import heed.topology.watch.WatchRules;
import heed.topology.watch.WatchStep;
import heed.topology.watch.WatchTimes;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.jspecify.annotations.Nullable;

/** One pass of the answers through a watch step that begins with nothing. */
final class WatchRun {

    private static final int COMMITS = 200;
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final List<WatchedHospital> hospitals;
    private final int answersADay;
    private final Answers answers = new Answers();
    private final Response response = new Response();
    private final Change change = new Change();

    WatchRun(List<WatchedHospital> hospitals, int answersADay) {
        this.hospitals = hospitals;
        this.answersADay = answersADay;
    }

    /** Runs the days before {@code measuredFrom} unmeasured, the others measured. */
    Result through(Questionnaires questionnaires, MeasureCatalogue catalogue, int days, int measuredFrom) {
        HospitalDirectory directory = HospitalDirectory.empty();
        CommitCounter counter = new CommitCounter();
        InternalProcessorContext<Object, Object> context = counter.context();
        WatchTimes times = new WatchTimes(directory, WatchTime.GIVEN);
        WatchStep step = new WatchStep(
                WatchRules.DEFAULTS, times, directory, questionnaires, catalogue, EpisodeTopology.flags());
        WriteBehindStore<?> store =
                (WriteBehindStore<?>) step.stores().iterator().next().build();
        store.init(context, store);
        Processor<byte[], Change, Object, Object> watch = step.get();
        watch.init(context);

        feed(0, measuredFrom, watch);
        long fedAlone = cpuOf(() -> feed(measuredFrom, days, null));
        long watched = cpuOf(() -> feed(measuredFrom, days, watch));
        store.flushCache();
        CommitCounter.Written before = counter.written();
        long committed = cpuOf(() -> commitOften(days - 1, watch, store));
        CommitCounter.Written after = counter.written();
        return new Result(
                (long) (days - measuredFrom) * answersADay * hospitals.size(),
                watched - fedAlone,
                committed,
                after.rows() - before.rows(),
                (after.bytes() - before.bytes()) / (after.rows() - before.rows()),
                after.largest(),
                counter.forwarded());
    }

    /**
     * Commits after each response of a hospital, as a pipeline does that keeps up with a thousand a day: every key is
     * written each time.
     */
    private void commitOften(int day, Processor<byte[], Change, Object, Object> watch, WriteBehindStore<?> store) {
        for (int i = 0; i < COMMITS; i++) {
            for (WatchedHospital hospital : hospitals) {
                give(hospital, day, i % answersADay, watch);
            }
            store.flushCache();
        }
    }

    private void feed(int from, int until, @Nullable Processor<byte[], Change, Object, Object> watch) {
        for (int day = from; day < until; day++) {
            response.start(0, day, 1, Response.Kind.SUBMITTED, new Record<>(new byte[0], new byte[0], day));
            for (int i = 0; i < answersADay; i++) {
                for (WatchedHospital hospital : hospitals) {
                    give(hospital, day, i, watch);
                }
            }
        }
    }

    private void give(
            WatchedHospital hospital, int day, int i, @Nullable Processor<byte[], Change, Object, Object> watch) {
        hospital.fill(answers, day, i);
        change.start(response);
        change.putIn(answers);
        if (watch != null) {
            watch.process(new Record<>(response.received().key(), change, day));
        }
    }

    private static long cpuOf(Runnable work) {
        long begin = SYSTEM.getProcessCpuTime();
        work.run();
        return SYSTEM.getProcessCpuTime() - begin;
    }

    /**
     * What a pass cost.
     *
     * @param responses measured ones
     * @param watchedNanos CPU time of the step for them, without that of feeding them
     * @param committedNanos CPU time of many commits, each with one response of every hospital
     * @param rows changelog rows that they made
     * @param meanBytes mean length of a row with its key
     * @param largestBytes length of the largest
     * @param records drop records that the step said from the beginning on
     */
    record Result(
            long responses,
            long watchedNanos,
            long committedNanos,
            long rows,
            long meanBytes,
            int largestBytes,
            long records) {

        double microsAResponse() {
            return watchedNanos / 1e3 / responses;
        }

        double microsARow() {
            return committedNanos / 1e3 / rows;
        }
    }
}
