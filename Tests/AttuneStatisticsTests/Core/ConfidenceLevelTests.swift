import AttuneStatistics
import Foundation
import Testing

@Suite struct ConfidenceLevelTests {
  @Test(arguments: [0, 1, -0.5, 95, Double.nan])
  func refusesWhatIsNoLevel(value: Double) {
    #expect(ConfidenceLevel(rawValue: value) == nil)
  }

  @Test func isWrittenAsAPercentage() throws {
    #expect(ConfidenceLevel.percent95.percent == "95 %")
    #expect(try #require(ConfidenceLevel(rawValue: 0.999)).percent == "99.9 %")
  }

  @Test func travelsInTheOptionsOfAProcedure() throws {
    var alpha = CronbachAlpha()
    alpha.level = .percent90
    let decoded = try JSONDecoder().decode(
      CronbachAlpha.self, from: try JSONEncoder().encode(alpha))
    #expect(decoded.level == .percent90)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(CronbachAlpha.self, from: Data(#"{"level": 95}"#.utf8))
    }
  }
}
