package heed.connectors.notify;

import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.DropState;
import heed.schemas.Episode;
import heed.schemas.Rise;
import heed.schemas.RiseState;
import heed.schemas.Silence;
import heed.schemas.SilenceState;
import heed.schemas.ThemeRise;
import heed.schemas.ThemeRiseState;
import heed.schemas.disclosure.CountedThemes;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.key.ThemeRiseKey;
import heed.schemas.key.WeekKey;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.sentence.DropSentences;
import heed.schemas.sentence.EpisodeSentences;
import heed.schemas.sentence.RiseSentences;
import heed.schemas.sentence.SilenceSentences;
import heed.schemas.sentence.Subjects;
import heed.schemas.sentence.ThemeRiseSentences;
import heed.schemas.theme.Theme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes notices of records, as far as an audience is told of them. A state follows from what the record says and not
 * from what was told before: of the same drop it changes where the drop gets worse, is raised again or ends.
 */
public final class Notices {

    static final String OPEN = "open";
    private static final String ENDED = "ended";

    private final Disclosure disclosure;
    private final HospitalDirectory hospitals;
    private final Subjects subjects;
    private final DropSentences drops;
    private final RiseSentences rises;
    private final SilenceSentences silences;
    private final EpisodeSentences episodes;

    /** Tells {@code disclosure}'s audience, with names from the hospitals' list and titles from the questionnaires. */
    public Notices(Disclosure disclosure, HospitalDirectory hospitals, Questionnaires questionnaires) {
        this.disclosure = disclosure;
        this.hospitals = hospitals;
        this.subjects = new Subjects(hospitals, questionnaires);
        this.drops = new DropSentences(hospitals, questionnaires);
        this.rises = new RiseSentences(hospitals, questionnaires);
        this.silences = new SilenceSentences(hospitals);
        this.episodes = new EpisodeSentences(questionnaires);
    }

    /** Returns what holds for the audience. */
    Disclosure disclosure() {
        return disclosure;
    }

    /** Returns what is told of a drop: those who read of many hospitals, once its evidence is enough for them. */
    public Optional<Notice> of(Drop record) {
        if (!disclosure.takes(record) || (disclosure.isByRelease() && record.getAudience() != Audience.PUBLISHED)) {
            return Optional.empty();
        }
        Drop drop = disclosure.cleared(record);
        return Optional.of(new Notice(
                NoticeKind.DROP,
                turn(drop),
                drop.getDropId(),
                state(drop),
                List.of(drop.getHospital()),
                drop.getUnit(),
                drop.getMeasure(),
                Optional.of(drop.getSeverity()),
                drop.getSince(),
                record.getAsOf(),
                drop.getAsOf(),
                new Notice.Words(subjects.english(drop), drops.said(drop)),
                new Notice.Words(subjects.welsh(drop), drops.welsh(drop)),
                "/drops/" + encoded(drop.getDropId()),
                DropChart.of(drop, hospitals.date(drop.getHospital(), drop.getSince()), disclosure.minimum()),
                Optional.of(drop)));
    }

    private static NoticeTurn turn(Drop drop) {
        if (drop.getState() == DropState.RECOVERED) {
            return NoticeTurn.ENDED;
        }
        return drop.getReopenedAt() == null && drop.getEscalatedAt() == null ? NoticeTurn.OPENED : NoticeTurn.WORSE;
    }

    /** A size class only grows until the drop is over or raised again. */
    private static String state(Drop drop) {
        String raised = drop.getReopenedAt() == null ? "" : "-" + moment(drop.getReopenedAt());
        return drop.getState() == DropState.RECOVERED
                ? ENDED + raised
                : OPEN + raised + "-" + drop.getSeverity().name().toLowerCase(Locale.ROOT);
    }

    /** Returns what is told of a rise. */
    public Optional<Notice> of(Rise record) {
        if (!disclosure.takes(record)) {
            return Optional.empty();
        }
        Rise rise = disclosure.cleared(record);
        boolean open = rise.getState() == RiseState.OPEN;
        return Optional.of(new Notice(
                NoticeKind.RISE,
                open ? NoticeTurn.OPENED : NoticeTurn.ENDED,
                rise.getRiseId(),
                open ? OPEN : ENDED,
                List.of(rise.getHospital()),
                rise.getUnit(),
                rise.getMeasure(),
                Optional.empty(),
                rise.getSince(),
                record.getAsOf(),
                rise.getAsOf(),
                new Notice.Words(subjects.english(rise), rises.said(rise)),
                new Notice.Words(subjects.welsh(rise), rises.welsh(rise)),
                hospital(rise.getHospital()),
                Optional.empty(),
                Optional.empty()));
    }

