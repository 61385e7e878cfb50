package heed.bench;

import heed.bench.entrant.Entrant;
import heed.bench.entrant.EntrantMaker;
import heed.bench.entrant.EntrantSettings;
import heed.bench.entrant.EntrantTopics;
import heed.bench.limit.Limit;
import heed.bench.streams.PassThrough;
import heed.bench.streams.StreamsEntrant;
import heed.bench.streams.Tutorial;
import heed.schemas.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists who is measured. */
enum Contender {
    HEED("Heed, all steps", Says.FINALS) {
        @Override
        Entrant enter(EntrantSettings settings) {
            return HeedEntrant.of(settings);
        }
    },
    LIMIT("the limit: consumer, flat decoding, primitive maps, one transaction a commit", Says.FINALS) {
        @Override
        Entrant enter(EntrantSettings settings) {
            return new Limit(settings);
        }
    },
    PASS_THROUGH("Kafka Streams, which copies its input", Says.COPY) {
        @Override
        Entrant enter(EntrantSettings settings) {
            return new StreamsEntrant(PassThrough.topology(), settings.streams(), () -> {});
        }
    },
    TUTORIAL(
            "Kafka Streams as tutorials write it: a store of all that was seen, rows grouped and added up",
            Says.SCORES) {
        @Override
        Entrant enter(EntrantSettings settings) {
            return Tutorial.of(settings);
        }
    },
    FLINK_HASHMAP("Flink, state on the heap, a checkpoint a second, a sink that writes exactly once", Says.SCORES) {
        @Override
        Entrant enter(EntrantSettings settings) {
            return flink(settings);
        }
    },
    FLINK_ROCKSDB("Flink, state in RocksDB, a checkpoint a second, a sink that writes exactly once", Says.SCORES) {
        @Override
        Entrant enter(EntrantSettings settings) {
            return flink(settings);
        }
    };

    private final String text;
    private final Says says;

    Contender(String text, Says says) {
        this.text = text;
        this.says = says;
    }

    /** Returns the contender of a name; where there is none, the exception says which there are. */
    static Contender byId(String id) {
        return Arrays.stream(values())
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no contender is called '%s': there are %s"
                        .formatted(
                                id, Arrays.stream(values()).map(Contender::id).collect(Collectors.joining(", ")))));
    }

    /** Makes ready to work. */
    abstract Entrant enter(EntrantSettings settings);

    /** Says what it is, for a reader. */
    String text() {
        return text;
    }

    /** Makes Flink ready, in a process that has its libraries. */
    final Entrant flink(EntrantSettings settings) {
        return ServiceLoader.load(EntrantMaker.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Flink's libraries are not on the class path"))
                .make(id(), settings);
    }

    boolean isFlink() {
        return this == FLINK_HASHMAP || this == FLINK_ROCKSDB;
    }

    /** Returns the class path of its process: this one's, or that of Flink, which lies in {@code flink}. */
    String classPath(@Nullable Path flink) {
        if (!isFlink()) {
            return System.getProperty("java.class.path");
        }
        if (flink == null || !Files.isDirectory(flink)) {
            throw new IllegalArgumentException(
                    "%s needs the libraries of Flink, and there are none%s: './heed bench --contenders %s' builds them"
                            .formatted(id(), flink == null ? "" : " in " + flink, id()));
        }
        return flink.resolve("*").toString();
    }

    /** Returns what the JVM of its process is told: Flink warns of its own metrics' names at every checkpoint. */
    List<String> jvm() {
        return isFlink() ? List.of("-Dlogback.configurationFile=heed/bench/flink/logback.xml") : List.of();
    }

    /** Returns whether it can go on from what it has written where its directory is gone. */
    boolean restores() {
        return this != LIMIT && !isFlink();
    }

    /** Returns what it writes. */
    Says says() {
        return says;
    }

    /** Returns its name on the command line and in results. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Tells what a contender writes, and so how it is checked. */
    enum Says {
        /** Scores, each once more when it is final: the rows that Heed writes. */
        FINALS(Topics.SCORES.name()),
        /** Scores, but nothing of their being final. */
        SCORES(Topics.SCORES.name()),
        /** What it has read. */
        COPY(EntrantTopics.THROUGH);

        private final String topic;

        Says(String topic) {
            this.topic = topic;
        }

        String topic() {
            return topic;
        }
    }
}
