package heed.topology;

import heed.schemas.WatchTime;
import heed.topology.admit.AdmitRules;
import heed.topology.episode.EpisodeRules;
import heed.topology.league.LeagueRules;
import heed.topology.ledger.LedgerRules;
import heed.topology.score.ScoreRules;
import heed.topology.silence.SilenceRules;
import heed.topology.watch.WatchRules;

/**
 * Settings of the steps, each with its own.
 *
 * @param admit what is admitted
 * @param ledger how long it is remembered
 * @param score what is shown of it
 * @param watch how often it may be called a drop by chance
 * @param watchTime which time of a response the watch goes by where nothing is said of the hospital
 * @param silence how often a place may be called silent by chance
 * @param league from how many answers on, and how often, hospitals are compared
 * @param episode how often hospitals may be said to have fallen together by chance
 */
public record PipelineConfig(
        AdmitRules admit,
        LedgerRules ledger,
        ScoreRules score,
        WatchRules watch,
        WatchTime watchTime,
        SilenceRules silence,
        LeagueRules league,
        EpisodeRules episode) {}
