import AttuneData
import AttuneNumerics
import Testing

@Suite struct CompleteItemsTests {
  // By hand: means 2, 3; deviations (-1, 0, 1), (-1, 2, -1).
  @Test func givesCovariances() throws {
    for factor in [1.0, 0.5] {
      let scores = ItemScores(
        names: ["a", "b"], columns: [[1, 2, 3], [2, 5, 2]].map { $0.map { $0 * factor } })
      let covariance = try scores.complete(.forbid).covariance()
      #expect(covariance.diagonal == [factor * factor, 3 * factor * factor])
      #expect(covariance[0, 1] == 0)
      #expect(covariance.sum == 4 * factor * factor)
    }
  }

  @Test func aLargeConstantCostsNoDigits() throws {
    let columns: [[Double?]] = [[1, 2, 4, 8, 3], [2, 2, 5, 7, 1]]
    let plain = try ItemScores(names: ["a", "b"], columns: columns).complete(.forbid)
    let shifted = try ItemScores(
      names: ["a", "b"], columns: columns.map { $0.map { $0.map { $0 + 1e12 } } }
    ).complete(.forbid)
    for (i, j) in [(0, 0), (0, 1), (1, 1)] {
      #expect(abs(shifted.covariance()[i, j] - plain.covariance()[i, j]) < 1e-13)
    }
    #expect(shifted.means() == plain.means().map { $0 + 1e12 })
  }
}
