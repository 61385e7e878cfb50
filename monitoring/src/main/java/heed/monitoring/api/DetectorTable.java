package heed.monitoring.api;

import heed.monitoring.readmodel.Rises;
import heed.monitoring.readmodel.Silences;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Names;
import heed.schemas.Rise;
import heed.schemas.Silence;
import heed.schemas.sentence.Rarity;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Tells what one detector beside the watch has found and still lasts, under the names of its contract and with what its
 * hospital and, where it has one, its measure are called.
 *
 * @param name of the table, of its address and of its place in what is told of a hospital
 * @param contract of its records, which name their hospital
 * @param id what names a record among the others
 * @param found what lasts, in order
 * @param rarity how rarely chance alone shows it
 */
record DetectorTable<R extends SpecificRecord>(
        String name,
        Schema contract,
        Function<R, String> id,
        Function<Snapshot, List<R>> found,
        Function<R, Rarity> rarity) {

    /** A line for each. */
    static final List<DetectorTable<?>> ALL = List.of(
            new DetectorTable<>(
                    "rises",
                    Rise.getClassSchema(),
                    Rise::getRiseId,
                    snapshot -> snapshot.part(Rises.class).open(),
                    Rarity::of),
            new DetectorTable<>(
                    "silences",
                    Silence.getClassSchema(),
                    Silence::getSilenceId,
                    snapshot -> snapshot.part(Silences.class).open(),
                    Rarity::of));

    /** Returns of all that lasts the part that is asked for. */
    Sheet table(Snapshot snapshot, Names names, Context ctx, Parameters asked) {
        return Sheet.of(name, columns(names), ListPart.of(ctx, asked, found.apply(snapshot), id));
    }

    /** Returns what lasts at one hospital, units included. */
    Sheet table(Snapshot snapshot, Names names, String hospital) {
        return Sheet.of(
                name,
                columns(names),
                found.apply(snapshot).stream()
                        .filter(each -> text(each, "hospital").equals(hospital))
                        .toList());
    }

    private Columns<R> columns(Names names) {
        Columns<R> columns = new Columns<R>()
                .addFields(contract, Set.of(), each -> each)
                .add("hospital_name", each -> names.hospital(text(each, "hospital")))
                .add("rarity", each -> rarity.apply(each).english());
        return contract.getField("measure") == null
                ? columns
                : columns.add("measure_title", each -> names.measure(text(each, "measure")));
    }

    private String text(R record, String field) {
        return record.get(contract.getField(field).pos()).toString();
    }
}
