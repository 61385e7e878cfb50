package heed.monitoring.spc;

/** Names a rule that a point broke, and which way it points. */
public record XmrSignal(Rule rule, Way way) {

    /** The four rules of Making Data Count. */
    public enum Rule {
        /** Beyond a limit. */
        OUTSIDE,
        /** One of seven or more in a row on one side of the mean. */
        SHIFT,
        /** One of seven or more in a row of which each is higher than the one before, or each lower. */
        TREND,
        /** Near a limit or beyond it, as two or three of three are that lie on one side of the mean. */
        TWO_OF_THREE
    }

    /** Where a signal points to: a trend goes its own way, whichever side of the mean it is on. */
    public enum Way {
        UP,
        DOWN;

        static Way of(int sign) {
            return sign > 0 ? UP : DOWN;
        }
    }
}
