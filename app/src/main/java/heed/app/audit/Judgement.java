package heed.app.audit;

import heed.schemas.key.KeyText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Sums up what the comparison noted, leaving out what was in motion and what can't be judged. */
final class Judgement {

    private final Map<Integer, PartitionRecount> recounts;
    private final JudgeableHospitals judgeable;
    private final RowKeys keys;
    private final Function<RowKeys.Found, List<RecountReport.Difference>> details;
    private final List<RecountReport.Difference> shown = new ArrayList<>();
    private long scores;
    private long compared;
    private long inMotion;
    private long unjudged;
    private long differing;

    /** Takes the recounts at their end; {@code details} tells in what a row differs. */
    Judgement(
            Map<Integer, PartitionRecount> recounts,
            PointsTable table,
            JudgeableHospitals judgeable,
            Function<RowKeys.Found, List<RecountReport.Difference>> details) {
        this.recounts = recounts;
        this.judgeable = judgeable;
        this.keys = new RowKeys(judgeable.byHospital(), table);
        this.details = details;
    }

    /** Returns the report, with the differences of the first {@code limit} rows of each topic. */
    RecountReport of(Set<String> unexpected, OtherTopics others, int limit) {
        for (PartitionRecount recount : recounts.values()) {
            for (int row = 0; row < recount.rows().size(); row++) {
                judge(recount, row, limit);
            }
        }
        scores += unexpected.size();
        unexpected.stream().sorted().forEach(key -> judgeUnexpected(key, limit));
        List<RecountReport.Count> counts = new ArrayList<>();
        counts.add(new RecountReport.Count("scores", compared, inMotion, unjudged, differing));
        long untold = others.judge(judgeable, counts, shown);
        RecountTally tally = new RecountTally();
        recounts.values().forEach(recount -> tally.addAll(recount.tally()));
        return new RecountReport(
                tally,
                sharedIds(recounts.values()),
                recounts.size(),
                scores,
                List.copyOf(counts),
                untold,
                judgeable.reasons(),
                List.copyOf(shown));
    }

    /**
     * Counts ids that more than one hospital has, on whatever partitions: the pipeline, which goes by hospital, can't.
     */
    static long sharedIds(Collection<PartitionRecount> recounts) {
        LongStream.Builder ids = LongStream.builder();
        recounts.forEach(recount -> recount.addIds(ids));
        long[] sorted = ids.build().sorted().toArray();
        long shared = 0;
        for (int i = 1; i < sorted.length; i++) {
            boolean first = i == 1 || sorted[i - 2] != sorted[i];
            shared += first && sorted[i - 1] == sorted[i] ? 1 : 0;
        }
        return shared;
    }

    private void judge(PartitionRecount recount, int row, int limit) {
        long said = recount.rows().said(row);
        if (said != Rows.NONE) {
            scores++;
        }
        if (!judgeable.includes(recount.place(recount.rows().place(row)).hospital())) {
            unjudged++;
        } else if (recount.isMoved(row)) {
            inMotion++;
        } else {
            compared++;
            if (said == Rows.NONE) {
                differs(
                        limit,
                        () -> List.of(new RecountReport.Difference(keys.of(recount, row), "row", "absent", "present")));
            } else if (ScoreComparison.Said.of(said).verdict() == ScoreComparison.Said.Verdict.DIFFERENT) {
                differs(limit, () -> details.apply(new RowKeys.Found(recount, row)));
            }
        }
    }

    private void judgeUnexpected(String key, int limit) {
        if (!judgeable.includes(KeyText.hospital(key))) {
            unjudged++;
        } else if (keys.find(key) == null) {
            compared++;
            differs(limit, () -> List.of(new RecountReport.Difference(key, "row", "present", "absent")));
        }
    }

    private void differs(int limit, Supplier<List<RecountReport.Difference>> inWhat) {
        if (differing++ < limit) {
            shown.addAll(inWhat.get());
        }
    }
}
