package heed.app.study.themes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.OnePassRealValueDataIndexer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Fits weights by which a sum of terms says yes or no: logistic regression, by Apache OpenNLP's maximum entropy trainer
 * (L-BFGS), on one thread, so that the same examples give the same weights.
 */
final class Logistic {

    /** Costs of weights, by their size and by their square; chosen by cross-validation on comments to learn from. */
    private static final double BY_SIZE = .1;

    private static final double BY_SQUARE = .3;
    private static final int ITERATIONS = 60;
    private static final String YES = "yes";
    private static final String NO = "no";
    private static final String BIAS = "";

    private Logistic() {}

    /** An example: how much each of its terms counts, in their order, and whether it is one of those to be found. */
    record Example(Map<String, Float> terms, Answer answer) {}

    /** Whether an example is one of those that are looked for. */
    enum Answer {
        YES,
        NO;

        static Answer of(boolean isOne) {
            return isOne ? YES : NO;
        }
    }

    /** Returns the weight of each term, and that of all texts under {@link #bias}. */
    static Map<String, Double> fit(List<Example> examples) {
        try {
            var trainer = new QNTrainer();
            trainer.init(parameters(), new HashMap<>());
            var indexer = new OnePassRealValueDataIndexer();
            indexer.init(parameters(), new HashMap<>());
            indexer.index(ObjectStreamUtils.createObjectStream(
                    examples.stream().map(Logistic::event).toList()));
            return weights(trainer.doTrain(indexer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what {@link #fit} calls the weight of all texts. */
    static String bias() {
        return BIAS;
    }

    private static TrainingParameters parameters() {
        var parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
        parameters.put(TrainingParameters.THREADS_PARAM, 1);
        parameters.put(QNTrainer.L1COST_PARAM, BY_SIZE);
        parameters.put(QNTrainer.L2COST_PARAM, BY_SQUARE);
        return parameters;
    }

    private static Event event(Example example) {
        List<String> terms = new ArrayList<>(List.of(BIAS));
        terms.addAll(example.terms().keySet());
        float[] counts = new float[terms.size()];
        counts[0] = 1;
        int at = 1;
        for (float count : example.terms().values()) {
            counts[at++] = count;
        }
        return new Event(example.answer() == Answer.YES ? YES : NO, terms.toArray(String[]::new), counts);
    }

    /** What speaks for yes less what speaks for no: of two outcomes nothing else matters. */
    private static Map<String, Double> weights(AbstractModel model) {
        Map<String, Double> weights = new HashMap<>();
        @SuppressWarnings("unchecked")
        var terms = (Map<String, Context>) model.getDataStructures()[1];
        int yes = model.getIndex(YES);
        terms.forEach((term, context) -> {
            double sum = 0;
            for (int i = 0; i < context.getOutcomes().length; i++) {
                sum += context.getOutcomes()[i] == yes ? context.getParameters()[i] : -context.getParameters()[i];
            }
            weights.put(term, sum);
        });
        return weights;
    }
}
