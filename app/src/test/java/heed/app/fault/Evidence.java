package heed.app.fault;

import heed.app.acceptance.ChannelSums;
import heed.app.acceptance.CommittedTopics;
import heed.app.acceptance.HeedProcess;
import heed.app.acceptance.Load;
import heed.app.acceptance.Load.Fate;
import heed.app.acceptance.Metrics;
import heed.app.acceptance.PageFigures;
import heed.app.acceptance.Recounted;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.MixCheck;
import heed.schemas.MixVerdict;
import heed.schemas.Score;
import heed.schemas.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * What was found when all was over.
 *
 * @param acknowledged how many records the sender was told are safe, by what must become of them
 * @param tallied how many the instances say became what, and {@code in}, added up over instances
 * @param recounted what {@code heed recount} said
 * @param rejected records on the topic of what was refused
 * @param drops how often each turn of a drop was told
 * @param unchanged revisions of a drop that change nothing
 * @param fallen hospitals of which a drop was told
 * @param channels days whose channels do not come to the scores
 * @param pages what pages show that the topic does not
 * @param open transactions that neither ended nor were given up
 * @param residentMiB memory of each instance
 * @param traces lines of stack traces on instances' terminals
 */
record Evidence(
        Map<Fate, Long> acknowledged,
        Map<String, Long> tallied,
        Recounted recounted,
        long rejected,
        Map<String, Long> drops,
        List<String> unchanged,
        long fallen,
        List<String> channels,
        List<String> pages,
        List<String> open,
        Map<String, Long> residentMiB,
        List<String> traces) {

    private static final Duration GIVEN_UP_WITHIN = Duration.ofSeconds(60);

    /** Waits until the pipeline has committed all input, and looks at everything. */
    static Evidence gather(
            Load load, CommittedTopics topics, List<HeedInstance> instances, Map<String, String> settings)
            throws Exception {
        Awaitility.await()
                .atMost(HeedProcess.GENEROUS)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> topics.isWorkedOff("heed"));
        List<HeedInstance> running =
                instances.stream().filter(HeedInstance::runs).toList();
        List<String> open = last(topics::openTransactions);
        Map<String, Score> scores = topics.scores();
        List<String> pages = last(() -> pages(running, scores));
        Recounted recounted =
                Recounted.of(settings, running.get(0).data(), running.get(0).servers(), "--limit", "1000");
        Map<Fate, Long> acknowledged = new EnumMap<>(Fate.class);
        for (Fate fate : Fate.values()) {
            acknowledged.put(fate, load.expected(fate));
        }
        Map<String, Long> resident = new TreeMap<>();
        for (HeedInstance each : running) {
            resident.put(each.data().getFileName().toString(), each.residentMiB());
        }
        List<Drop> drops = topics.drops();
        return new Evidence(
                acknowledged,
                tallied(running),
                recounted,
                topics.read(Topics.REJECTED).size(),
                drops.stream().collect(Collectors.groupingBy(Evidence::turn, TreeMap::new, Collectors.counting())),
                unchanged(drops),
                drops.stream()
                        .filter(drop -> drop.getState() == DropState.OPEN && drop.getUnit() == null)
                        .map(Drop::getHospital)
                        .distinct()
                        .count(),
                ChannelSums.differences(topics),
                pages,
                open,
                resident,
                instances.stream()
                        .flatMap(each -> each.printed().stream())
                        .filter(line -> line.startsWith("\tat "))
                        .toList());
    }

    private interface Look {
        List<String> now() throws Exception;
    }

    /** Returns nothing as soon as nothing is found, and what is found in the end where that does not happen in time. */
    private static List<String> last(Look look) throws Exception {
        try {
            return Awaitility.await()
                    .atMost(GIVEN_UP_WITHIN)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .until(look::now, List::isEmpty);
        } catch (ConditionTimeoutException e) {
            return look.now();
        }
    }

    private static List<String> pages(List<HeedInstance> running, Map<String, Score> scores) throws Exception {
        List<String> differences = new ArrayList<>();
        for (HeedInstance each : running) {
            differences.addAll(PageFigures.differences(each.page(), scores));
        }
        return differences;
    }

    private static Map<String, Long> tallied(List<HeedInstance> running) throws Exception {
        Map<String, Long> tallied = new TreeMap<>();
        for (HeedInstance each : running) {
            Metrics metrics = Metrics.scrape(each.page());
            tallied.merge("in", metrics.sum("heed_responses_in_total"), Long::sum);
            for (Fate fate : Fate.values()) {
                tallied.merge(name(fate), metrics.sum("heed_responses_" + name(fate) + "_total"), Long::sum);
            }
        }
        return tallied;
    }

    static String name(Fate fate) {
        return fate.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns what a record tells that no other may: an alarm, a growth or an end once for each time that the drop was
     * raised; easings and revisions as often as something moved, so with when it did.
     */
    static String turn(Drop drop) {
        String turn = drop.getDropId() + " " + drop.getPhase() + " " + drop.getSeverity();
        return switch (drop.getPhase()) {
            case OPEN, FOUND_IN_LEARNING, UNSTATED -> turn;
            case ESCALATED, CONFIRMED, RECOVERED, REBASELINED, REOPENED -> turn + " " + drop.getReopenedAt();
            case EASED, REVISED -> turn + " " + drop.getReopenedAt() + " " + drop.getAsOf();
        };
    }

    /** Returns the revisions that say what the record before them said of the same drop. */
    static List<String> unchanged(List<Drop> drops) {
        Map<String, Drop> before = new HashMap<>();
        List<String> unchanged = new ArrayList<>();
        for (Drop drop : drops) {
            Drop last = before.put(drop.getDropId(), drop);
            if (drop.getPhase() == DropPhase.REVISED
                    && last != null
                    && revisable(last).equals(revisable(drop))) {
                unchanged.add(
                        "drop " + drop.getDropId() + " is revised at " + drop.getAsOf() + ", and nothing changed");
            }
        }
        return unchanged;
    }

    /** Returns what a revision is about: whether the alarm would be raised today, and what the make-up says. */
    private static List<Object> revisable(Drop drop) {
        return List.of(
                drop.getRaisedToday(),
                drop.getMix().stream()
                        .filter(check -> check.getVerdict() != MixVerdict.UNKNOWN)
                        .collect(Collectors.toMap(MixCheck::getDimension, MixCheck::getVerdict)));
    }
}
