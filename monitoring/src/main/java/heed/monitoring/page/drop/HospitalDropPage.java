package heed.monitoring.page.drop;

import heed.monitoring.page.Layout;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageRequest;
import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.Drop;
import heed.schemas.access.Right;
import heed.schemas.key.SeriesKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows a hospital's drop to who knows its measure and unit but no id, as alerts do: the latest of that line; without a
 * measure the largest that is open there, else the newest.
 */
public final class HospitalDropPage implements Page {

    private final DropPage drops;

    /** Takes what shows a drop. */
    public HospitalDropPage(DropPage drops) {
        this.drops = drops;
    }

    @Override
    public String path() {
        return "/hospitals/{code}/drop";
    }

    @Override
    public Right right() {
        return Right.FIGURES;
    }

    @Override
    public Optional<Layout.Content> write(PageRequest request, Snapshot snapshot) {
        return find(request, snapshot.part(Drops.class)).flatMap(drop -> drops.write(about(drop, request), snapshot));
    }

    private static Optional<Drop> find(PageRequest request, Drops drops) {
        String hospital = request.path("code");
        String measure = request.query("measure");
        if (measure != null) {
            return drops.latest(new SeriesKey(hospital, unit(request.query("unit")), measure));
        }
        return drops.open().stream()
                .filter(drop -> drop.getHospital().equals(hospital))
                .findFirst()
                .or(() -> drops.newestFirst(hospital).stream().findFirst());
    }

    private static @Nullable String unit(@Nullable String asked) {
        return asked == null || asked.isEmpty() ? null : asked;
    }

    private static PageRequest about(Drop drop, PageRequest request) {
        return new PageRequest(blank -> drop.getDropId(), request.query(), request.cookies(), request.reader());
    }
}
