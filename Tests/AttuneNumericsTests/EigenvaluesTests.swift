import AttuneNumerics
import AttuneTestSupport
import Testing

@Suite struct EigenvaluesTests {
  @Test func knowsEqualCorrelationsInClosedForm() throws {
    // 1 + (k - 1) r once, 1 - r otherwise.
    let matrix = SymmetricMatrix(size: 4) { $0 == $1 ? 1 : 0.3 }
    let values = try Eigenvalues(matrix).values
    for (value, expected) in zip(values, [1.9, 0.7, 0.7, 0.7]) {
      #expect(abs(value - expected) < 1e-14)
    }
  }

  @Test func putsTheMatrixTogetherAgain() throws {
    let matrix = SymmetricMatrix(size: 5) { i, j in i == j ? 2 : Double(i * j) / 7 - 0.4 }
    let eigen = try Eigenvalues(matrix)
    for i in 0..<5 {
      for j in 0..<5 {
        let sum = (0..<5).reduce(0) {
          $0 + eigen.values[$1] * eigen.vectors[$1][i] * eigen.vectors[$1][j]
        }
        #expect(abs(sum - matrix[i, j]) < 1e-13)
      }
    }
    #expect(eigen.values == eigen.values.sorted(by: >))
  }

  @Test func ofNothingThereAreNone() throws {
    #expect(try Eigenvalues(SymmetricMatrix(size: 0) { _, _ in 0 }).values.isEmpty)
  }
}
