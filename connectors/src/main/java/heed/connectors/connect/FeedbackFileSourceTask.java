package heed.connectors.connect;

import heed.connectors.table.TableException;
import heed.connectors.table.TableSource;
import heed.schemas.registry.RegistryRefusedException;
import heed.schemas.registry.RegistryUnavailableException;
import heed.schemas.serde.TopicSerdes;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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
    private @Nullable Parts parts;
    private volatile @Nullable FileReading reading;

    /** Makes the task that a worker starts. */
    public FeedbackFileSourceTask() {
        this(config -> config.serdes(Clock.systemUTC()), Clock.systemUTC());
    }

    /** Makes one that turns records into bytes by {@code serdes}, and at which rows arrive by {@code clock}. */
    FeedbackFileSourceTask(Function<FeedbackFileSourceConfig, TopicSerdes> serdes, Clock clock) {
        this.serdes = serdes;
        this.clock = clock;
    }

    /** What the settings make of the task. */
    private record Parts(
            FeedbackFileSourceConfig config,
            RowFiling rows,
            FileWatch watch,
            SourceRecords records,
            FinishedFiles finished) {}

    @Override
    public String version() {
        return new FeedbackFileSourceConnector().version();
    }

    @Override
    public void start(Map<String, String> given) {
        var config = new FeedbackFileSourceConfig(given);
        parts = new Parts(
                config,
                config.rows(),
                new FileWatch(config.directory(), config.files(), config.still(), System::nanoTime),
                new SourceRecords(serdes.apply(config)),
                new FinishedFiles(config.finished()));
    }

    private Parts parts() {
        return Objects.requireNonNull(parts, "Connect starts a task before it polls");
    }

    @Override
    public @Nullable List<SourceRecord> poll() throws InterruptedException {
        parts().finished().moveDone().forEach(log::moved);
        @Nullable FileReading now = reading;
        if (now == null) {
            now = next().orElse(null);
            reading = now;
        }
        if (now == null) {
            pause();
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

    /** Begins to read the first file that is ready and has more than was taken of it. */
    private Optional<FileReading> next() {
        try {
            for (Map.Entry<Path, FileState> ready : parts().watch().ready().entrySet()) {
                SourceFile file = SourceFile.of(ready.getKey());
                FilePlace place = FilePlace.of(context.offsetStorageReader().offset(file.partition()));
                if (!place.isEnd()) {
                    log.begins(file, place);
                    return Optional.of(begin(ready.getKey(), ready.getValue(), file, place));
                }
                parts().watch().settle(ready.getKey(), ready.getValue());
                parts().finished().readToEnd(file, ready.getKey());
            }
            return Optional.empty();
        } catch (NoSuchFileException e) {
            // Somebody has just taken it away.
            return Optional.empty();
        } catch (IOException e) {
            throw new ConnectException(
                    "cannot read the directory " + parts().config().directory() + " (" + e.getMessage()
                            + "); let the worker read it, then start the task again",
                    e);
        }
    }

    private FileReading begin(Path path, FileState state, SourceFile file, FilePlace place) {
        return FileReading.begin(
                path,
                state,
                file,
                place,
                () -> parts().rows().open(TableSource.ofFile(path)),
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
        pause();
        return new RetriableException(why.getMessage(), why);
    }

    private void finish(FileReading file, FileReading.End end) {
        if (end instanceof FileReading.Whole whole) {
            log.finished(file.file(), whole.summary());
            parts().watch().settle(file.path(), file.state());
            parts().finished().readToEnd(file.file(), file.path());
        } else if (end instanceof FileReading.Failed failed) {
            fail(file, failed.why());
        } else {
            log.changed(file.file());
        }
    }

    /** Says what is wrong; a cause is not passed on, since a worker shows its message, which may quote the file. */
    private void fail(FileReading file, RuntimeException why) {
        if (!(why instanceof TableException table)) {
            var unexpected = new ConnectException("reading " + file.file().name() + " ended in an error that is not"
                    + " known: " + why.getClass().getName());
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

    private void pause() throws InterruptedException {
        var unused = stopped.await(parts().config().scan().toMillis(), TimeUnit.MILLISECONDS);
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
