import AttuneNumerics
import AttuneTestSupport
import Testing

@Suite struct MinimumTraceTests {
  // Of two variables the covariance itself is what can be left: the rest is unique to each.
  @Test(arguments: [(4.0, 9.0, 2.0), (1, 1, 0.3), (1e8, 1e6, 5e5)])
  func ofTwoVariablesHasAClosedForm(first: Double, second: Double, shared: Double) throws {
    let trace = try MinimumTrace(Self.matrix([[first], [shared, second]]))
    let sum = trace.uniqueVariances.reduce(0, +)
    #expect(deviation(sum, from: first + second - 2 * shared) < 1e-10)
  }

  @Test func ofUnrelatedVariablesEverythingIsUnique() throws {
    let trace = try MinimumTrace(Self.matrix([[2], [0, 3], [0, 0, 5]]))
    for (unique, expected) in zip(trace.uniqueVariances, [2.0, 3, 5]) {
      #expect(deviation(unique, from: expected) < 1e-9)
    }
  }

  // Where one factor explains the covariances exactly, the unique variances are those of the factor.
  @Test func findsTheUniqueVariancesOfAnExactFactor() throws {
    let (loadings, uniques) = ([0.9, 0.8, 0.7, 0.6, 0.5], [0.5, 0.6, 0.7, 0.8, 0.9])
    let matrix = SymmetricMatrix(size: 5) {
      loadings[$0] * loadings[$1] + ($0 == $1 ? uniques[$0] : 0)
    }
    let trace = try MinimumTrace(matrix)
    for (unique, expected) in zip(trace.uniqueVariances, uniques) {
      #expect(deviation(unique, from: expected) < 1e-6)
    }
    #expect(deviation(trace.uniqueVariances.reduce(0, +), from: uniques.reduce(0, +)) < 1e-10)
  }

  @Test func refusesAMatrixThatIsNoCovariance() {
    #expect(throws: NumericsError.self) {
      try MinimumTrace(Self.matrix([[1], [2, 1]]))
    }
  }

  private static func matrix(_ lower: [[Double]]) -> SymmetricMatrix {
    SymmetricMatrix(size: lower.count) { lower[$0][$1] }
  }
}
