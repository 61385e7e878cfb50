package heed.monitoring.view.pipeline;

import heed.monitoring.pipeline.PipelineParts;
import heed.monitoring.pipeline.PipelineStatus;
import heed.monitoring.pipeline.TallySource;
import heed.monitoring.view.Words;
import heed.schemas.reader.ReaderStatus;
import heed.schemas.sentence.English;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The running pipeline at one moment of the wall clock, and what is wrong with it in plain sentences.
 *
 * @param now by the wall clock
 */
public record PipelineReport(
        PipelineStatus.Status status, ReaderStatus reader, PipelineParts.Parts parts, Instant now) {

    private static final String UNREAD = "The pages still read what is there; their figures are not complete yet.";

    /** Returns the pipeline's state in a few words. */
    public String title() {
        if (!status.live() || status.state() == PipelineStatus.State.STOPPED) {
            return "The pipeline has stopped";
        }
        if (status.state() == PipelineStatus.State.STALLED || !stuck().isEmpty()) {
            return "The pipeline is stuck";
        }
        if (status.state() == PipelineStatus.State.STARTING) {
            return "The pipeline is starting";
        }
        return troubles().isEmpty() ? "The pipeline runs" : "The pipeline runs, with trouble";
    }

    /** Returns what is wrong, a sentence each, the gravest first; empty where nothing is. For engineers. */
    public List<String> troubles() {
        List<String> troubles = new ArrayList<>(ofAll());
        troubles.addAll(ofParts());
        if (reader.phase() == ReaderStatus.Phase.CATCHING_UP) {
            troubles.add(UNREAD);
        }
        return troubles;
    }

    /**
     * Returns the gravest trouble that staff should know of beside how fresh figures are, in a sentence without
     * partitions, threads and stores; empty where there is none.
     */
    public Optional<String> forStaff() {
        return ofAll().stream().findFirst().or(() -> {
            if (!unaccounted().isEmpty()) {
                return Optional.of(
                        "Not every response is accounted for: publish nothing before an engineer has looked.");
            }
            if (reader.phase() == ReaderStatus.Phase.CATCHING_UP) {
                return Optional.of(UNREAD);
            }
            return status.live() && status.state() == PipelineStatus.State.STARTING
                    ? Optional.of("What hospitals send waits until it has started.")
                    : Optional.empty();
        });
    }

    /** Returns what is wrong that concerns every hospital. */
    private List<String> ofAll() {
        List<String> troubles = new ArrayList<>();
        status.dead().forEach(reason -> troubles.add("Only a new start helps: " + reason + "."));
        if (status.live() && status.state() == PipelineStatus.State.STOPPED) {
            troubles.add("It is shutting down: nothing more is worked on.");
        }
        if (brokerIsSilent()) {
            Instant contact = Objects.requireNonNull(reader.lastContact(), "silent is only who has answered once");
            troubles.add("No broker has answered for " + since(contact) + ": nothing can be read or written.");
        }
        if (reader.phase() == ReaderStatus.Phase.ENDED) {
            troubles.add("The page's reader has ended: these pages are no longer updated. Start Heed anew.");
        }
        return troubles;
    }

    private List<String> ofParts() {
        List<String> troubles = new ArrayList<>();
        if (status.live()
                && parts.threads() < parts.threadsWanted()
                && status.state() != PipelineStatus.State.STARTING) {
            troubles.add("Only " + parts.threads() + " of " + parts.threadsWanted() + " stream threads "
                    + (parts.threads() == 1 ? "is" : "are") + " alive.");
        }
        if (left() > 0) {
            troubles.add(English.count(left()) + " records of state are left to restore; records wait until then.");
        } else if (status.live() && status.state() == PipelineStatus.State.STARTING) {
            troubles.add("Partitions are being assigned; records wait until then.");
        }
        if (!stuck().isEmpty()) {
            troubles.add(stuckPartitions());
        } else if (status.state() == PipelineStatus.State.STALLED) {
            troubles.add("Records wait, and none has been done for longer than "
                    + Words.stretch(PipelineStatus.STALLED_AFTER) + ".");
        }
        if (parts.registry().isFailing()) {
            troubles.add("The schema registry did not answer "
                    + since(parts.registry().failed().orElseThrow())
                    + " ago: records whose schema is not known yet wait for it.");
        }
        troubles.addAll(unaccounted());
        return troubles;
    }

    List<String> unaccounted() {
        return parts.tallies().entrySet().stream()
                .filter(each -> each.getValue().missing() > 0 && waiting(each.getKey()) == 0)
                .sorted(Map.Entry.comparingByKey())
                .map(each -> "Partition " + each.getKey() + ": "
                        + records(each.getValue().missing())
                        + " not accounted for. Do not publish its hospitals' figures before the runbook"
                        + " HeedLedgerUnbalanced is done.")
                .toList();
    }

    private String stuckPartitions() {
        String numbers = stuck().stream().map(String::valueOf).collect(Collectors.joining(", "));
        long waiting = stuck().stream().mapToLong(this::waiting).sum();
        Instant progressed = stuck().stream()
                .map(each -> Objects.requireNonNull(parts.partitions().get(each), "stuck ones are among them")
                        .progressed())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return English.count(waiting) + (waiting == 1 ? " record waits" : " records wait") + " on partition " + numbers
                + ", and none has been done for " + since(progressed) + ".";
    }

    private static String records(long number) {
        return number == 1 ? "1 record is" : English.count(number) + " records are";
    }

    /** Returns which parts are well. */
    public PartStands stands() {
        return PartStands.of(this);
    }

    /** Returns what to say where nothing is wrong. */
    public String well() {
        long waiting = waiting();
        return waiting == 0
                ? "Nothing waits, and what became of every record is known."
                : English.count(waiting) + (waiting == 1 ? " record is" : " records are") + " in work.";
    }

    /** Tells whether no broker has answered for too long. */
    public boolean brokerIsSilent() {
        return reader.isUnanswered(now);
    }

    /** Returns the partitions on which records wait and none gets done. */
    public List<Integer> stuck() {
        return parts.partitions().entrySet().stream()
                .filter(each -> isStuck(each.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private boolean isStuck(PipelineParts.Partition partition) {
        return partition.waiting() > 0
                && partition.progressed().plus(PipelineStatus.STALLED_AFTER).isBefore(now);
    }

    /** Tells whether what a hospital sends gets through: not while its partition, or the whole pipeline, is stuck. */
    boolean isStuck(int partition) {
        return status.state() != PipelineStatus.State.STARTING
                && lostSince(partition).isPresent();
    }

    /** Tells whether results are still to come from what is there: the pipeline starts, or the pages read. */
    public boolean isStarting() {
        return status.state() == PipelineStatus.State.STARTING || reader.phase() == ReaderStatus.Phase.CATCHING_UP;
    }

    /** Returns since when, by the wall clock, nothing gets done, no broker answers or nothing more is read. */
    Optional<Instant> haltedSince() {
        boolean halted =
                status.state() == PipelineStatus.State.STALLED || status.state() == PipelineStatus.State.STOPPED;
        boolean unread = brokerIsSilent() || reader.phase() == ReaderStatus.Phase.ENDED;
        Instant contact = reader.lastContact();
        return Stream.of(
                        halted ? Optional.of(status.since()) : Optional.<Instant>empty(),
                        unread ? Optional.of(contact == null ? status.since() : contact) : Optional.<Instant>empty())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /**
     * Returns since when it is not known how any hospital is: since all has halted, or since a start that takes longer
     * than records may wait. Empty where what some of them send gets through.
     */
    Optional<Instant> lostSince() {
        return haltedSince().or(() -> Optional.of(status.since())
                .filter(since -> status.state() == PipelineStatus.State.STARTING)
                .filter(since -> since.plus(PipelineStatus.STALLED_AFTER).isBefore(now)));
    }

    /** Returns since when it is not known how the hospitals of a partition are; empty where that is known. */
    Optional<Instant> lostSince(int partition) {
        return lostSince().or(() -> Optional.ofNullable(parts.partitions().get(partition))
                .filter(this::isStuck)
                .map(PipelineParts.Partition::progressed));
    }

    /** Returns how many records are left to restore. */
    public long left() {
        return parts.restoring().stream()
                .mapToLong(PipelineParts.Restoring::left)
                .sum();
    }

    /** Returns how many records wait or are in work. */
    public long waiting() {
        return parts.partitions().values().stream()
                .mapToLong(PipelineParts.Partition::waiting)
                .sum();
    }

    private long waiting(int partition) {
        PipelineParts.Partition known = parts.partitions().get(partition);
        return known == null ? 0 : known.waiting();
    }

    /** Returns what became of the records of all partitions. */
    public TallySource.Tally total() {
        return parts.tallies().values().stream()
                .reduce(new TallySource.Tally(0, 0, 0, 0, 0, 0, Map.of()), TallySource.Tally::plus);
    }

    /** Returns how long ago a moment was, in words. */
    public String since(Instant then) {
        return Words.stretch(Duration.between(then, now));
    }
}
