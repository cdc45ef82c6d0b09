package org.theoremeter.verify.claim.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.theoremeter.simulate.experiment.Observable;
import org.theoremeter.theory.symbolic.Condition;
import org.theoremeter.verify.claim.formula.FormulaReader;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.YamlNode;

/**
 * The rows of a table that a claim is about.
 *
 * @param rows their numbers, rising, at least one
 * @param selecting the columns by whose values they were chosen
 */
record KeptRows(List<Integer> rows, Set<String> selecting) {

    /** Takes the rows that fulfil the condition {@code keep}; all without one. */
    static KeptRows read(Optional<YamlNode> keep, CsvColumns columns) {
        if (keep.isEmpty()) {
            return new KeptRows(IntStream.range(0, columns.rows()).boxed().toList(), Set.of());
        }
        Map<String, String> bySymbol = new LinkedHashMap<>();
        columns.names().forEach(name -> bySymbol.put(Observable.symbolOf(name), name));
        Condition condition = FormulaReader.readConditions(List.of(keep.get()), bySymbol.keySet())
                .get(0);
        List<Integer> rows = IntStream.range(0, columns.rows())
                .filter(row -> {
                    Map<String, Double> values = new LinkedHashMap<>();
                    bySymbol.forEach((symbol, name) -> values.put(symbol, columns.value(name, row)));
                    return condition.holds(values);
                })
                .boxed()
                .toList();
        if (rows.isEmpty()) {
            throw new ClaimException(keep.get().position(), "found no row that fulfils " + condition);
        }
        return new KeptRows(
                rows, condition.symbols().stream().map(bySymbol::get).collect(Collectors.toCollection(TreeSet::new)));
    }
}
