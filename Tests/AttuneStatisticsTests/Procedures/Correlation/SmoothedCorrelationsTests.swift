import AttuneNumerics
import AttuneStatistics
import AttuneTestSupport
import Testing

@Suite struct SmoothedCorrelationsTests {
  // psych 2.2.9 cor.smooth: smoothed.R.
  @Test func agreesWithPsych() throws {
    var agreement = Agreement()
    for row in try Golden.rows("statistics/smoothed.csv") {
      let numbers = { (name: String) in
        (row[name] ?? "").split(separator: " ").compactMap { Double($0) }
      }
      let size = try #require(Int(row["size"] ?? ""))
      let (before, after) = (numbers("lower"), numbers("smoothed"))
      let smoothed = try SmoothedCorrelations(Self.matrix(size, before))
      #expect(smoothed.isChanged == (row["set"] != "fine"))
      #expect((smoothed.smallestEigenvalue < 0) == smoothed.isChanged)
      for (place, value) in zip(Self.places(size), after) {
        agreement.compare(smoothed.matrix[place.0][place.1], with: value, at: "\(row) \(place)")
      }
      #expect(try Self.eigenvalues(smoothed.matrix).allSatisfy { $0 > 0 })
    }
    #expect(agreement.count == 12)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Smoothed correlations", against: "R 4.2.2, psych 2.2.9 cor.smooth", agreement)
  }

  private static func places(_ size: Int) -> [(Int, Int)] {
    (1..<size).flatMap { i in (0..<i).map { (i, $0) } }
  }

  private static func eigenvalues(_ matrix: [[Double]]) throws -> [Double] {
    try Eigenvalues(SymmetricMatrix(size: matrix.count) { matrix[$0][$1] }).values
  }

  private static func matrix(_ size: Int, _ lower: [Double]) -> [[Double]] {
    var values: [[Double]] = Array(repeating: Array(repeating: 1, count: size), count: size)
    for (place, value) in zip(places(size), lower) {
      values[place.0][place.1] = value
      values[place.1][place.0] = value
    }
    return values
  }
}
