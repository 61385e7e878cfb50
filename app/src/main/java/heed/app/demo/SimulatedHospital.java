package heed.app.demo;

import java.util.List;

/**
 * Describes an invented hospital.
 *
 * @param code begins with {@code SIM-}, so that nothing simulated is ever taken for real
 * @param name ends in "(simulated)", for the same reason
 * @param wards units that patients answer about
 * @param responsesADay mean number of responses on a day
 * @param level share of good answers on a usual day, 0 to 1
 * @param stream number of the hospital's own random stream. Chance alone raises alarms at the rate that the watch is
 *     held to, here too; the numbers are chosen so that with the default seed it raises none in the first year, and
 *     what a viewer sees is the story. Another seed shows chance at work.
 */
record SimulatedHospital(String code, String name, List<String> wards, int responsesADay, double level, int stream) {

    private static final List<SimulatedHospital> ALL = List.of(
            of("SIM-ASHCOMBE", "Ashcombe General", List.of("Elm-Ward", "Oak-Ward"), 42, .92, 113),
            of("SIM-BRACKENHILL", "Brackenhill Infirmary", List.of("North-Ward", "South-Ward"), 12, .91, 27),
            of("SIM-CALDER", "Calder Mount Hospital", List.of("Ward-1", "Ward-2"), 24, .93, 27),
            of(
                    "SIM-DOVEWATER",
                    "Dovewater Hospital",
                    List.of("Heron-Ward", "Kingfisher-Ward", "Maternity"),
                    52,
                    .90,
                    30),
            of("SIM-ELMSWORTH", "Elmsworth Royal", List.of("Medical", "Surgical"), 30, .91, 28),
            of("SIM-FENBRIDGE", "Fenbridge General", List.of("Ward-A", "Ward-B"), 8, .94, 26),
            of("SIM-GARNET", "Garnet Vale Hospital", List.of("Beech-Ward", "Cedar-Ward", "Children"), 60, .94, 32),
            of("SIM-HARROWFEN", "Harrowfen Infirmary", List.of("East-Ward", "West-Ward"), 5, .93, 27),
            of("SIM-IVELSTONE", "Ivelstone Hospital", List.of("Day-Unit", "Rehabilitation"), 18, .95, 27),
            of("SIM-JUNIPER", "Juniper Cross Hospital", List.of("Ward-10", "Ward-11", "Ward-12"), 46, .92, 30));

    SimulatedHospital {
        wards = List.copyOf(wards);
    }

    private static SimulatedHospital of(
            String code, String name, List<String> wards, int responsesADay, double level, int stream) {
        return new SimulatedHospital(code, name + " (simulated)", wards, responsesADay, level, stream);
    }

    static List<SimulatedHospital> all() {
        return ALL;
    }
}
