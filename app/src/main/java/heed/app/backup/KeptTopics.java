package heed.app.backup;

import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.util.List;

/**
 * The topics that a backup holds: those that others than the pipeline write, and that are kept for ever. All else is
 * computed from them, to the same bytes. Comments are left out, for what is erased there must be gone.
 */
final class KeptTopics {

    static final List<Topic<?>> ALL = List.of(Topics.FEEDBACK, Topics.ACTIONS, Topics.PULSE);

    private KeptTopics() {}

    /** Returns the topic of that name, or throws where a backup has none such. */
    static Topic<?> named(String name) {
        return ALL.stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BackupException("it holds records of " + name + ", which no backup does"));
    }
}