    /** Returns what is told of a silence. */
    public Optional<Notice> of(Silence silence) {
        if (!disclosure.takesArrivals()) {
            return Optional.empty();
        }
        boolean over = silence.getState() == SilenceState.ENDED;
        return Optional.of(new Notice(
                NoticeKind.SILENCE,
                over ? NoticeTurn.ENDED : NoticeTurn.OPENED,
                silence.getSilenceId(),
                over ? ENDED : OPEN,
                List.of(silence.getHospital()),
                silence.getUnit(),
                null,
                Optional.empty(),
                silence.getLastResponse(),
                silence.getAsOf(),
                silence.getAsOf(),
                new Notice.Words(subjects.english(silence), silences.said(silence)),
                new Notice.Words(subjects.welsh(silence), silences.welsh(silence)),
                hospital(silence.getHospital()),
                Optional.empty(),
                Optional.empty()));
    }

    /** Returns what is told of an episode: how many hospitals fell, and not which; once. */
    public Optional<Notice> of(Episode record) {
        Episode episode = disclosure.cleared(record);
        return Optional.of(new Notice(
                NoticeKind.EPISODE,
                NoticeTurn.OPENED,
                WeekKey.of(record).text(),
                OPEN,
                record.getHospitals(),
                null,
                episode.getMeasure(),
                Optional.empty(),
                episode.getBegan(),
                record.getAsOf(),
                episode.getAsOf(),
                new Notice.Words(subjects.english(episode), episodes.english(episode)),
                new Notice.Words(subjects.welsh(episode), episodes.welsh(episode)),
                "/",
                Optional.empty(),
                Optional.empty()));
    }

    /**
     * Returns what is told of a theme that more write about. It is known by its key, and its state by the week that it
     * was found with, so that a later one of the same key is another.
     */
    public Optional<Notice> of(ThemeRise rise) {
        if (!CountedThemes.areFor(disclosure, rise) || rise.getState() == ThemeRiseState.UNSTATED) {
            return Optional.empty();
        }
        boolean open = rise.getState() == ThemeRiseState.OPEN;
        Instant came = cameAbout(rise);
        return Optional.of(new Notice(
                NoticeKind.THEME_RISE,
                open ? NoticeTurn.OPENED : NoticeTurn.ENDED,
                ThemeRiseKey.of(rise).text(),
                rise.getState().name().toLowerCase(Locale.ROOT) + "-" + rise.getFound(),
                List.of(rise.getHospital()),
                null,
                null,
                Optional.empty(),
                WeekKey.monday(rise.getSince())
                        .atStartOfDay(hospitals.byCode(rise.getHospital()).zone())
                        .toInstant(),
                came,
                came,
                new Notice.Words(subjects.english(rise), ThemeRiseSentences.english(rise)),
                new Notice.Words(subjects.welsh(rise), ThemeRiseSentences.welsh(rise)),
                hospital(rise.getHospital()) + "/comments",
                Optional.empty(),
                Optional.empty()));
    }

    /**
     * Returns when the weeks that a theme's rise or its end was found in were over: a rise does not say when it was
     * written. That it was withdrawn came after it was found, and no more is known of it.
     */
    static Instant cameAbout(ThemeRise rise) {
        String week = rise.getEnded() == null ? rise.getFound() : rise.getEnded();
        Instant over = WeekKey.monday(week)
                .plusWeeks(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plus(Theme.WEEK_OVER_AFTER);
        return rise.getState() == ThemeRiseState.WITHDRAWN ? over.plusSeconds(1) : over;
    }

    private static String hospital(String code) {
        return "/hospitals/" + encoded(code);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String moment(@Nullable Instant moment) {
        return Long.toString(
                Objects.requireNonNull(moment, "asked only where there is one").toEpochMilli());
    }
}
