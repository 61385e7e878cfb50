package heed.bench;

import heed.schemas.topic.Topics;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Tells how far a contender is. */
final class InputProgress {

    private InputProgress() {}

    /** Returns how many records of the input the contender has committed. */
    static long committed(Admin admin) throws ExecutionException, InterruptedException {
        return admin
                .listConsumerGroupOffsets(PipelineSettings.GROUP)
                .partitionsToOffsetAndMetadata()
                .get()
                .entrySet()
                .stream()
                .filter(each -> each.getKey().topic().equals(Topics.FEEDBACK.name()))
                .mapToLong(each -> each.getValue().offset())
                .sum();
    }
}
