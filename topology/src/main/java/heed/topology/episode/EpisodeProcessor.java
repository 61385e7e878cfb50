package heed.topology.episode;

import heed.schemas.Episode;
import heed.schemas.Flag;
import heed.schemas.key.WeekKey;
import heed.schemas.rejected.RejectionReason;
import heed.schemas.sentence.EpisodeSentences;
import heed.schemas.topic.Topics;
import heed.topology.reject.ForeignRecords;
import heed.topology.reject.Rejections;
import heed.topology.store.WriteBehindStore;
import heed.topology.store.WriteBehindStoreBuilder;
import heed.topology.time.UtcDay;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Takes hospitals' alarms in, and says once a commit which episodes these change. */
final class EpisodeProcessor implements Processor<byte[], byte[], Object, Object> {

    private final EpisodeRules rules;
    private final EpisodeSentences sentences;
    private final Deserializer<Flag> values;
    private final WriteBehindStoreBuilder<EpisodeState> lineStore;
    private ProcessorContext<Object, Object> context;
    private ForeignRecords<Flag> flags;
    private EpisodeState state;

    EpisodeProcessor(
            EpisodeRules rules,
            EpisodeSentences sentences,
            Deserializer<Flag> values,
            WriteBehindStoreBuilder<EpisodeState> lineStore) {
        this.rules = rules;
        this.sentences = sentences;
        this.values = values;
        this.lineStore = lineStore;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        flags = new ForeignRecords<>(
                Topics.FLAGS.name(),
                values,
                new Rejections("episode", context, EpisodeStep.REJECTED),
                "not a record of the topic of flags");
        WriteBehindStore<EpisodeState> store = lineStore.in(context);
        state = store.state();
        state.restored();
        store.emitAtCommit(context, () -> state.forEachChanged(this::say));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        flags.read(record).ifPresent(flag -> take(record, flag));
    }

    private void take(Record<byte[], byte[]> record, Flag flag) {
        if (PossibleFlag.isPossible(flag) && ForeignRecords.isOfItsTime(record, flag.getAsOf())) {
            state.put(flag);
        } else {
            flags.reject(record, RejectionReason.BAD_ROW);
        }
    }

    private void say(WeekKey key, @Nullable FoundEpisode episode, long asOfMs) {
        EpisodeStep.EPISODES.say(context, key.text(), episode == null ? null : record(key, episode), asOfMs);
    }

    private Episode record(WeekKey key, FoundEpisode found) {
        Episode.Builder episode = Episode.newBuilder()
                .setMeasure(key.measure())
                .setWeek(key.week())
                .setBegan(Instant.ofEpochMilli(found.beganMs()))
                .setOpenedAt(Instant.ofEpochMilli(found.openedMs()))
                .setNewestAt(Instant.ofEpochMilli(found.newestMs()))
                .setEndsAt(Instant.ofEpochMilli(found.newestMs() + EpisodeRules.WINDOW_DAYS * UtcDay.MS))
                .setHospitals(List.copyOf(found.hospitals()))
                .setFlagged(found.hospitals().size())
                .setWatched(found.watched())
                .setExpected(found.rate() * EpisodeRules.WINDOW_DAYS)
                .setNeeded(found.needed())
                .setWindowDays(EpisodeRules.WINDOW_DAYS)
                .setFalseAlarmDays(rules.falseAlarmDays())
                .setSentenceEn("")
                .setSentenceCy("")
                .setAsOf(Instant.ofEpochMilli(found.asOfMs()));
        Episode unsaid = episode.build();
        return episode.setSentenceEn(sentences.english(unsaid))
                .setSentenceCy(sentences.welsh(unsaid))
                .build();
    }
}
