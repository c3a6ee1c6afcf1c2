import AttuneTables
import Testing

@Suite struct CellTests {
  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func neverHoldsWhatIsNoNumber(value: Double) {
    #expect(Cell.real(value) == .unavailable("the calculation gave no finite number"))
  }

  @Test func keepsFullPrecision() {
    #expect(Cell.real(0.1 + 0.2).content == .real(0.30000000000000004))
  }
}
