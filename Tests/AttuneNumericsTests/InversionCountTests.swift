import AttuneNumerics
import AttuneTestSupport
import Testing

@Suite struct InversionCountTests {
  /// Of the six orders of three things, 1, 2, 2, 1 have 0, 1, 2, 3 inversions.
  @Test func countsThreeThings() {
    let count = InversionCount(things: 3)
    for (most, share) in [(-1, 0), (0, 1), (1, 3), (2, 5), (3, 6), (9, 6)] {
      #expect(abs(count.lowerTail(most) - Double(share) / 6) < 1e-15)
    }
  }

  @Test func isSymmetric() {
    let count = InversionCount(things: 12)
    let top = 12 * 11 / 2
    for least in [0, 5, 20, 33] {
      let upper = 1 - count.lowerTail(top - least - 1)
      #expect(abs(count.lowerTail(least) - upper) < 1e-14)
    }
  }

  @Test func keepsTheDigitsOfASmallTail() {
    // One order of 20! has none.
    let orders = (1...20).reduce(1.0) { $0 * Double($1) }
    #expect(deviation(InversionCount(things: 20).lowerTail(0), from: 1 / orders) < 1e-14)
  }
}
