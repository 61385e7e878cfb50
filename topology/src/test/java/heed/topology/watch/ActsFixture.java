package heed.topology.watch;

import static heed.topology.ResponseBuilder.NOON;
import static heed.topology.ResponseBuilder.aResponse;

import heed.schemas.Action;
import heed.schemas.ActionKind;
import heed.schemas.DropPhase;
import heed.topology.TopologyFixture;
import java.time.Duration;
import java.time.Instant;

/** A hospital with a fall, and acts about it. */
final class ActsFixture {

    static final String MEASURE = "fft-2020.positive";
    /** When all acts are said to be done: some hours after the last of a hundred days. */
    static final Instant ACT = day(100).plus(Duration.ofHours(10));

    private ActsFixture() {}

    /** Sixty usual days and forty worse ones; what was said of them is read already. */
    static void aFall(TopologyFixture pipeline) {
        days(pipeline, 0, 60, 18);
        days(pipeline, 60, 100, 14);
        if (pipeline.drops().stream().noneMatch(drop -> drop.getPhase() == DropPhase.OPEN)) {
            throw new IllegalStateException("no drop opened");
        }
    }

    /** Days of twenty answers each, {@code good} of them good. */
    static void days(TopologyFixture pipeline, int first, int end, int good) {
        for (int day = first; day < end; day++) {
            for (int i = 0; i < 20; i++) {
                pipeline.receive(aResponse("d" + day + "-" + i)
                        .given(day(day).plusSeconds(i * 600L))
                        .rated(i < good ? "good" : "poor"));
            }
        }
    }

    /** One good answer more, of the last day, that arrives then. */
    static void good(TopologyFixture pipeline, Instant arrivalMs) {
        pipeline.receive(aResponse("good at " + arrivalMs)
                .given(day(99).plusSeconds(20_000))
                .arrived(arrivalMs)
                .rated("good"));
    }

    static Action anAct(String id, String about) {
        return action(id, ActionKind.REBASELINED, "H1", null, MEASURE, about);
    }

    static Action action(String id, ActionKind kind, String hospital, String unit, String measure, String about) {
        return Action.newBuilder()
                .setActionId(id)
                .setKind(kind)
                .setHospital(hospital)
                .setUnit(unit)
                .setMeasure(measure)
                .setDropId(about)
                .setWho("sister")
                .setAt(ACT)
                .setText("a new ward")
                .build();
    }

    static Instant day(int day) {
        return NOON.plus(Duration.ofDays(day));
    }
}
