package heed.app.study;

import java.util.List;

/**
 * What the study found of one rule in one scenario.
 *
 * @param delays of drops of .05, .10 and .20
 */
record Row(Scenario scenario, int volume, String rule, FalseAlarms falseAlarms, List<Delays> delays) {}
