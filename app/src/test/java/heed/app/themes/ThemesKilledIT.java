package heed.app.themes;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.notify.KnownSchemas;
import heed.app.server.embedded.EmbeddedBroker;
import heed.connectors.theme.Labelled;
import heed.connectors.theme.ThemeModel;
import heed.connectors.theme.weeks.ThemeWeeks;
import heed.connectors.theme.weeks.WatchedThemes;
import heed.connectors.theme.weeks.WeekShare;
import heed.schemas.Comment;
import heed.schemas.Label;
import heed.schemas.Rated;
import heed.schemas.ThemeRise;
import heed.schemas.ThemeWeek;
import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedRecords;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts themes in a process of its own, which is killed while comments come, on a real broker. */
class ThemesKilledIT {

    static final int MINIMUM = 5;

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int PARTITIONS = 3;

    /** Of both hospitals, so that a week of one has as many as it takes to be judged, and more. */
    private static final int WEEK = 120;

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final List<String> TEXTS = List.of(
            "The food was cold and the menu poor.",
            "Staff were kind and friendly.",
            "Waited three hours, far too long.",
            "Clean ward, lovely food.");

    private final AvroSerdes serdes = KnownSchemas.serdes();
    private final List<Process> started = new ArrayList<>();

    @TempDir
    Path directory;

