import AttuneNumerics
import Testing

@Suite struct OccasionSumsTests {
  /// Of three people on three occasions: all sums are the same in 2 of 36 ways, and in 1 all agree.
  @Test func isTheWholeDistribution() throws {
    let sums = try #require(OccasionSums(of: [[1, 2, 3], [1, 2, 3], [3, 2, 1]], atMost: 1000))
    #expect(abs(sums.upperTail(126) - 1.0 / 36) < 1e-15)
    #expect(sums.upperTail(127) == 0)
    #expect(abs(sums.upperTail(108) - 1) < 1e-15)
    #expect(abs(sums.upperTail(109) - 34.0 / 36) < 1e-15)
  }

  /// Who comes first does not matter, nor how occasions are called.
  @Test func theOrderOfPeopleAndOccasionsDoesNotMatter() throws {
    let people = [[2, 4, 6, 8], [3, 3, 6, 8], [5, 5, 5, 5], [2, 5, 5, 8], [4, 4, 4, 8]]
    let squares = 26 * 26 + 3 * 24 * 24
    let found = try #require(OccasionSums(of: people, atMost: 100_000)).upperTail(squares)
    let turned = people.reversed().map { Array($0.reversed()) }
    #expect(OccasionSums(of: turned, atMost: 100_000)?.upperTail(squares) == found)
    #expect(found > 0 && found < 1)
  }

  @Test func saysWhenThereIsTooMuchToGoThrough() {
    let people = Array(repeating: [2, 4, 6, 8, 10, 12], count: 12)
    #expect(OccasionSums(of: people, atMost: 100_000) == nil)
    #expect(OccasionSums(of: [Array(1...33)], atMost: 100_000) == nil)
    #expect(OccasionSums(of: [Array(1...12), Array(1...12)], atMost: 100_000) == nil)
    #expect(OccasionSums(of: [], atMost: 100_000) == nil)
  }
}
