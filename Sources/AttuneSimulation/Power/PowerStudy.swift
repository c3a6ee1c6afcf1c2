import AttuneData
public import AttuneInstrument
public import AttuneLanguage
import AttuneNumerics
import AttuneScoring
import AttuneStatistics
import Dispatch

/// What studies of some sizes can show, by carrying out the instrument's own plans on made-up people
/// again and again.
///
/// Each run draws its people from its own stream of the seed, so that neither the number of threads
/// nor the other sizes change anything. Power is the share of runs in which a test finds what it
/// looks for, if people are as the design supposes.
///
/// - Sources: power by simulation, Muthén & Muthén (2002), doi:10.1207/S15328007SEM0904_8.
/// - Checked against: `Interviewer` for the answers, `TTestPower` for normal scores; see
///   `PowerStudyTests`.
public struct PowerStudy: Sendable {
  public let design: SimulationDesign
  public let instrument: Instrument
  public let seed: UInt64
  /// At least 1.
  public let runs: Int
  /// What alpha should reach, by the team's own judgement.
  public let bar: Double?

  /// `design` has been held against `instrument`; `seed` takes the place of the design's.
  public init(
    _ design: SimulationDesign, of instrument: Instrument, runs: Int = 1000, seed: UInt64? = nil,
    bar: Double? = nil
  ) {
    precondition(runs > 0, "there is at least one run")
    self.design = design
    self.instrument = instrument
    self.runs = runs
    self.seed = seed ?? design.seed
    self.bar = bar
  }

  /// How many people of each kind there are, in the order of the design.
  public struct Size: Sendable, Hashable {
    public let counts: [Int]

    public init(_ counts: [Int]) { self.counts = counts }

    public var total: Int { counts.reduce(0, +) }
  }

  /// The design's own size.
  public var size: Size { Size(design.people.map(\.count)) }

  /// A size of `total` people in the proportions of the design; a rare kind may have nobody.
  ///
  /// By the largest remainder: each kind gets the whole part of its share, and the kinds that lost
  /// most get one more.
  public func size(of total: Int) -> Size {
    let all = design.people.map(\.count)
    let sum = Double(all.reduce(0, +))
    let exact = all.map { Double($0) * Double(total) / sum }
    var counts = exact.map { Int($0) }
    let byLoss = exact.indices.sorted {
      (exact[$0] - Double(counts[$0]), -$0) > (exact[$1] - Double(counts[$1]), -$1)
    }
    for index in byLoss.prefix(total - counts.reduce(0, +)) { counts[index] += 1 }
    return Size(counts)
  }

  /// Carries out every run of every size; `reached` hears how many runs are done.
  public func run(_ sizes: [Size], reached: (Int) -> Void = { _ in }) -> PowerOutcome {
    let plans = PlannedTests(of: instrument)
    var found: [PowerOutcome.OfSize] = []
    for size in sizes {
      let work = PowerRun(self, size: size, plans: plans)
      let done = found.count * runs
      found.append(
        .init(size: size, runs: results(of: work) { reached(done + $0) }))
    }
    return PowerOutcome(self, plans: plans, sizes: found)
  }

  private func results(of work: PowerRun, reached: (Int) -> Void) -> [PowerRun.Result] {
    var results: [PowerRun.Result] = []
    results.reserveCapacity(runs)
    // A block is large enough to keep all processors busy, and small enough to report from.
    let block = 64
    while results.count < runs {
      let first = results.count
      let count = min(block, runs - first)
      results += [PowerRun.Result](unsafeUninitializedCapacity: count) { buffer, filled in
        // Each run writes its own part of the buffer.
        nonisolated(unsafe) let buffer = buffer
        DispatchQueue.concurrentPerform(iterations: count) { index in
          buffer.initializeElement(at: index, to: work.result(of: first + index))
        }
        filled = count
      }
      reached(results.count)
    }
    return results
  }
}
