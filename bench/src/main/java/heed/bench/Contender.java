package heed.bench;

import heed.bench.entrant.Entrant;
import heed.bench.entrant.EntrantSettings;
import heed.bench.entrant.EntrantTopics;
import heed.bench.limit.Limit;
import heed.bench.streams.PassThrough;
import heed.bench.streams.StreamsEntrant;
import heed.bench.streams.Tutorial;
import heed.schemas.topic.Topics;
import java.util.Locale;

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
    };

    private final String text;
    private final Says says;

    Contender(String text, Says says) {
        this.text = text;
        this.says = says;
    }

    /** Returns the contender of a name. */
    static Contender byId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Makes ready to work. */
    abstract Entrant enter(EntrantSettings settings);

    /** Says what it is, for a reader. */
    String text() {
        return text;
    }

    /** Returns whether it can go on from what it has written. */
    boolean restores() {
        return this != LIMIT;
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
