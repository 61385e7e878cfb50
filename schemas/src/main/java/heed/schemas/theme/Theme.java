package heed.schemas.theme;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Names what a comment may be about: subcategories of the Patient Experience Qualitative Data Categorisation framework
 * (version of 31 August 2023) that enough of the openly licensed comments are labelled with to be learned and measured.
 */
public enum Theme {
    TIMELINESS("timeliness", "Timeliness of care"),
    CONTACTING("contacting-services", "Contacting services"),
    APPOINTMENTS("appointments", "Appointment arrangements"),
    REFERRALS("referrals", "Referals & continuity of care", "Referrals & continuity of care"),
    DIAGNOSIS("diagnosis", "Diagnosis & triage"),
    TREATMENT("treatment", "Impact of treatment/ care"),
    MEDICATION("medication", "Supplying & understanding medication"),
    TRANSPORT("transport", "Transport to/ from services"),
    STAFF_MANNER("staff-manner", "Staff manner & personal attributes"),
    STAFF_LISTENING("staff-listening", "Staff listening, understanding & involving patients"),
    STAFF_RESPONSIVENESS("staff-responsiveness", "Staff responsiveness"),
    STAFF_NUMBER("staff-number", "Number & deployment of staff"),
    COMPETENCE("competence", "Competence & training"),
    INFORMATION_FROM_STAFF("information-from-staff", "Information directly from staff during care"),
    INFORMATION("information", "Information provision & guidance"),
    KEPT_INFORMED("kept-informed", "Being kept informed, clarity & consistency of information"),
    FOOD("food", "Food & drink provision & facilities"),
    CLEANLINESS("cleanliness", "Cleanliness, tidiness & infection control"),
    ACTIVITIES("activities", "Activities & access to fresh air"),
    ORGANISATION("organisation", "Organisation & efficiency"),
    POSITIVE("positive", "Positive experience & gratitude"),
    NEGATIVE("negative", "Negative experience & dissatisfaction");

    /** So long after a week has ended everywhere near enough it is over: most comments of it have come. */
    public static final Duration WEEK_OVER_AFTER = Duration.ofDays(2);

    private final String code;
    private final String label;
    private final String title;

    Theme(String code, String label) {
        this(code, label, label);
    }

    Theme(String code, String label, String title) {
        this.code = code;
        this.label = label;
        this.title = title;
    }

    /** Returns the code that topics, addresses and files have for it; it never changes. */
    public String code() {
        return code;
    }

    /** Returns the framework's label, as the labelled comments write it. */
    public String label() {
        return label;
    }

    /** Returns its name for people. */
    public String title() {
        return title;
    }

    /** Returns the theme of a code; nothing where there is none, as of a topic that a later Heed wrote. */
    public static Optional<Theme> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    /**
     * Returns the theme that a label of the framework stands for; nothing for those that are too rare to be learned.
     */
    public static Optional<Theme> labelled(String label) {
        return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
    }
}
