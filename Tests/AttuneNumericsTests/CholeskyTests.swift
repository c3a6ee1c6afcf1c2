import AttuneNumerics
import Testing

@Suite struct CholeskyTests {
  // By hand: L = (2 0 0; 1 3 0; -1 1 1).
  private static let matrix = SymmetricMatrix(size: 3) { i, j in
    [[4.0, 2, -2], [2, 10, 2], [-2, 2, 3]][i][j]
  }

  @Test func solves() throws {
    let cholesky = try #require(Cholesky(Self.matrix))
    let x = cholesky.solve([2, 28, 11])
    for (value, expected) in zip(x, [1.0, 2, 3]) { #expect(abs(value - expected) < 1e-14) }
  }

  @Test func inverts() throws {
    let inverse = try #require(Cholesky(Self.matrix)).inverse()
    for i in 0..<3 {
      for j in 0..<3 {
        let product = (0..<3).reduce(0.0) { $0 + Self.matrix[i, $1] * inverse[$1, j] }
        #expect(abs(product - (i == j ? 1 : 0)) < 1e-14)
      }
    }
  }

  @Test(arguments: [
    [[1.0, 1], [1, 1]], [[1, 2], [2, 1]], [[0, 0], [0, 1]], [[0.01, 0.03], [0.03, 0.09]],
  ])
  func refusesWhatIsNotPositiveDefinite(rows: [[Double]]) {
    #expect(Cholesky(SymmetricMatrix(size: 2) { rows[$0][$1] }) == nil)
  }

  @Test func theFactorTimesItsTransposeIsTheMatrix() throws {
    let matrix = SymmetricMatrix(size: 3) { i, j in [[4.0, 0, 0], [2, 5, 0], [1, 3, 6]][i][j] }
    let cholesky = try #require(Cholesky(matrix))
    let columns = (0..<3).map { column in
      cholesky.factorTimes((0..<3).map { $0 == column ? 1 : 0 })
    }
    for i in 0..<3 {
      for j in 0..<3 {
        let product = (0..<3).reduce(0) { $0 + columns[$1][i] * columns[$1][j] }
        #expect(abs(product - matrix[i, j]) < 1e-14)
      }
    }
  }
}
