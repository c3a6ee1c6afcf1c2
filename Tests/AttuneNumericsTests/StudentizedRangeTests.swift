import AttuneNumerics
import AttuneTestSupport
import Testing

@Suite struct StudentizedRangeTests {
  // 60-point Gauss-Legendre panels written out in Python: 7 values. scipy's far tail is good to 4e-9
  // only.
  @Test func agreesWithPanelsWrittenOut() throws {
    var count = 0
    for row in try Golden.rows("statistics/studentized_range.csv")
    where (row["fn"] ?? "").hasPrefix("formula") {
      let parts = (row["args"] ?? "").split(separator: ";").map {
        Double($0.split(separator: "=")[1]) ?? .nan
      }
      let distribution = try StudentizedRange(count: Int(parts[1]), degreesOfFreedom: parts[2])
      let expected = try #require(Double(row["value"] ?? ""))
      // The panels took 1 less the lower tail, and were summed in another order.
      #expect(abs(distribution.upperTail(parts[0]) - expected) < 1e-14, "\(row)")
      count += 1
    }
    #expect(count == 7)
  }

  // Of two deviates the range is sqrt(2) times a t.
  @Test(arguments: [
    (1.0, 3.0), (2.77, 30), (6, 5), (12, 8), (3, 1000), (9, 1.5), (18, 1000), (40, 200), (60, 1000),
    (1e4, 60), (50, 1e5), (51, 1e7),
  ])
  func ofTwoIsStudentsT(q: Double, df: Double) throws {
    let tail = try StudentizedRange(count: 2, degreesOfFreedom: df).upperTail(q)
    let expected = 2 * (try StudentT(degreesOfFreedom: df).upperTail(q / 2.0.squareRoot()))
    #expect(deviation(tail, from: expected) < 1e-11)
  }

  // Far out no two of the three pairs are that far apart at once: three times one pair's tail.
  @Test(arguments: [(20.0, 1e5), (52, 1e5), (1e5, 40)])
  func farOutPairsAddUp(q: Double, df: Double) throws {
    let tail = try StudentizedRange(count: 3, degreesOfFreedom: df).upperTail(q)
    let pair = 2 * (try StudentT(degreesOfFreedom: df).upperTail(q / 2.0.squareRoot()))
    #expect(tail < 3 * pair * (1 + 1e-10))
    // With few degrees of freedom a small deviation makes all three large together.
    #expect(df < 100 || deviation(tail, from: 3 * pair) < 1e-9, "\(tail) \(3 * pair)")
    #expect(tail > pair)
  }

  @Test(arguments: [(2, 10.0), (3, 20), (10, 5), (4, .infinity)] as [(Int, Double)])
  func quantilesGoBack(count: Int, df: Double) throws {
    let distribution = try StudentizedRange(count: count, degreesOfFreedom: df)
    for p in [0.5, 0.05, 1e-4] {
      let q = try distribution.upperQuantile(p)
      #expect(deviation(distribution.upperTail(q), from: p) < 1e-10)
    }
  }

  @Test func refusesWhatIsNotDefined() {
    #expect(throws: NumericsError.self) { try StudentizedRange(count: 1, degreesOfFreedom: 5) }
    #expect(throws: NumericsError.self) { try StudentizedRange(count: 3, degreesOfFreedom: 0) }
  }
}