    @AfterEach
    void endProcesses() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void eachCommentIsLabelledAndCountedOnceThoughItIsKilledInTheMiddle() throws Exception {
        // Given
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"));
                KafkaProducer<String, Comment> comments = producer(broker.bootstrap(), Map.of(), Topics.COMMENTS);
                KafkaProducer<String, Label> unfinished = producer(
                        broker.bootstrap(),
                        Map.of("transactional.id", ThemeWeeks.transactionalId("heed")),
                        Topics.LABELS)) {
            createTopics(broker.bootstrap());
            leaveATransactionUnfinished(unfinished);

            // When
            for (int round = 0; round < 3; round++) {
                Process process = themes(broker.bootstrap());
                long before = records(broker.bootstrap(), Topics.LABELS).size();
                for (int i = 0; i < 60; i++) {
                    write(comments, 60 * round + i);
                    if (i == 40) {
                        await(() -> records(broker.bootstrap(), Topics.LABELS).size() > before);
                    }
                }
                process.destroyForcibly().waitFor();
            }
            themes(broker.bootstrap());
            Map<String, String> expected = recounted(records(broker.bootstrap(), Topics.COMMENTS));
            await(() -> said(broker.bootstrap()).equals(expected));
            await(() -> risen(broker.bootstrap()).equals(judged(expected)));

            // Then
            assertThat(judged(expected)).hasSize(2 * WatchedThemes.ALL.size());
            assertThat(expected).hasSizeGreaterThan(5);
            assertThat(newest(records(broker.bootstrap(), Topics.LABELS)).keySet())
                    .isEqualTo(
                            newest(records(broker.bootstrap(), Topics.COMMENTS)).keySet());
            assertThat(writtenTwice(broker.bootstrap(), Topics.LABELS)).isEmpty();
            assertThat(writtenTwice(broker.bootstrap(), Topics.THEMES)).isEmpty();
            assertThat(writtenTwice(broker.bootstrap(), Topics.THEME_RISES)).isEmpty();
        }
    }

    /** Every fifth corrects the one before it, every seventh takes one out. */
    private static void write(KafkaProducer<String, Comment> comments, int i) throws Exception {
        String hospital = "H" + (1 + i % 2);
        int of = i % 5 == 0 ? Math.max(0, i - 2) : i;
        String id = "f" + of;
        Comment comment = i % 7 == 0
                ? null
                : new Comment(
                        id,
                        1,
                        hospital,
                        null,
                        null,
                        null,
                        Rated.UNSTATED,
                        TEXTS.get(i % TEXTS.size()),
                        MONDAY.plus(Duration.ofDays(7L * (i / WEEK))));
        comments.send(new ProducerRecord<>(Topics.COMMENTS.name(), hospital + "|" + id, comment))
                .get();
    }

    /** As a process does that is killed before it has committed. */
    private static void leaveATransactionUnfinished(KafkaProducer<String, Label> unfinished) throws Exception {
        unfinished.initTransactions();
        unfinished.beginTransaction();
        Label label = Label.newBuilder()
                .setFeedbackId("unfinished")
                .setHospital("H1")
                .setWeek("2026-W10")
                .setRuleVersion("themes-1")
                .setGivenAt(MONDAY)
                .setArrivedAt(MONDAY)
                .build();
        unfinished
                .send(new ProducerRecord<>(Topics.LABELS.name(), "H1|unfinished", label))
                .get();
    }

    /** Counts anew, from what patients wrote and the model alone. */
    private Map<String, String> recounted(List<ConsumerRecord<String, byte[]>> records) {
        ThemeModel model = ThemeModel.shipped();
        Map<String, List<Labelled>> weeks = new HashMap<>();
        newest(records).values().stream()
                .sorted(Comparator.<ConsumerRecord<String, byte[]>>comparingLong(ConsumerRecord::timestamp)
                        .thenComparing(each -> each.key().substring(3)))
                .forEach(each -> {
                    Comment comment = value(Topics.COMMENTS, each.value());
                    String week = comment.getGivenAt().equals(MONDAY) ? "2026-W10" : "2026-W11";
                    weeks.computeIfAbsent(comment.getHospital() + "|" + week, key -> new ArrayList<>())
                            .add(model.label(comment.getText(), null));
                });
        Map<String, String> said = new TreeMap<>();
        weeks.forEach((week, all) -> {
            List<Labelled> taken = all.subList(0, all.size() / MINIMUM * MINIMUM);
            said.put(week + "|", told(all.size(), taken));
            Map<String, List<Labelled>> about = new TreeMap<>();
            taken.forEach(
                    each -> each.themes().forEach(theme -> about.computeIfAbsent(theme.code(), key -> new ArrayList<>())
                            .add(each)));
            about.forEach((theme, each) ->
                    said.put(week + "|" + theme, told(each.size(), each.subList(0, each.size() / MINIMUM * MINIMUM))));
        });
        return said;
    }

    private static String told(int all, List<Labelled> counted) {
        return all < MINIMUM
                ? "suppressed"
                : counted.size() + " sum "
                        + counted.stream().mapToInt(Labelled::sentiment).sum();
    }

    private Map<String, String> said(String bootstrap) {
        Map<String, String> said = new TreeMap<>();
        newest(records(bootstrap, Topics.THEMES)).forEach((key, record) -> {
            ThemeWeek row = value(Topics.THEMES, record.value());
            said.put(key, row.getSuppressed() ? "suppressed" : row.getComments() + " sum " + row.getSentimentSum());
        });
        return said;
    }

    /** Returns what the process finds in the rows: of each theme a rise in the last week with comments enough. */
    private static Map<String, String> judged(Map<String, String> rows) {
        Map<String, String> judged = new TreeMap<>();
        new TreeMap<>(rows).forEach((key, told) -> {
            String[] parts = key.split("\\|", -1);
            if (parts[2].isEmpty()
                    && !"suppressed".equals(told)
                    && comments(told) >= MINIMUM * WeekShare.FEWEST_STEPS) {
                WatchedThemes.ALL.forEach(theme ->
                        judged.put(parts[0] + "|" + theme.code() + "|themes-1", parts[1] + " of " + comments(told)));
            }
        });
        return judged;
    }

    private static int comments(String told) {
        return Integer.parseInt(told.substring(0, told.indexOf(' ')));
    }

    private Map<String, String> risen(String bootstrap) {
        Map<String, String> risen = new TreeMap<>();
        newest(records(bootstrap, Topics.THEME_RISES)).forEach((key, record) -> {
            ThemeRise rise = value(Topics.THEME_RISES, record.value());
            risen.put(key, rise.getThrough() + " of " + rise.getComments());
        });
        return risen;
    }

    /** Returns the keys of which a record says what the record before it says. */
    private static List<String> writtenTwice(String bootstrap, Topic<?> topic) {
        List<String> twice = new ArrayList<>();
        Map<String, byte[]> last = new HashMap<>();
        records(bootstrap, topic).forEach(each -> {
            if (Arrays.equals(
                    last.put(each.key(), Objects.requireNonNullElse(each.value(), new byte[0])),
                    Objects.requireNonNullElse(each.value(), new byte[0]))) {
                twice.add(each.key());
            }
        });
        return twice;
    }

    private static Map<String, ConsumerRecord<String, byte[]>> newest(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, ConsumerRecord<String, byte[]>> newest = new TreeMap<>();
        records.forEach(each -> newest.put(each.key(), each));
        newest.values().removeIf(each -> each.value() == null);
        return newest;
    }

    private static List<ConsumerRecord<String, byte[]>> records(String bootstrap, Topic<?> topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        var consumers = CommittedConsumers.of(Map.of("bootstrap.servers", bootstrap));
        try (CommittedRecords reader = new CommittedRecords(consumers.get(), List.of(topic))) {
            reader.seekToBeginning();
            reader.readToEnd(records::add);
        }
        return records;
    }

    private <V> V value(Topic<V> topic, byte[] bytes) {
        return serdes.of(topic).deserializer().deserialize(topic.name(), bytes);
    }

    private Process themes(String bootstrap) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ThemesProcess.class.getName(),
                        bootstrap,
                        ThemeWeeks.transactionalId("heed"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("themes.log").toFile()))
                .start();
        started.add(process);
        return process;
    }

    private <V> KafkaProducer<String, V> producer(String bootstrap, Map<String, ?> more, Topic<V> topic) {
        Map<String, Object> config = new HashMap<>(more);
        config.put("bootstrap.servers", bootstrap);
        return new KafkaProducer<>(
                config, new StringSerializer(), serdes.of(topic).serializer());
    }

    private static void createTopics(String bootstrap) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(Topics.COMMENTS, Topics.LABELS, Topics.THEMES, Topics.THEME_RISES).stream()
                            .map(topic -> new NewTopic(topic.name(), PARTITIONS, (short) 1).configs(topic.config()))
                            .toList())
                    .all()
                    .get();
        }
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(LIMIT).ignoreExceptions().until(condition);
    }
}
