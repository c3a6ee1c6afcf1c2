import AttuneData
import AttuneStatistics
import Synchronization
import Testing

@Suite struct ResamplingTests {
  @Test func givesTheSameForTheSameSeedAndAnotherForAnother() throws {
    #expect(try Self.interval(seed: 7) == Self.interval(seed: 7))
    #expect(try Self.interval(seed: 7) != Self.interval(seed: 8))
  }

  /// The first resamples of many are those of few: which thread draws one does not matter.
  @Test func drawsEachResampleFromItsOwnStream() throws {
    let items = try Self.items()
    let few = Resampling(count: 10, seed: 3).estimates(of: AlphaResamples(items))
    let many = Resampling(count: 300, seed: 3).estimates(of: AlphaResamples(items))
    #expect(few == Array(many.prefix(10)))
    #expect(Set(many).count > 250)
  }

  @Test func tellsHowFarItHasComeWithoutChangingAnything() throws {
    let statistic = AlphaResamples(try Self.items())
    let silent = Resampling(count: 300, seed: 3).estimates(of: statistic)
    let heard = Mutex<[Int]>([])
    var resampling = Resampling(count: 300, seed: 3)
    resampling.watch = Resampling.Watch { done, whole in
      #expect(whole == 300)
      heard.withLock { $0.append(done) }
    }
    let told = resampling.estimates(of: statistic)
    #expect(resampling == Resampling(count: 300, seed: 3))
    #expect(told == silent)
    #expect(heard.withLock { $0.max() } == 300)
    #expect(heard.withLock { $0.count } == 5)
  }

  private static func interval(seed: UInt64) throws -> ConfidenceInterval {
    var alpha = CronbachAlpha()
    alpha.interval = .percentile
    alpha.resampling = Resampling(count: 200, seed: seed)
    return try alpha.apply(to: items()).interval.get()
  }

  private static func items() throws -> CompleteItems {
    try GoldenData.scale("keys=A1 -A2 A3 A4 -A5 A6;range=1-5", of: "likert_clean")
      .complete(.listwise)
  }
}
