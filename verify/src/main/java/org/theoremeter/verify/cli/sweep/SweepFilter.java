package org.theoremeter.verify.cli.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.theoremeter.theory.text.Quotation;
import org.theoremeter.verify.claim.formula.RowFilter;
import org.theoremeter.verify.claim.source.Position;
import org.theoremeter.verify.claim.yaml.YamlNode;
import org.theoremeter.verify.cli.terminal.BadInput;

/**
 * Which runs of a sweep are meant: conditions on the columns of its table that all have to hold, such as {@code rate > 0.01},
 * and {@code state = done} or {@code state = diverged}.
 */
final class SweepFilter {

    private static final String OPTION = "--where";
    private static final Pattern OF_STATE = Pattern.compile(SweepColumns.STATE + "\\s*(==?|!=)\\s*(.*)");

    private final SweepColumns columns;
    private final List<String> written;
    private final RowFilter ofAll;
    private final RowFilter ofSet;
    private final List<Ending> endings;

    /** A condition on how a run ended. */
    private record Ending(String state, boolean wanted) {}

    private SweepFilter(
            SweepColumns columns, List<String> written, RowFilter ofAll, RowFilter ofSet, List<Ending> endings) {
        this.columns = columns;
        this.written = written;
        this.ofAll = ofAll;
        this.ofSet = ofSet;
        this.endings = endings;
    }

    /**
     * Reads conditions.
     *
     * @throws org.theoremeter.verify.claim.source.ClaimException if one does not parse or has an unknown column
     * @throws BadInput if one asks for an unknown state
     */
    static SweepFilter of(List<String> conditions, SweepColumns columns) {
        List<Ending> endings = new ArrayList<>();
        List<YamlNode.Scalar> ofAll = new ArrayList<>();
        List<YamlNode.Scalar> ofSet = new ArrayList<>();
        for (String text : conditions) {
            Matcher state = OF_STATE.matcher(text.strip());
            if (state.matches()) {
                endings.add(ending(state.group(2).strip(), !state.group(1).equals("!=")));
                continue;
            }
            YamlNode.Scalar condition = YamlNode.Scalar.plain(text, new Position(OPTION, 0, 0));
            ofAll.add(condition);
            if (columns.set()
                    .containsAll(RowFilter.read(List.of(condition), columns.numbers())
                            .columns())) {
                ofSet.add(condition);
            }
        }
        return new SweepFilter(
                columns,
                List.copyOf(conditions),
                RowFilter.read(ofAll, columns.numbers()),
                RowFilter.read(ofSet, columns.numbers()),
                endings);
    }

    private static Ending ending(String state, boolean wanted) {
        if (!List.of(SweepColumns.DONE, SweepColumns.DIVERGED).contains(state)) {
            throw new BadInput(OPTION + ": found the state " + Quotation.of(state) + ", accepted: " + SweepColumns.DONE
                    + " or " + SweepColumns.DIVERGED);
        }
        return new Ending(state, wanted);
    }

    /** Returns whether a run is meant; of one that is not there yet, whether it may be, by what is set before it is made. */
    boolean keeps(StoredSweep.Kept kept) {
        if (kept.observation().isEmpty()) {
            return ofSet.keeps(column -> columns.number(kept, column));
        }
        String state = SweepColumns.state(kept);
        return endings.stream().allMatch(each -> each.state.equals(state) == each.wanted)
                && ofAll.keeps(column -> columns.number(kept, column));
    }

    /** Returns such as {@code  where rate > 0.01, state = done}, or nothing if all are meant. */
    @Override
    public String toString() {
        return written.isEmpty() ? "" : " where " + String.join(", ", written);
    }
}
