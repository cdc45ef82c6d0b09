package org.theoremeter.theory.critical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.theoremeter.theory.symbolic.Expression;
import org.theoremeter.theory.symbolic.algebra.Simplification;
import org.theoremeter.theory.symbolic.algebra.SquareRoot;
import org.theoremeter.theory.symbolic.algebra.numeric.Equality;
import org.theoremeter.theory.symbolic.algebra.symja.Solutions;
import org.theoremeter.theory.symbolic.matrix.Matrix;
import org.theoremeter.theory.symbolic.region.Region;

/**
 * The eigenvalues of a symmetric matrix as formulas.
 *
 * <p>The matrix is taken apart into blocks that do not touch each other. A block's elementary symmetric polynomials, the
 * sums of its principal minors, say how many eigenvalues are 0; what remains is solved if it is of degree 2, or if the
 * algebra system finds all its roots. The formulas are then held against the polynomials again.
 *
 * @param eigenvalues as many as the matrix has rows, in the order that they have at the first point looked at, the
 *     largest first
 * @param equality how it is known that these are the eigenvalues
 */
public record Spectrum(List<Expression> eigenvalues, Equality equality) {
    private static final int LARGEST_BLOCK = 5;
    /** How well an eigenvalue must meet a numerical one, relative to the largest. */
    private static final double MEETS = 1e-7;

    private static final Expression NEXT = Expression.parse("sum + value*before");
    private static final Expression PLUS_NEXT = Expression.parse("before*x + next");
    private static final Expression MINUS_NEXT = Expression.parse("before*x - next");
    private static final Expression DISCRIMINANT = Expression.parse("sum^2 - 4*product");
    private static final Expression OF_TWO_ROWS = Expression.parse("(a - d)^2 + 4*b^2");
    private static final Expression LARGER = Expression.parse("(sum + root)/2");
    private static final Expression SMALLER = Expression.parse("(sum - root)/2");

    /** Copies the eigenvalues. */
    public Spectrum {
        eigenvalues = List.copyOf(eigenvalues);
    }

