import AttuneNumerics
import Testing

@Suite struct CompensatedSumTests {
  @Test func losesNothingBesideALargeNumber() {
    var sum = CompensatedSum()
    for value in [1.0, 1e100, 1, -1e100] { sum += value }
    #expect(sum.value == 2)
  }

  @Test func roundsOnlyOnce() {
    var sum = CompensatedSum()
    for _ in 0..<1_000_000 { sum += 0.1 }
    #expect(sum.value == 100_000)
  }
}
