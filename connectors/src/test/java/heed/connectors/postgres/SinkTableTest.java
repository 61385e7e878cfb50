package heed.connectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.flat.FlatTables;
import java.util.List;
import org.junit.jupiter.api.Test;

class SinkTableTest {

    private final SinkTable table =
            new SinkTable(FlatTables.LEAGUE, "he\"ed", SinkTable.RECORD_KEY, List.of(List.of("measure", "month")));

    @Test
    void makesTheTableWithTypesAndTheContractsCommentsAndAddsWhatAnEarlierOneLacks() {
        // When
        List<String> statements = table.creation();

        // Then
        assertThat(statements.get(0))
                .startsWith(
                        "create table if not exists \"he\"\"ed\".\"league\" (\"record_key\" text not null, \"measure\" text not null,")
                .contains("\"design_effect\" double precision not null", "\"as_of\" timestamp with time zone not null")
                .endsWith(", primary key (\"record_key\"))");
        assertThat(statements)
                .contains(
                        "alter table \"he\"\"ed\".\"league\" add column if not exists \"tied\" bigint",
                        "comment on column \"he\"\"ed\".\"league\".\"hospital\" is 'ODS code of the hospital.'",
                        "create index if not exists \"league_by_measure_month\" on \"he\"\"ed\".\"league\" (\"measure\", \"month\")");
    }

    @Test
    void writesARowInPlaceOfOneThatIsThereAndDeletesByTheRecordsKey() {
        // When // Then
        assertThat(table.upsert())
                .startsWith("insert into \"he\"\"ed\".\"league\" (\"record_key\", \"measure\", ")
                .contains(" on conflict (\"record_key\") do update set \"measure\" = excluded.\"measure\", ")
                .doesNotContain("\"record_key\" = excluded");
        assertThat(table.delete()).isEqualTo("delete from \"he\"\"ed\".\"league\" where \"record_key\" = ?");
    }
}
