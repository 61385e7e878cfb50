package heed.app.server.topics;

/** One way in which a topic is not as it must be. */
public sealed interface TopicDifference {

    /** Returns the topic's name. */
    String topic();

    /** Says what is and what must be. */
    String what();

    /** Says what to do. */
    String remedy();

    /** Tells whether the pipeline must not run on such a topic. */
    boolean fatal();

    /** There is no such topic. */
    record Missing(String topic) implements TopicDifference {
        @Override
        public String what() {
            return topic + " does not exist";
        }

        @Override
        public String remedy() {
            return "`heed topics` creates it";
        }

        @Override
        public boolean fatal() {
            return true;
        }
    }

    /** The number of partitions is not the one in the settings, which only matters when topics are created. */
    record Partitions(String topic, int is, int wanted) implements TopicDifference {
        @Override
        public String what() {
            return topic + " has " + is + " partitions, pipeline.partitions is " + wanted;
        }

        @Override
        public String remedy() {
            return "set pipeline.partitions to " + is + "; changing the topic would move hospitals between partitions";
        }

        @Override
        public boolean fatal() {
            return false;
        }
    }

    /** A configuration of the topic differs. */
    record Setting(String topic, String key, String is, String wanted) implements TopicDifference {
        @Override
        public String what() {
            return topic + " has " + key + "=" + is + ", it must be " + wanted;
        }

        @Override
        public String remedy() {
            return "kafka-configs.sh --alter --entity-type topics --entity-name " + topic + " --add-config " + key
                    + "=[" + wanted + "]";
        }

        @Override
        public boolean fatal() {
            return true;
        }
    }
}
