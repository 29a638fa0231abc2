package dev.sluice.ml.recommend;

/**
 * Normal equations of least squares, drawn to 0 as MLlib's ALS does it: the regularization counts once for each rating.
 */
final class RidgeSystem {

  private final int rank;
  private final double[][] matrix;
  private final double[] right;

  RidgeSystem(int rank) {
    this.rank = rank;
    this.matrix = new double[rank][rank];
    this.right = new double[rank];
  }

  /** Begins with another's matrix. */
  RidgeSystem(double[][] symmetric) {
    this(symmetric.length);
    for (int i = 0; i < rank; i++) {
      System.arraycopy(symmetric[i], 0, matrix[i], 0, rank);
    }
  }

  /** An equation: these factors give this number, with a weight. */
  void add(double[] factors, double number, double weight) {
    for (int i = 0; i < rank; i++) {
      double weighted = weight * factors[i];
      for (int j = 0; j <= i; j++) {
        matrix[i][j] += weighted * factors[j];
      }
      right[i] += weighted * number;
    }
  }

  /** The lower half of the matrix. */
  double[][] matrix() {
    return matrix;
  }

  /** The solution, by Cholesky's decomposition; this is used up. */
  double[] solved(double regularization) {
    for (int i = 0; i < rank; i++) {
      matrix[i][i] += regularization;
    }
    for (int j = 0; j < rank; j++) {
      for (int i = j; i < rank; i++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= matrix[i][k] * matrix[j][k];
        }
        matrix[i][j] = i == j ? Math.sqrt(Math.max(sum, Double.MIN_NORMAL)) : sum / matrix[j][j];
      }
    }
    double[] solution = right.clone();
    for (int i = 0; i < rank; i++) {
      for (int k = 0; k < i; k++) {
        solution[i] -= matrix[i][k] * solution[k];
      }
      solution[i] /= matrix[i][i];
    }
    for (int i = rank - 1; i >= 0; i--) {
      for (int k = i + 1; k < rank; k++) {
        solution[i] -= matrix[k][i] * solution[k];
      }
      solution[i] /= matrix[i][i];
    }
    return solution;
  }
}
