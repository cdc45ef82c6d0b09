package org.theoremeter.theory.symbolic.matrix;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.MathMlWriter;
import org.theoremeter.theory.symbolic.Numeral;
import org.theoremeter.theory.symbolic.Tidy;

/**
 * A matrix of formulas; a vector is a matrix of one column, a formula one of one row and one column.
 *
 * @param rows at least one row, all of the same length of at least one
 */
public record Matrix(List<List<Expression>> rows) {
    /** Laplace's expansion, which the determinant uses, takes n! products. */
    private static final int LARGEST_DETERMINANT = 5;

    /**
     * Makes a matrix.
     *
     * @throws IllegalArgumentException if there is no entry, or rows differ in length
     */
    public Matrix {
        rows = rows.stream().map(List::copyOf).toList();
        if (rows.isEmpty() || rows.get(0).isEmpty()) {
            throw new IllegalArgumentException("found a matrix without entries, accepted: at least one row and column");
        }
        int width = rows.get(0).size();
        for (List<Expression> row : rows) {
            if (row.size() != width) {
                throw new IllegalArgumentException("found a row of " + row.size() + " entries below one of " + width
                        + ", accepted: rows of the same length");
            }
        }
    }

    /** Returns the formula as a matrix of one row and one column. */
    public static Matrix of(Expression entry) {
        return new Matrix(List.of(List.of(entry)));
    }

    /** Returns a matrix of one column. */
    public static Matrix column(List<Expression> entries) {
        return new Matrix(entries.stream().map(List::of).toList());
    }

    /** Returns the identity matrix of n rows. */
    public static Matrix identity(int n) {
        return filled(n, n, (i, j) -> i == j ? Numeral.ONE : Numeral.ZERO);
    }

    /** What stands in row i and column j, both from 0. */
    @FunctionalInterface
    private interface Filling {
        Expression at(int i, int j);
    }

    private static Matrix filled(int height, int width, Filling filling) {
        return new Matrix(IntStream.range(0, height)
                .mapToObj(i -> IntStream.range(0, width)
                        .mapToObj(j -> filling.at(i, j))
                        .toList())
                .toList());
    }

    /** Returns the number of rows. */
    public int height() {
        return rows.size();
    }

    /** Returns the number of columns. */
    public int width() {
        return rows.get(0).size();
    }

    /** Returns the entry in row i and column j, both from 0. */
    public Expression entry(int i, int j) {
        return rows.get(i).get(j);
    }

    /** Tells whether there is one entry only. */
    public boolean isScalar() {
        return height() == 1 && width() == 1;
    }

    /**
     * Returns the only entry.
     *
     * @throws IllegalArgumentException if there are several
     */
    public Expression scalar() {
        if (!isScalar()) {
            throw new IllegalArgumentException("found " + shape() + ", accepted: a single formula");
        }
        return entry(0, 0);
    }

    /** Returns all entries, row by row. */
    public List<Expression> entries() {
        return rows.stream().flatMap(List::stream).toList();
    }

    /** Returns the free symbols of all entries. */
    public SortedSet<String> symbols() {
        SortedSet<String> names = new TreeSet<>();
        entries().forEach(entry -> names.addAll(entry.symbols()));
        return names;
    }

    /** Tells the size in words, for messages. */
    public String shape() {
        return isScalar() ? "a single formula" : "a matrix of " + height() + " × " + width();
    }

    /** Changes every entry. */
    public Matrix map(UnaryOperator<Expression> change) {
        return filled(height(), width(), (i, j) -> change.apply(entry(i, j)));
    }

    /** Replaces symbols by expressions in every entry, all at once. */
    public Matrix substitute(Map<String, Expression> replacements) {
        return map(entry -> entry.substitute(replacements));
    }

    /**
     * Adds.
     *
     * @throws IllegalArgumentException if the sizes differ
     */
    public Matrix plus(Matrix other) {
        return joined("add", other, Tidy::sum);
    }

    /**
     * Subtracts.
     *
     * @throws IllegalArgumentException if the sizes differ
     */
    public Matrix minus(Matrix other) {
        return joined("subtract", other, Tidy::difference);
    }

    private Matrix joined(String verb, Matrix other, BinaryOperator<Expression> operation) {
        if (height() != other.height() || width() != other.width()) {
            throw new IllegalArgumentException("cannot " + verb + " " + shape() + " and " + other.shape());
        }
        return filled(height(), width(), (i, j) -> operation.apply(entry(i, j), other.entry(i, j)));
    }

