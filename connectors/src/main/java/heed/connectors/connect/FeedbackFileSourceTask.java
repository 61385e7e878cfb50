package heed.connectors.connect;

import heed.connectors.table.TableException;
import heed.connectors.table.TableSource;
import heed.schemas.registry.RegistryRefusedException;
import heed.schemas.registry.RegistryUnavailableException;
import heed.schemas.serde.TopicSerdes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.jspecify.annotations.Nullable;

/** Reads the files of a directory one after the other, in the order of their names, and hands over what they say. */
public final class FeedbackFileSourceTask extends SourceTask {

    private static final Duration LITTLE = Duration.ofMillis(100);

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final FileLog log = new FileLog();
    private final Function<FeedbackFileSourceConfig, TopicSerdes> serdes;
    private final Clock clock;
    private final LongSupplier nanos;
    private @Nullable Parts parts;
    private volatile @Nullable FileReading reading;

    /** Makes the task that a worker starts. */
    public FeedbackFileSourceTask() {
        this(config -> config.serdes(Clock.systemUTC()), Clock.systemUTC(), System::nanoTime);
    }

    /**
     * Makes one that turns records into bytes by {@code serdes}, at which rows arrive by {@code clock}, and that keeps
     * its pace by {@code nanos}.
     */
    FeedbackFileSourceTask(Function<FeedbackFileSourceConfig, TopicSerdes> serdes, Clock clock, LongSupplier nanos) {
        this.serdes = serdes;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** What the settings make of the task. */
    private record Parts(
            FeedbackFileSourceConfig config,
            RowFiling rows,
            FileWatch watch,
            SourceRecords records,
            FinishedFiles finished,
            PollPace pace,
            NextFile next) {}

    @Override
    public String version() {
        return new FeedbackFileSourceConnector().version();
    }

    @Override
    public void start(Map<String, String> given) {
        var config = new FeedbackFileSourceConfig(given);
        var finished = new FinishedFiles(config.directory(), config.finished());
        finished.recover();
        var watch = new FileWatch(config.directory(), config.files(), config.still(), nanos);
        var pace = new PollPace(config.scan(), nanos);
        parts = new Parts(
                config,
                config.rows(),
                watch,
                new SourceRecords(serdes.apply(config)),
                finished,
                pace,
                new NextFile(config, watch, finished, pace, log));
    }

    private Parts parts() {
        return Objects.requireNonNull(parts, "Connect starts a task before it polls");
    }

    @Override
    public @Nullable List<SourceRecord> poll() throws InterruptedException {
        parts().pace().begin();
        moveDone();
        if (reading == null && !parts().pace().isResting()) {
            reading = parts().next().find(this::place).map(this::begin).orElse(null);
        }
        @Nullable FileReading now = reading;
        if (now == null) {
            pause(parts().pace().pause());
            return null;
        }
        List<SourceRecord> batch = batch(now);
        FileReading.End end = now.end();
        if (end != null) {
            reading = null;
            finish(now, end);
        }
        return batch.isEmpty() ? null : batch;
    }

    private void moveDone() {
        FinishedFiles.Done done = parts().finished().moveDone();
        done.moved().forEach(log::moved);
        done.replaced().forEach(path -> {
            log.replaced(path);
            parts().watch().forget(path);
        });
    }

    private FilePlace place(SourceFile file) {
        return FilePlace.of(context.offsetStorageReader().offset(file.partition()));
    }

    private FileReading begin(NextFile.Found found) {
        log.begins(found.file(), found.place());
        return FileReading.begin(
                found.path(),
                found.state(),
                found.file(),
                found.place(),
                () -> parts().rows().open(TableSource.ofFile(found.path())),
                parts().config().lateness(),
                clock);
    }

    private List<SourceRecord> batch(FileReading file) throws InterruptedException {
        List<SourceRecord> batch = new ArrayList<>();
        int rows = 0;
        FileReading.Row row = file.peek(LITTLE);
        while (row != null) {
            try {
                batch.addAll(parts().records().of(row, file));
            } catch (RegistryUnavailableException e) {
                if (batch.isEmpty()) {
                    throw later(e);
                }
                break;
            }
            file.take(row);
            row = ++rows < parts().config().batch() ? file.peek(LITTLE) : null;
        }
        parts().finished().handedOver(file.file(), batch.size());
        return batch;
    }

    private RuntimeException later(RegistryUnavailableException why) throws InterruptedException {
        if (why instanceof RegistryRefusedException) {
            return new ConnectException(why.getMessage(), why);
        }
        pause(parts().pace().step());
        return new RetriableException(why.getMessage(), why);
    }

    private void finish(FileReading file, FileReading.End end) {
        if (end instanceof FileReading.Whole whole) {
            log.finished(file.file(), whole.summary());
            parts().watch().settle(file.path(), file.state());
            parts().finished().readToEnd(file.file(), file.path(), file.state());
        } else if (end instanceof FileReading.Failed failed) {
            fail(file, failed.why());
        } else {
            log.changed(file.file());
        }
    }

    /** Says what is wrong; a cause is not passed on, since a worker shows its message, which may quote the file. */
    private void fail(FileReading file, Throwable why) {
        if (!(why instanceof TableException table)) {
            var unexpected = new ConnectException("reading " + file.file().name() + " ended in an error that is not"
                    + " known: " + why.getClass().getName() + advice(why));
            unexpected.setStackTrace(why.getStackTrace());
            throw unexpected;
        }
        if (parts().config().stopsAtUnreadable()) {
            throw new ConnectException(table.withoutContent()
                    + ". No row of the file is taken now. Mend it or take it away, then start the task again; with"
                    + " unreadable=pass-over others are read meanwhile");
        }
        log.unreadable(table.withoutContent());
        parts().watch().settle(file.path(), file.state());
    }

    private static String advice(Throwable why) {
        return why instanceof OutOfMemoryError
                ? ". Give the worker more memory, then start the task again"
                : ". Where it happened is in the worker's log; mend that, then start the task again";
    }

    private void pause(Duration time) throws InterruptedException {
        var unused = stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void commitRecord(SourceRecord record, @Nullable RecordMetadata metadata) {
        parts().finished().committed(SourceFile.ofPartition(record.sourcePartition()));
    }

    @Override
    public void stop() {
        stopped.countDown();
        FileReading now = reading;
        if (now != null) {
            now.close();
        }
    }
}