    /**
     * Looks for the eigenvalues.
     *
     * @param matrix a symmetric matrix
     * @param region a domain for every symbol
     * @param points points of the region, at which the formulas are compared with numerical eigenvalues
     * @return the eigenvalues, if all have been found
     */
    static Optional<Spectrum> of(Matrix matrix, Region region, List<Map<String, Double>> points) {
        List<Expression> all = new ArrayList<>();
        List<Equality> known = new ArrayList<>();
        for (List<Integer> block : blocks(matrix)) {
            Matrix part = part(matrix, block);
            if (part.height() > LARGEST_BLOCK) {
                return Optional.empty();
            }
            List<Simplification> polynomials = symmetricPolynomials(part, region);
            Optional<List<Expression>> eigenvalues = eigenvalues(polynomials, part, region, points.get(0));
            if (eigenvalues.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(eigenvalues.get());
            known.add(confirmed(eigenvalues.get(), polynomials, region));
        }
        all.sort(Comparator.comparingDouble(value -> -value.evaluate(points.get(0))));
        Spectrum spectrum = new Spectrum(all, Proofs.weakest(known));
        boolean met = points.stream().allMatch(point -> spectrum.meets(matrix, point));
        return met ? Optional.of(spectrum) : Optional.empty();
    }

    /** Returns the eigenvalues of a matrix of formulas at a point, the largest first; NaN where it is not finite. */
    static double[] numerical(Matrix matrix, Map<String, Double> point) {
        int n = matrix.height();
        double[][] values = new double[n][n];
        boolean finite = true;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                values[i][j] = matrix.entry(i, j).evaluate(point);
                values[j][i] = values[i][j];
                finite &= Double.isFinite(values[i][j]);
            }
        }
        if (!finite) {
            double[] none = new double[n];
            Arrays.fill(none, Double.NaN);
            return none;
        }
        return new EigenDecompositionSymmetric(new Array2DRowRealMatrix(values, false)).getEigenvalues();
    }

    private boolean meets(Matrix matrix, Map<String, Double> point) {
        double[] expected = numerical(matrix, point);
        double[] formulas = eigenvalues.stream()
                .mapToDouble(value -> -value.evaluate(point))
                .sorted()
                .map(value -> -value)
                .toArray();
        double scale = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        return IntStream.range(0, expected.length).allMatch(i -> Math.abs(expected[i] - formulas[i]) <= MEETS * scale);
    }

    private static List<List<Integer>> blocks(Matrix matrix) {
        List<List<Integer>> blocks = new ArrayList<>();
        boolean[] taken = new boolean[matrix.height()];
        for (int start = 0; start < taken.length; start++) {
            if (!taken[start]) {
                List<Integer> block = new ArrayList<>(List.of(start));
                taken[start] = true;
                for (int k = 0; k < block.size(); k++) {
                    for (int j = 0; j < taken.length; j++) {
                        if (!taken[j] && !Proofs.isZero(matrix.entry(block.get(k), j))) {
                            taken[j] = true;
                            block.add(j);
                        }
                    }
                }
                blocks.add(block);
            }
        }
        return blocks;
    }

    private static Matrix part(Matrix matrix, List<Integer> indices) {
        return new Matrix(indices.stream()
                .map(i -> indices.stream().map(j -> matrix.entry(i, j)).toList())
                .toList());
    }

    /** Returns e₁ … e_n, where e_k is the sum of all principal minors of k rows. */
    private static List<Simplification> symmetricPolynomials(Matrix matrix, Region region) {
        int n = matrix.height();
        List<Simplification> polynomials = new ArrayList<>();
        for (int k = 1; k <= n; k++) {
            Expression sum = Expression.number(0);
            for (int set = 0; set < 1 << n; set++) {
                if (Integer.bitCount(set) == k) {
                    int chosen = set;
                    List<Integer> rows = IntStream.range(0, n)
                            .filter(i -> (chosen >> i & 1) == 1)
                            .boxed()
                            .toList();
                    sum = Matrix.of(sum)
                            .plus(Matrix.of(part(matrix, rows).determinant()))
                            .scalar();
                }
            }
            polynomials.add(Simplification.of(sum, region));
        }
        return polynomials;
    }

    private static Optional<List<Expression>> eigenvalues(
            List<Simplification> polynomials, Matrix matrix, Region region, Map<String, Double> point) {
        int degree = polynomials.size();
        while (degree > 0 && Proofs.isZero(polynomials.get(degree - 1).formula())) {
            degree--;
        }
        List<Expression> found = new ArrayList<>();
        for (int k = degree; k < polynomials.size(); k++) {
            found.add(Expression.number(0));
        }
        Optional<List<Expression>> others = switch (degree) {
            case 0 -> Optional.of(List.of());
            case 1 -> Optional.of(List.of(polynomials.get(0).formula()));
            case 2 -> Optional.of(pair(polynomials, matrix, region));
            default -> roots(polynomials.subList(0, degree), matrix, region, point);
        };
        others.ifPresent(found::addAll);
        return others.map(all -> found);
    }

    /** Returns (e₁ ± √(e₁² − 4e₂))/2, the larger first; of two rows, the radicand is (a − d)² + 4b². */
    private static List<Expression> pair(List<Simplification> polynomials, Matrix matrix, Region region) {
        Expression sum = polynomials.get(0).formula();
        Expression square = matrix.height() == 2
                ? OF_TWO_ROWS.substitute(
                        Map.of("a", matrix.entry(0, 0), "b", matrix.entry(0, 1), "d", matrix.entry(1, 1)))
                : DISCRIMINANT.substitute(
                        Map.of("sum", sum, "product", polynomials.get(1).formula()));
        Expression root = SquareRoot.of(Simplification.of(square, region).formula(), region);
        return Stream.of(LARGER, SMALLER)
                .map(half -> half.substitute(Map.of("sum", sum, "root", root)))
                .map(value -> Simplification.of(value, region).formula())
                .toList();
    }

    /** Returns the roots of λⁿ − e₁λⁿ⁻¹ + e₂λⁿ⁻² − …, each as often as it occurs at a point. */
    private static Optional<List<Expression>> roots(
            List<Simplification> polynomials, Matrix matrix, Region region, Map<String, Double> point) {
        String unknown = unused(region);
        Expression characteristic = Expression.number(1);
        for (int k = 0; k < polynomials.size(); k++) {
            characteristic = (k % 2 == 0 ? MINUS_NEXT : PLUS_NEXT)
                    .substitute(Map.of(
                            "before",
                            characteristic,
                            "x",
                            Expression.symbol(unknown),
                            "next",
                            polynomials.get(k).formula()));
        }
        List<Expression> distinct = Solutions.of(List.of(characteristic), List.of(unknown)).stream()
                .map(solution -> solution.get(unknown))
                .filter(root -> region.domains().keySet().containsAll(root.symbols()))
                .map(root -> Simplification.of(root, region).formula())
                .toList();
        double[] numerical = numerical(matrix, point);
        double scale = Arrays.stream(numerical).map(Math::abs).max().orElse(0);
        List<Expression> all = new ArrayList<>();
        for (Expression root : distinct) {
            double value = root.evaluate(point);
            Arrays.stream(numerical)
                    .filter(eigenvalue -> Math.abs(eigenvalue - value) <= MEETS * scale)
                    .forEach(occurrence -> all.add(root));
        }
        return all.size() == polynomials.size() ? Optional.of(all) : Optional.empty();
    }

    private static String unused(Region region) {
        String name = "lambda";
        while (region.domains().containsKey(name)) {
            name += "_";
        }
        return name;
    }

    /** Holds the eigenvalues' own symmetric polynomials against those of the matrix. */
    private static Equality confirmed(List<Expression> eigenvalues, List<Simplification> polynomials, Region region) {
        List<Expression> own = new ArrayList<>(List.of(Expression.number(1)));
        for (Expression value : eigenvalues) {
            own.add(Expression.number(0));
            for (int k = own.size() - 1; k > 0; k--) {
                own.set(k, NEXT.substitute(Map.of("sum", own.get(k), "value", value, "before", own.get(k - 1))));
            }
        }
        List<Equality> known = new ArrayList<>();
        for (int k = 0; k < polynomials.size(); k++) {
            known.add(polynomials.get(k).equality());
            known.add(Proofs.equal(own.get(k + 1), polynomials.get(k).formula(), region));
        }
        return Proofs.weakest(known);
    }
}