    /**
     * Multiplies; a single formula scales the other factor.
     *
     * @throws IllegalArgumentException if the sizes do not fit
     */
    public Matrix times(Matrix other) {
        if (isScalar()) {
            return other.map(entry -> Tidy.product(scalar(), entry));
        }
        if (other.isScalar()) {
            return map(entry -> Tidy.product(entry, other.scalar()));
        }
        if (width() != other.height()) {
            throw new IllegalArgumentException("cannot multiply " + shape() + " and " + other.shape());
        }
        return filled(
                height(),
                other.width(),
                (i, j) -> IntStream.range(0, width())
                        .mapToObj(k -> Tidy.product(entry(i, k), other.entry(k, j)))
                        .reduce(Numeral.ZERO, Tidy::sum));
    }

    /** Divides every entry by a formula. */
    public Matrix over(Expression divisor) {
        return map(entry -> Tidy.quotient(entry, divisor));
    }

    /** Returns the transpose. */
    public Matrix transpose() {
        return filled(width(), height(), (i, j) -> entry(j, i));
    }

    /**
     * Returns the trace.
     *
     * @throws IllegalArgumentException if the matrix is not square
     */
    public Expression trace() {
        requireSquare("trace");
        return IntStream.range(0, height()).mapToObj(i -> entry(i, i)).reduce(Numeral.ZERO, Tidy::sum);
    }

    /**
     * Returns the determinant.
     *
     * @throws IllegalArgumentException if the matrix is not square, or has more than five rows
     */
    public Expression determinant() {
        requireSquare("determinant");
        if (height() > LARGEST_DETERMINANT) {
            throw new IllegalArgumentException(
                    "found the determinant of " + shape() + ", accepted: at most " + LARGEST_DETERMINANT + " rows");
        }
        if (isScalar()) {
            return scalar();
        }
        Expression total = Numeral.ZERO;
        for (int j = 0; j < width(); j++) {
            Expression term = Tidy.product(entry(0, j), minor(0, j).determinant());
            total = j % 2 == 0 ? Tidy.sum(total, term) : Tidy.difference(total, term);
        }
        return total;
    }

    /**
     * Returns the adjugate, the transposed cofactors: the inverse times the determinant, defined where there is no
     * inverse too.
     *
     * @throws IllegalArgumentException if the matrix is not square, or has more than six rows
     */
    public Matrix adjugate() {
        requireSquare("adjugate");
        if (isScalar()) {
            return identity(1);
        }
        return filled(height(), width(), (i, j) -> {
            Expression cofactor = minor(j, i).determinant();
            return (i + j) % 2 == 0 ? cofactor : Tidy.negated(cofactor);
        });
    }

    /**
     * Returns the inverse, the adjugate over the determinant.
     *
     * @throws IllegalArgumentException if the matrix is not square, or has more than five rows
     */
    public Matrix inverse() {
        Expression determinant = determinant();
        return adjugate().over(determinant);
    }

    private Matrix minor(int row, int column) {
        return filled(height() - 1, width() - 1, (i, j) -> entry(i < row ? i : i + 1, j < column ? j : j + 1));
    }

    private void requireSquare(String what) {
        if (height() != width()) {
            throw new IllegalArgumentException("found the " + what + " of " + shape() + ", accepted: a square matrix");
        }
    }

    /** Returns the matrix on one line in Unicode, for reading in a terminal. */
    public String toUnicode() {
        if (isScalar()) {
            return scalar().toUnicode();
        }
        return rows.stream()
                .map(row -> row.stream().map(Expression::toUnicode).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; ", "[", "]"));
    }

    /** Returns the matrix as TeX for math mode. */
    public String toTex() {
        if (isScalar()) {
            return scalar().toTex();
        }
        return rows.stream()
                .map(row -> row.stream().map(Expression::toTex).collect(Collectors.joining(" & ")))
                .collect(Collectors.joining(" \\\\ ", "\\begin{pmatrix} ", " \\end{pmatrix}"));
    }

    /** Returns the matrix as presentation MathML, without the {@code math} element around it. */
    public String toMathMl() {
        if (isScalar()) {
            return scalar().toMathMl();
        }
        String table = rows.stream()
                .map(row -> row.stream()
                        .map(entry -> "<mtd>" + entry.toMathMl() + "</mtd>")
                        .collect(Collectors.joining("", "<mtr>", "</mtr>")))
                .collect(Collectors.joining("", "<mtable>", "</mtable>"));
        return MathMlWriter.bracketed(table);
    }

    /** Returns the entries in nested square brackets, or the single formula as it is. */
    @Override
    public String toString() {
        if (isScalar()) {
            return scalar().toString();
        }
        return rows.stream()
                .map(row -> row.stream().map(Expression::toString).collect(Collectors.joining(", ", "[", "]")))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
