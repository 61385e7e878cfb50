package heed.topology.movement;

/**
 * Where all hospitals stood in a week.
 *
 * @param level difference of scores to a first week, 1 is 100 points
 * @param error its standard error
 * @param moved level less the mean of the weeks before; 0 in a first week
 * @param movedError standard error of that
 * @param weeksBefore how many weeks before there are
 * @param hospitals how many are compared
 * @param asOfMs arrival of the newest response of this week or one before it, ms
 */
record Level(
        double level, double error, double moved, double movedError, int weeksBefore, int hospitals, long asOfMs) {}
