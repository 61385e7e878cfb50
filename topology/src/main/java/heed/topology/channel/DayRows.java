package heed.topology.channel;

import heed.schemas.Channel;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Places;
import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import heed.topology.time.ZoneCalendar.Span;
import org.jspecify.annotations.Nullable;

/** Writes days as changelog rows and reads them. Channels and measures are stored by name. */
final class DayRows {

    private static final int VERSION = 1;

    private final Places places;
    private final MeasureCatalogue catalogue;
    private final RowWriter row = new RowWriter();

    DayRows(Places places, MeasureCatalogue catalogue) {
        this.places = places;
        this.catalogue = catalogue;
    }

    byte[] key(DayRow day) {
        return row.clear()
                .text(day.place.hospital())
                .text(day.group.name())
                .number(day.day.startMs())
                .number(day.day.endMs())
                .toBytes();
    }

    byte[] value(DayRow day) {
        row.clear().octet(VERSION).number(day.ledgerDay).number(day.asOfMs);
        day.forEach((channel, measure, n, sum, squares) -> row.text(channel.name())
                .text(measure.name())
                .number(n)
                .number(sum)
                .number(squares));
        return row.toBytes();
    }

    /** Reads a row; where {@code value} is null, the day named by the key without content. */
    DayRow read(byte[] key, byte @Nullable [] value) {
        RowReader reader = new RowReader().of(key);
        DayRow day = new DayRow(
                places.hospital(reader.text()),
                catalogue.group(reader.text()),
                new Span(reader.number(), reader.number()));
        if (value != null) {
            content(reader.of(value), day);
        }
        return day;
    }

    private void content(RowReader reader, DayRow day) {
        reader.requireVersion(VERSION, "channel state");
        day.ledgerDay = reader.number();
        day.asOfMs = reader.number();
        while (reader.hasMore()) {
            day.add(
                    Channel.valueOf(reader.text()),
                    catalogue.byName(reader.text()),
                    reader.number(),
                    reader.number(),
                    reader.number());
        }
    }
}
