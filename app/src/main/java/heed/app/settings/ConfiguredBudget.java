package heed.app.settings;

import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.name.NearestName;
import heed.schemas.questionnaire.Measure;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.questionnaire.WatchRole;
import heed.topology.watch.WatchRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the budget of false alarms of an installation: its settings, and what the hospitals' file says of single ones.
 */
public final class ConfiguredBudget {

    private static final String MEASURES = "watch.measure-false-alarm-days";

    private ConfiguredBudget() {}

    /**
     * Joins settings and file.
     *
     * @throws SettingsException where a measure is named that is not watched: Heed does not start then
     */
    public static WatchRules of(Settings.Watch settings, HospitalDirectory hospitals, Questionnaires questionnaires) {
        List<SettingProblem> problems = settings.measureFalseAlarmDays().keySet().stream()
                .filter(name -> !isWatched(name, questionnaires))
                .map(name -> problem(name, questionnaires))
                .toList();
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        Map<String, Integer> differing = new LinkedHashMap<>();
        for (Hospital hospital : hospitals.listed()) {
            hospital.falseAlarmDays().ifPresent(days -> differing.put(hospital.code(), days));
        }
        return new WatchRules(
                settings.falseAlarmDays(),
                settings.unitFalseAlarmDays(),
                settings.publishedFalseAlarmDays(),
                differing,
                settings.measureFalseAlarmDays(),
                settings.rule());
    }

    private static boolean isWatched(String name, Questionnaires questionnaires) {
        return questionnaires
                .measure(name)
                .filter(measure -> measure.watch() != WatchRole.NONE)
                .isPresent();
    }

    private static SettingProblem problem(String name, Questionnaires questionnaires) {
        if (questionnaires.measure(name).isPresent()) {
            return new SettingProblem(MEASURES + ": " + name + " is not watched, so it has no days; take it out");
        }
        List<String> watched = questionnaires.all().stream()
                .flatMap(each -> each.measures().stream())
                .map(Measure::name)
                .filter(each -> isWatched(each, questionnaires))
                .toList();
        return new SettingProblem(MEASURES + ": no such measure: " + name + "; the nearest that is watched is "
                + NearestName.of(name, watched));
    }
}
