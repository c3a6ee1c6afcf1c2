import AttuneNumerics
import Testing

@Suite struct MersenneTwisterTests {
  // numpy 2.4.6: numpy.random.RandomState(seed).random_sample(1000)[[0, 1, 623, 999]]
  @Test(
    arguments: [
      (1, [0.417022004702574, 0.7203244934421581, 0.6438956443116628, 0.7744772660150796]),
      (
        20_260_901,
        [0.6166384591620047, 0.7301995983652134, 0.0427353712528572, 0.5910628165885057]
      ),
      (
        4_294_967_295,
        [0.0976320289940138, 0.9123828453026218, 0.16177415711968401, 0.556626859384112]
      ),
    ] as [(UInt64, [Double])])
  func drawsTheNumbersOfNumpy(seed: UInt64, expected: [Double]) {
    let generator = MersenneTwister(seed: seed)
    let drawn = (0..<1000).map { _ in generator.uniform() }
    #expect([0, 1, 623, 999].map { drawn[$0] } == expected)
  }

  // Python 3.11, the same method written out over numpy's numbers.
  @Test func turnsThemIntoTheSameNormalNumbers() {
    // r = numpy.random.RandomState(1).random_sample; then
    // u, v = 1 - r(), 1.7156 * (r() - .5); x, y = u - .449871, abs(v) + .386595
    // q = x*x + y*(.196*y - .25472*x); take v/u if q < .27597 or
    // (q <= .27846 and v*v <= -4*u*u*log(u)), else draw again
    let generator = MersenneTwister(seed: 1)
    #expect(Self.fromPython == Self.fromPython.map { _ in generator.normal() })
  }

  private static let fromPython: [Double] = [
    0.6483755887844835, -0.325602877467158, 0.11039522242476699, 0.54710670398407,
    0.8154108583091113, 0.3006892143435109, 0.1727974935962492, -0.6025235173597493,
  ]

  @Test func theNormalNumbersAreNormal() throws {
    let generator = MersenneTwister(seed: 7)
    let count = 20_000
    let sorted = (0..<count).map { _ in generator.normal() }.sorted()
    let distance = try sorted.enumerated().reduce(0.0) { largest, one in
      let expected = try Normal().lowerTail(one.element)
      let (low, high) = (Double(one.offset) / Double(count), Double(one.offset + 1) / Double(count))
      return max(largest, abs(expected - low), abs(expected - high))
    }
    // Kolmogorov and Smirnov's: a larger distance has a probability of 1e-6; the seed is fixed.
    #expect(distance * Double(count).squareRoot() < 2.7)
  }

  @Test func streamsAreSequencesOfTheirOwn() {
    let first = (0..<1000 as Range<UInt64>).map { MersenneTwister(seed: 5, stream: $0).next() }
    #expect(Set(first).count == 1000)
    #expect(MersenneTwister(seed: 5, stream: 9).next() == first[9])
  }

  @Test func indicesReachFromNoughtToTheBound() {
    let generator = MersenneTwister(seed: 3)
    let drawn = (0..<1000).map { _ in generator.index(below: 5) }
    #expect(Set(drawn) == [0, 1, 2, 3, 4])
    #expect(generator.index(below: 1) == 0)
  }
}
