package heed.connectors.theme.weeks;

import heed.connectors.theme.Labelled;
import heed.connectors.theme.ThemeModel;
import heed.schemas.Comment;
import heed.schemas.Label;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.key.WeekKey;
import heed.schemas.theme.Theme;
import java.time.Instant;

/** Says of a comment what is kept of it: what it is about, how its writer felt, and its week; none of its words. */
public final class Labeller {

    private final ThemeModel model;
    private final HospitalDirectory hospitals;

    /** Takes what says so, and whose zone a hospital's week goes by. */
    public Labeller(ThemeModel model, HospitalDirectory hospitals) {
        this.model = model;
        this.hospitals = hospitals;
    }

    /** Returns the label of a comment that was written to its topic at a moment. */
    Label of(Comment comment, Instant arrived) {
        Labelled labelled = model.label(comment.getText(), comment.getLanguage());
        return Label.newBuilder()
                .setFeedbackId(comment.getFeedbackId())
                .setRevision(comment.getRevision())
                .setHospital(comment.getHospital())
                .setUnit(comment.getUnit())
                .setWeek(WeekKey.week(hospitals.date(comment.getHospital(), comment.getGivenAt())))
                .setThemes(labelled.themes().stream().map(Theme::code).toList())
                .setSentiment(labelled.sentiment())
                .setRuleVersion(ThemeModel.RULE_VERSION)
                .setGivenAt(comment.getGivenAt())
                .setArrivedAt(arrived)
                .build();
    }
}
