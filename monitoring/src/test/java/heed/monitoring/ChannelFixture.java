package heed.monitoring;

import heed.schemas.Channel;
import heed.schemas.ChannelDay;
import heed.schemas.ChannelTally;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Builds days of channels: {@code aChannelDay(date).at("H1").answers(Channel.SMS, 12).build()}. */
public final class ChannelFixture {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final LocalDate date;
    private final List<ChannelTally> tallies = new ArrayList<>();
    private String hospital = "H1";
    private String questionnaire = "fft-2020";

    private ChannelFixture(LocalDate date) {
        this.date = date;
    }

    public static ChannelFixture aChannelDay(LocalDate date) {
        return new ChannelFixture(date);
    }

    public ChannelFixture at(String code) {
        this.hospital = code;
        return this;
    }

    public ChannelFixture questionnaire(String id) {
        this.questionnaire = id;
        return this;
    }

    /** Adds answers to fft-2020.positive, all of them yes. */
    public ChannelFixture answers(Channel channel, long n) {
        tallies.add(new ChannelTally(channel, "fft-2020.positive", n, n * 10_000, n * 100_000_000));
        return this;
    }

    public ChannelDay build() {
        return of(tallies);
    }

    public ChannelDay of(List<ChannelTally> all) {
        Instant end = date.plusDays(1).atStartOfDay(LONDON).toInstant();
        return ChannelDay.newBuilder()
                .setHospital(hospital)
                .setQuestionnaire(questionnaire)
                .setStart(date.atStartOfDay(LONDON).toInstant())
                .setEnd(end)
                .setLabel(date.toString())
                .setTallies(List.copyOf(all))
                .setMinimum(10)
                .setAsOf(end.minusSeconds(3600))
                .build();
    }
}
